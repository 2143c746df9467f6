import { consolidateAccounts } from "../../world/account/consolidation";
import { findAccountByReferenceId } from "../../world/account/account-lookup";
import { redactAccount } from "../../world/redaction/redaction";
import { spanMs, type Span } from "../span";
import { actorOf, type StaffKey } from "../staff";
import { type InquiryOptions, InquiryStory } from "./inquiry-story";
import type { Scene, StoryPerson } from "./scene";
import type { Teller } from "./teller";

/** The teller handed to one person's story. */
export function tellerFor(scene: Scene, person: StoryPerson): Teller {
  const { world, start } = scene;
  const at = (ago: Span, run: () => void) => scene.steps.push({ at: start - spanMs(ago), run });
  const accountId = (referenceId: string) => {
    const account = findAccountByReferenceId(world, referenceId);
    if (account === undefined) throw new Error(`No account ${referenceId} at this time of the story of ${person.key}`);
    return account.id;
  };
  return {
    environment: world.environment,
    inquiry: (name: string, options: InquiryOptions) => new InquiryStory(scene, person, name, options),
    consolidates: (ago, { from, into, by }) =>
      at(ago, () => void consolidateAccounts(world, { accountId: accountId(into), sourceAccountIds: [accountId(from)] }, actorOf(by))),
    redactsAccount: (ago: Span, by: StaffKey) =>
      at(ago, () => void redactAccount(world, { accountId: accountId(person.referenceId ?? "") }, actorOf(by))),
  };
}
