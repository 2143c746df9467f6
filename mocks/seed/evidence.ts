import type { World } from "../world/core/world";
import type { Attempt, AttemptContext } from "./attempts/attempt";
import { governmentId, type IdPaper } from "./attempts/government-id";
import { aamva, chip, database, emailCode, paperwork, phoneCode } from "./attempts/others";
import { selfie } from "./attempts/selfie";
import { bulkPersonKey, printedOfBulk } from "./bulk/printed-bulk";
import { hash32 } from "./random";
import type { Scene } from "./story/scene";

/** The person of a bulk inquiry, by its id. */
export type BulkPeople = (inquiryId: string) => AttemptContext | undefined;

const papers: readonly IdPaper[] = ["passport", "licence", "id-card"];

/**
 * Lets the world know what an end user shows when they go on with an inquiry after the stories have ended: the papers of the person whose
 * account it is, or of somebody new. In Sandbox Persona reads the sample person instead, so nothing is told there.
 */
export function tellEvidence(scene: Scene, ofBulk?: BulkPeople): void {
  const { world } = scene;
  if (world.environment === "sandbox") return;
  world.hidden.evidence = ({ kind, inquiryId }) => {
    const context = contextOf(scene, inquiryId, ofBulk);
    return attemptOf(kind, context).attributes(context);
  };
}

function contextOf(scene: Scene, inquiryId: string, ofBulk: BulkPeople | undefined): AttemptContext {
  const known = scene.people.get(inquiryId) ?? sameAccount(scene, inquiryId) ?? ofBulk?.(inquiryId);
  if (known !== undefined) return known;
  // The account decides who it is, so that two inquiries of one account show one face.
  const account = scene.world.tables.inquiries.get(inquiryId)?.relationships.account.data?.id ?? inquiryId;
  const person = bulkPersonKey("new", hash32(account) % 1_000_000);
  const printed = printedOfBulk(person);
  if (printed === undefined) throw new Error(`No papers for ${person}`);
  return { person, printed, today: new Date(scene.start).toISOString().slice(0, 10), files: scene.files };
}

function sameAccount({ world, people }: Scene, inquiryId: string): AttemptContext | undefined {
  const account = accountOf(world, inquiryId);
  if (account === undefined) return undefined;
  for (const [other, context] of people) if (accountOf(world, other) === account) return context;
  return undefined;
}

function accountOf(world: World, inquiryId: string): string | undefined {
  return world.tables.inquiries.get(inquiryId)?.relationships.account.data?.id;
}

function attemptOf(kind: string, { person }: AttemptContext): Attempt {
  const number = hash32(person);
  switch (kind) {
    case "government-id":
      return governmentId(papers[number % papers.length] ?? "passport");
    case "government-id-nfc":
      return chip();
    case "selfie":
      return selfie();
    case "document":
      return paperwork("utility-bill");
    case "aamva":
      return aamva();
    case "phone-number":
      return phoneCode(`+1415555${String(100 + (number % 100)).padStart(4, "0")}`);
    case "email-address":
      return emailCode(`${person}@example.com`);
    default:
      return database(kind);
  }
}
