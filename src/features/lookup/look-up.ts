import { findByReferenceId, findOwners, type OwnedKind } from "@/api/queries/lookup";
import { resolveLookup } from "@/domain/lookup-target";
import type { ObjectId } from "@/domain/object-id";
import type { ReferenceIdWarning } from "@/domain/reference-id";
import { deskPathOf } from "./desk-address";
import { type Destination, destinationsOf, linkTo } from "./destination";

// Needed once an answer is there, and not before.
export { linkTo };

export type LookupOutcome =
  | { readonly kind: "go"; readonly destination: Destination }
  /** A path of the desk itself. */
  | { readonly kind: "address"; readonly path: string }
  | { readonly kind: "several"; readonly title: string; readonly destinations: readonly Destination[] }
  | { readonly kind: "nothing"; readonly title: string; readonly sentence: string };

const go = (destination: Destination): LookupOutcome => ({ kind: "go", destination });

/**
 * Where a text leads, asking the API at most once.
 * @param here the address of the page, to know the desk's own links
 * @throws ApiError when the API could not say
 */
export async function lookUp(text: string, signal: AbortSignal, here: string): Promise<LookupOutcome> {
  const target = resolveLookup(text);
  switch (target.kind) {
    case "empty":
      return { kind: "nothing", title: "Nothing to look for", sentence: "Paste a reference ID, a Persona ID or a link." };
    case "inquiry":
      return go({ page: "inquiry", id: target.inquiryId });
    case "account":
      return go({ page: "person", id: target.accountId });
    case "template":
      return go({ page: "template", id: target.templateId });
    case "references":
      return go({ page: "people", referenceIds: target.referenceIds });
    case "choice":
      return { kind: "several", title: "This names several objects", destinations: target.objects.flatMap(destinationOfObject) };
    case "dead-end": {
      const path = deskPathOf(text, here);
      return path === undefined ? { kind: "nothing", title: "This leads nowhere", sentence: target.sentence } : { kind: "address", path };
    }
    case "reference":
      return ofReference(target.referenceId, target.warnings, signal);
    case "child":
      return ofChild(target.object, signal);
  }
}

async function ofReference(referenceId: string, warnings: readonly ReferenceIdWarning[], signal: AbortSignal): Promise<LookupOutcome> {
  const owners = await findByReferenceId(referenceId, signal);
  const [first, ...rest] = destinationsOf(owners);
  if (first === undefined) return { kind: "nothing", title: "Nobody has this reference ID", sentence: nobodySentence(warnings) };
  if (rest.length === 0) return go(first);
  // Accounts of several types may share a reference ID, and inquiries without an account may, too: their list tells them apart.
  return go(owners.accountIds.length > 0 ? { page: "people", referenceIds: [referenceId] } : { page: "inquiries", referenceId });
}

function nobodySentence(warnings: readonly ReferenceIdWarning[]): string {
  const looksLike = warnings.find(({ concern }) => concern !== "white space" && concern !== "length")?.concern;
  if (looksLike !== undefined) {
    const article = looksLike === "e-mail address" ? "an" : "a";
    return `It looks like ${article} ${looksLike}. Persona can be asked for reference IDs only: use the ID this person has in your own system.`;
  }
  return "Check it for missing or extra characters; letter case does not matter. It may belong to another environment. A person created in the last minute may not be found yet.";
}

const ownedKinds: readonly string[] = [
  "inquiry-session",
  "verification",
  "document",
  "selfie",
  "report",
  "event",
  "case",
] satisfies OwnedKind[];
const isOwned = (object: ObjectId): object is ObjectId & { kind: OwnedKind } => ownedKinds.includes(object.kind);

async function ofChild(object: ObjectId, signal: AbortSignal): Promise<LookupOutcome> {
  if (!isOwned(object))
    return { kind: "nothing", title: "This leads nowhere", sentence: `Inquiry Desk has no page for a ${object.label}.` };
  const destinations = destinationsOf(await findOwners(object, signal));
  const [only] = destinations;
  if (only === undefined) {
    return {
      kind: "nothing",
      title: `This ${object.label} belongs to no inquiry`,
      sentence: "Persona names no inquiry and no account for it. Paste the reference ID of the person instead.",
    };
  }
  return destinations.length === 1 ? go(only) : { kind: "several", title: `This ${object.label} names several`, destinations };
}

function destinationOfObject(object: ObjectId): Destination[] {
  if (object.kind === "inquiry") return [{ page: "inquiry", id: object.id }];
  if (object.kind === "account") return [{ page: "person", id: object.id }];
  if (object.kind === "inquiry-template") return [{ page: "template", id: object.id }];
  return [];
}

/** What to know about a text before it is looked up. */
export function noticeOf(text: string): string | undefined {
  const target = resolveLookup(text);
  return "notice" in target ? target.notice : undefined;
}
