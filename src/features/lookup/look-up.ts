import type { QueryClient } from "@tanstack/react-query";
import type { RegisteredRouter } from "@tanstack/react-router";
import { findByReferenceId, findOwners, type OwnedKind } from "@/api/lookup";
import { isMissing } from "@/api/errors";
import { underWay } from "@/components/lookup-under-way";
import { noteUsedLink, askAboutLink, type UsedLink } from "@/components/used-link";
import type { PastedLink } from "@/domain/link-secret";
import type { Owners } from "@/api/owners";
import { type Complaint, readComplaint } from "@/domain/access/complaint";
import { type ReferenceTarget, resolveLookup } from "@/domain/lookup-target";
import type { ObjectId } from "@/domain/object-id";
import { deskPathOf } from "@/domain/pasted/desk-address";
import { splitWords } from "@/domain/pasted/for-address";
import { isSurnameFirst, personalLook } from "@/domain/pasted/looks";
import { readPasted } from "@/domain/pasted/read-pasted";
import { unwrapped } from "@/domain/pasted/unwrap";
import { displayLine } from "@/lib/display-text";
import { joinWords } from "@/lib/words";
import { type Destination, destinationsOf, linkTo } from "./destination";

// Needed once something was pasted or an answer is there, and not before.
export { readComplaint, readPasted, underWay };

/** What pressing Enter once more does. */
export type NextLookup = { readonly text: string; readonly isMeant: boolean; readonly label: string };

export type LookupOutcome =
  | { readonly kind: "go"; readonly destination: Destination; readonly used?: UsedLink }
  /** A path of the desk itself. */
  | { readonly kind: "address"; readonly path: string }
  | { readonly kind: "several"; readonly title: string; readonly destinations: readonly Destination[] }
  | { readonly kind: "nothing"; readonly title: string; readonly sentence: string; readonly next?: NextLookup };

/** What is shown in the place of a page. A complaint alone is answered by the access doctor. */
export type LookupAnswer =
  | Exclude<LookupOutcome, { kind: "go" | "address" }>
  | { readonly kind: "complaint"; readonly complaint: Complaint };

const go = (destination: Destination) => ({ kind: "go", destination }) as const;

export type LookupQuestion = {
  readonly text: string;
  /** The user says that it is a reference ID, whatever it looks like. */
  readonly isMeant?: boolean;
  /** The address of the page, to know the desk's own links. */
  readonly here: string;
  /** The link for users that was in it, with what has been taken out of the text. */
  readonly pasted?: PastedLink | undefined;
  /** What was complained about in it. */
  readonly complaint?: Complaint | undefined;
};

/**
 * Where a text leads, asking the API as little as it takes. A link that the desk issued leads to its inquiry.
 * @throws ApiError when the API could not say
 */
export async function lookUp({ pasted, ...question }: LookupQuestion, signal: AbortSignal): Promise<LookupOutcome> {
  // of a list that holds links too, the list is meant
  if (pasted === undefined || resolveLookup(question.text, question.isMeant).kind === "references") return lookUpText(question, signal);
  const used = await askAboutLink(pasted, signal);
  if (used.issued) return { ...go({ page: "inquiry", id: used.issued.inquiryId }), used };
  const outcome = await lookUpText(question, signal);
  if (outcome.kind === "go") return { ...outcome, used };
  return outcome.kind === "nothing" && used.issued === null
    ? { ...outcome, sentence: `This desk did not issue it. ${outcome.sentence}` }
    : outcome;
}

/**
 * Goes where a lookup led, and hands the link over as evidence.
 * @returns the answer where there is no page to go to
 */
export async function arrive(router: DeskRouter, queryClient: QueryClient, outcome: LookupOutcome): Promise<LookupAnswer | undefined> {
  if (outcome.kind === "address") {
    router.history.push(outcome.path);
  } else if (outcome.kind !== "go") {
    return outcome;
  } else {
    const { destination, used } = outcome;
    if (used && "id" in destination) noteUsedLink(queryClient, destination.id, used);
    await router.navigate(linkTo(destination));
  }
  return undefined;
}

type DeskRouter = Pick<RegisteredRouter, "navigate" | "history">;

