/** Reading the evidence of a lost access out of what the API sends. */
import type { Proof } from "@/domain/access/access-cause";
import type { SdkErrorCode } from "@/domain/access/complaint";
import {
  linkOf,
  linksOf,
  type EventFacts,
  type InquiryFacts,
  type ReportFacts,
  type IssuedLinkFacts,
  type SessionFacts,
  type TemplateFacts,
} from "@/domain/facts";
import type { PersonaLink } from "@/domain/persona-link";
import type { SharedDeviceInquiryFacts } from "@/domain/signals/shared-devices";
import { templateVersionVerdict, type TemplateVersionVerdict } from "@/domain/template-version";
import { readProperty, readText, readTime } from "@/lib/read";
import { minute } from "@/lib/time";

export type AccessInput = {
  readonly inquiry: InquiryFacts;
  /** All sessions of the inquiry; `undefined` or null when they were not fetched. */
  readonly sessions?: readonly SessionFacts[] | null;
  readonly template?: TemplateFacts | null;
  /** The other inquiries of the same person or reference ID; `undefined` or null when they are not known. */
  readonly siblings?: readonly InquiryFacts[] | null;
  /** There are older siblings that were not fetched. */
  readonly siblingsCut?: boolean;
  /** Inquiries without a reference ID that were begun on the template within half an hour of this one, where they were looked for. */
  readonly strays?: readonly InquiryFacts[] | null;
  /** Inquiries of other accounts that were opened on a device of this one; null when that could not be read, `undefined` when there is no device. */
  readonly sameDevice?: readonly SharedDeviceInquiryFacts[] | null | undefined;
  /** Events of the inquiry, when they were fetched. */
  readonly events?: readonly EventFacts[] | null;
  /** There are older events that were not fetched. */
  readonly eventsCut?: boolean;
  /** How many verifications the inquiry has, when that is known. */
  readonly verifications?: number | null;
  /** When the last of them was made, ms; null when there is none. */
  readonly lastVerificationAt?: number | null;
  /** Reports that came along with it. */
  readonly reports?: readonly ReportFacts[] | null;
  /** The account's other reports; null when they could not be read, `undefined` when they were not asked for. */
  readonly otherReports?: readonly ReportFacts[] | null | undefined;
  /** Days after which the company does not resume what has expired; null when it does all the same, `undefined` when that is not known. */
  readonly tooOldAfterDays?: number | null;
  /** The link the user complains about, when one was pasted. */
  readonly link?: PersonaLink | null;
  /** The line of the desk's ledger for that link; null when the desk did not issue it, `undefined` when that is not known. */
  readonly issued?: IssuedLinkFacts | null | undefined;
  /** The ledger was asked about the link and could not say. */
  readonly ledgerFailed?: boolean;
  /** What the page or app reported that the user was in, when that was told. */
  readonly sdkError?: SdkErrorCode | undefined;
  /** ms since the epoch. */
  readonly now: number;
};

export type Evidence = AccessInput & {
  readonly createdAt: number | undefined;
  readonly startedAt: number | undefined;
  readonly expiresAt: number | undefined;
  readonly expiredAt: number | undefined;
  readonly version: TemplateVersionVerdict;
  readonly unopened: readonly SessionFacts[];
  readonly active: readonly SessionFacts[];
  readonly ended: readonly SessionFacts[];
  /** How many sessions the inquiry has, those among them that did not come along. */
  readonly sessionsUsed: number;
  /** Some of its sessions did not come along, or can't be read: what the others tell is not all. */
  readonly sessionsCut: boolean;
};

const sessionStatuses: readonly string[] = ["new", "active", "expired"];

