import { z } from "zod";
import type { DeskChange } from "@/api/generated/desk/types.gen";
import { linkSecretIn } from "@/domain/link-secret";
import { safeUrl } from "@/lib/safe-url";
import type { AuditInput } from "../audit/audit-entry";
import { observeInquiry, stateOf } from "./inquiry-observation";
import { readTime } from "@/lib/read";
import type { PersonaAnswer } from "./persona-answer";
import type { WriteRow } from "./write-row";
import { readDocument, readInquiry, relatedId } from "./resources/read-document";

/** What the status of an answer says of a write: 4xx are Persona's refusals; a failure, be it a gateway's, leaves open whether Persona acted. */
export function outcomeOf(status: number): Exclude<AuditInput["outcome"], "failed"> {
  if (status < 400) return "done";
  return status >= 500 || status === 408 ? "unknown" : "refused";
}

/** At most so many resources of one answer are pushed to open screens. */
const maxChanges = 50;

/** What open screens are told: every resource of the answer, with the inquiry and the account it belongs to. */
export function changesIn(body: unknown): DeskChange[] {
  const resources = readDocument(body).value?.data ?? [];
  return resources.slice(0, maxChanges).flatMap((resource) => {
    if (resource.id === undefined) return [];
    const related = ["inquiry", "account"].flatMap((type) => {
      const id = relatedId(resource, type);
      return id === undefined ? [] : [{ type, id }];
    });
    return { type: resource.type, id: resource.id, related, ...stateOf(observeInquiry(resource, "write", 0).value) };
  });
}

/** The status an inquiry has after the write; null when the answer is about something else. */
export function inquiryStatusIn(body: unknown): string | null {
  const [resource] = readDocument(body).value?.data ?? [];
  return resource?.type === "inquiry" ? (readInquiry(resource).value?.attributes.status ?? null) : null;
}

/** A way into an inquiry that an answer holds. */
export type IssuedAccess = {
  readonly inquiryId: string;
  readonly kind: "one-time-link" | "session-token";
  readonly expiresAt: number | null;
  /** When its inquiry expires, ms. */
  readonly inquiryEndsAt: number | null;
  /** The secret part of the link; the ledger stores its hash alone. */
  readonly secrets: readonly string[];
};

/** In the details of a resume whose session token nobody gets, since a link is made in its place: then none was issued. */
export const dropsToken = { handsOut: "link" } as const;

/** What a request for a link may say of how long it works. */
const linkRequest = z.looseObject({ meta: z.looseObject({ expiresInSeconds: z.number().optional() }).optional() });

/**
 * The links and session tokens in the answer to a write.
 * @param sent its body, as JSON: it may say how long the link works; and its details
 * @param at when it was answered, ms
 */
export function issuedIn(body: unknown, { body: sentBody, details }: Pick<WriteRow, "body" | "details">, at: number): IssuedAccess[] {
  const { data: [resource] = [], meta } = readDocument(body).value ?? {};
  const inquiryId = resource && (resource.type === "inquiry" ? resource.id : relatedId(resource, "inquiry"));
  if (inquiryId === undefined) return [];
  const life = sentBody === null ? undefined : linkRequest.safeParse(JSON.parse(sentBody)).data?.meta?.expiresInSeconds;
  const expiresAt = life === undefined ? null : at + life * 1000;
  const inquiryEndsAt = readTime(readInquiry(resource).value?.attributes.expiresAt) ?? null;
  return [
    ...(isWebAddress(meta?.oneTimeLink)
      ? [{ inquiryId, kind: "one-time-link" as const, expiresAt, inquiryEndsAt, secrets: secretsOf(meta ?? {}) }]
      : []),
    ...(meta?.sessionToken && details?.["handsOut"] !== dropsToken.handsOut
      ? [{ inquiryId, kind: "session-token" as const, expiresAt: null, inquiryEndsAt, secrets: [meta.sessionToken] }]
      : []),
  ];
}

/** Nobody is handed anything else as a link, so nothing else was issued. */
const isWebAddress = (link: string | null | undefined): boolean => safeUrl(link ?? "") !== undefined;

/** Of the long and of the short form: users may be sent either. */
const secretsOf = ({ oneTimeLink, oneTimeLinkShort }: { oneTimeLink?: string | null; oneTimeLinkShort?: string | null }): string[] =>
  [oneTimeLink, oneTimeLinkShort].flatMap((link) => linkSecretIn(link ?? "") ?? []);

/** The object a write is on: by the path, or, for what is created, by the answer. */
export function subjectOf(params: Readonly<Record<string, string>>): { type: string; id: string } | null {
  const [name, id] = Object.entries(params)[0] ?? [];
  if (name === undefined || id === undefined) return null;
  // `inquirySessionId` → `inquiry-session`
  return { type: name.replace(/Id$/, "").replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), id };
}

/** Why Persona refused, by its title: the details may quote what was entered. */
export function refusalIn(body: unknown): string | undefined {
  return readDocument(body).value?.errors[0]?.title ?? undefined;
}

/** The resource a write created. */
export function createdIn({ status }: PersonaAnswer, body: unknown): { type: string; id: string } | null {
  const [change] = status < 300 ? changesIn(body) : [];
  return change === undefined ? null : { type: change.type, id: change.id };
}