async function lookUpText({ text, isMeant = false, here }: Omit<LookupQuestion, "pasted">, signal: AbortSignal): Promise<LookupOutcome> {
  const path = deskPathOf(unwrapped(text), here);
  if (path !== undefined) return { kind: "address", path };
  const target = resolveLookup(text, isMeant);
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
      return ofReferences(target.referenceIds, target.whole, target.notice, signal);
    case "choice":
      return { kind: "several", title: "This names several objects", destinations: target.objects.flatMap(destinationOfObject) };
    case "dead-end":
      return { kind: "nothing", title: "This link can't be traced to a person", sentence: target.sentence };
    case "unsent":
      return unsent(text, target.looksLike);
    case "reference":
      return ofReference(target, signal);
    case "child":
      return ofChild(target.object, signal);
  }
}

function unsent(text: string, looksLike: string): LookupOutcome {
  const article = /^[aeiou]/.test(looksLike) ? "an" : "a";
  return {
    kind: "nothing",
    title: "Not sent yet",
    sentence: `It looks like ${article} ${looksLike}, and the desk finds people by their IDs. Use the one that this person has in your own system.`,
    next: { text, isMeant: true, label: "It is a reference ID: look for it" },
  };
}

async function ofReferences(referenceIds: readonly string[], whole: string | undefined, leftOut: string | undefined, signal: AbortSignal) {
  // one ID may hold the comma itself: the list would ask for its pieces
  const found = whole === undefined ? [] : destinationsOf(await findByReferenceId(whole, signal));
  if (found.length === 1 && found[0]) return go(found[0]);
  if (found.length > 1 && whole !== undefined) {
    // what looks personal goes into no address, though the user said that it is an ID
    const isPersonal = isSurnameFirst(whole) || personalLook(whole) !== undefined;
    return isPersonal ? severalHave(found) : go({ page: "inquiries", referenceId: whole });
  }
  return go({ page: "people", referenceIds, leftOut: leftOut ?? (whole === undefined ? undefined : splitWords(whole)) });
}

/** The text as it stands, then without what is wrapped around it; what was most likely meant is offered, since it may be another person's. */
async function ofReference(target: ReferenceTarget, signal: AbortSignal): Promise<LookupOutcome> {
  for (const referenceId of [target.referenceId, target.bare]) {
    if (referenceId === undefined) continue;
    const owners = await findByReferenceId(referenceId, signal);
    const destinations = destinationsOf(owners);
    const [first, ...rest] = destinations;
    if (first === undefined) continue;
    if (rest.length === 0) return go(first);
    if (personalLook(referenceId) !== undefined) return severalHave(destinations);
    // Accounts of several types may share a reference ID, and inquiries without an account may, too: their list tells them apart.
    return go(owners.accountIds.length > 0 ? { page: "people", referenceIds: [referenceId] } : { page: "inquiries", referenceId });
  }
  const { cleaned, hint } = target;
  const usual =
    "Check it for missing or extra characters; letter case does not matter. It may belong to another environment. A person created in the last minute may not be found yet.";
  if (!cleaned) return { kind: "nothing", title: nobody, sentence: hint ?? usual };
  return {
    kind: "nothing",
    title: nobody,
    sentence: `There is ${joinWords(cleaned.found)} in it.`,
    next: { text: cleaned.text, isMeant: false, label: `Look for ${displayLine(cleaned.text, 60)}` },
  };
}

const severalHave = (destinations: readonly Destination[]) =>
  ({ kind: "several", title: "Several have this reference ID", destinations }) as const;

const nobody = "Nobody has this reference ID";

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
  const owners = isOwned(object) ? await ownersIfThere(object, signal) : undefined;
  if (owners === undefined) {
    // a company may have IDs of its own that look so
    const hint = `Persona knows no ${object.label} of this ID in this environment either.`;
    return ofReference({ kind: "reference", referenceId: object.id, hint }, signal);
  }
  const destinations = destinationsOf(owners);
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

/** Undefined when there is no such object. */
async function ownersIfThere(object: ObjectId & { kind: OwnedKind }, signal: AbortSignal): Promise<Owners | undefined> {
  try {
    return await findOwners(object, signal);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
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