export function gatherEvidence(input: AccessInput): Evidence {
  const { inquiry } = input;
  const named = linksOf(inquiry, "sessions") ?? [];
  const sessions = input.sessions ?? [];
  const came = new Set(sessions.map(({ id }) => id));
  const isMissing = named.some(({ id }) => !came.has(id));
  return {
    ...input,
    sessionsUsed: Math.max(sessions.length, named.length),
    sessionsCut: isMissing || sessions.some(({ status }) => !sessionStatuses.includes(status ?? "")),
    createdAt: readTime(inquiry.createdAt),
    startedAt: readTime(inquiry.startedAt),
    expiresAt: readTime(inquiry.expiresAt),
    expiredAt: readTime(inquiry.expiredAt),
    version: templateVersionVerdict(inquiry, input.template),
    unopened: sessions.filter((session) => session.status === "new"),
    active: sessions.filter((session) => session.status === "active"),
    ended: sessions.filter((session) => session.status === "expired"),
  };
}

/** An attribute out of an event's snapshot of its object, in any of the casings the API can send. */
export function snapshotValue(event: EventFacts, kebab: string): unknown {
  const attributes = readProperty(readProperty(event.payload, "data"), "attributes");
  const camel = kebab.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const snake = kebab.replaceAll("-", "_");
  return [camel, kebab, snake].map((key) => readProperty(attributes, key)).find((value) => value !== undefined);
}

/** The instants at which the inquiry expired, by its events, oldest first. */
export function expiryTimes(events: readonly EventFacts[] | null | undefined): number[] {
  return (events ?? [])
    .filter((event) => event.name === "inquiry.expired")
    .flatMap((event) => readTime(event.createdAt) ?? [])
    .toSorted((one, other) => one - other);
}

/**
 * The `expires-at` an inquiry had before it expired at `expiredAt`, out of the snapshots in its earlier events; the inquiry itself no
 * longer has it. Snapshots from before a previous expiry don't count: a resume sets a new window that no event shows.
 */
export function formerExpiry(events: readonly EventFacts[] | null | undefined, expiredAt: number): number | undefined {
  const previousExpiry = expiryTimes(events).findLast((time) => time < expiredAt - minute) ?? Number.NEGATIVE_INFINITY;
  const snapshots = (events ?? [])
    .map((event) => ({ at: readTime(event.createdAt), expiresAt: readTime(snapshotValue(event, "expires-at")) }))
    .filter(({ at, expiresAt }) => at !== undefined && expiresAt !== undefined && at > previousExpiry && at < expiredAt)
    .toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0));
  return snapshots.at(-1)?.expiresAt;
}

/** Other inquiries of the same template, newest first; the one that is asked about left out. */
export function sameTemplateSiblings(input: AccessInput): InquiryFacts[] {
  const template = linkOf(input.inquiry, "inquiryTemplate")?.id;
  return (input.siblings ?? [])
    .filter((sibling) => sibling.id !== input.inquiry.id && linkOf(sibling, "inquiryTemplate")?.id === template && template !== undefined)
    .toSorted((one, other) => (readTime(other.createdAt) ?? 0) - (readTime(one.createdAt) ?? 0));
}

export function proof(sentence: string, source: string, at?: number): Proof {
  return at === undefined ? { sentence, source } : { sentence, source, at };
}

/** What the inquiry says of itself. */
export function statusProof({ inquiry, expiresAt }: Evidence): Proof[] {
  const facts = [proof(`Its status is ${inquiry.status}.`, "inquiry.status")];
  if (expiresAt !== undefined) facts.push(proof("Expires", "inquiry.expiresAt", expiresAt));
  return facts;
}

/** Where the user was last: in a mobile app no link can be opened (Persona docs, "One-time links": browser flows only). */
export function isInApp({ active, ended }: Evidence): boolean {
  const last = [...active, ...ended].toSorted((one, other) => startOf(other) - startOf(one))[0];
  return readText(last?.mobileSdkName) !== undefined;
}

/** When a session was opened, or made where that is not told, ms. */
export const startOf = (session: SessionFacts): number => readTime(session.startedAt) ?? readTime(session.createdAt) ?? 0;
