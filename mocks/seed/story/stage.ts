import { consolidateAccounts } from "../../world/consolidation";
import { findAccountByReferenceId } from "../../world/account-lookup";
import { redactAccount } from "../../world/redaction";
import type { World } from "../../world/world";
import type { AttemptContext } from "../attempts/attempt";
import { spanMs, type Span } from "../span";
import { actorOf, type StaffKey } from "../staff";
import type { Person } from "../people/person";
import type { TemplateIds } from "../templates";
import { type InquiryOptions, InquiryStory } from "./inquiry-story";
import type { Teller } from "./teller";

/** One thing that happens at one time, in milliseconds. */
export interface TimedStep {
  at: number;
  run(): void;
}

/** What all stories of a world share. */
export interface Scene {
  world: World;
  /** The start: the present moment, milliseconds. Stories count back from it. */
  start: number;
  /** Base address of files, with a slash at its end. */
  files: string;
  templates: Partial<TemplateIds>;
  /** Steps told so far, in no order. */
  steps: TimedStep[];
  /** Inquiry ids by `person/inquiry`, filled as the steps run. */
  inquiries: Map<string, string>;
  /** Whose inquiry it is, filled as the steps run. */
  people: Map<string, AttemptContext>;
}

/** The teller handed to one person's story. */
export function tellerFor(scene: Scene, person: Person): Teller {
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
