import { createHash } from "node:crypto";
import { z } from "zod";
import type { AuditEntry } from "@/api/generated/desk/types.gen";
import type { AuditInput } from "./audit-entry";

/** What the first entry follows. */
export const GENESIS_HASH = "0".repeat(64);

/** Longer texts are cut: an entry is a record, not a store. */
const LONGEST_TEXT = 4_000;

/** Seals an entry: SHA-256, in hex, over the hash before it, a line feed, and its own text. */
export function entryHash(previousHash: string, content: string): string {
  return createHash("sha256").update(`${previousHash}\n${content}`, "utf8").digest("hex");
}

/** The text of an entry, keys always in this order. */
export function entryContent(input: AuditInput, place: { readonly position: number; readonly id: string; readonly at: number }): string {
  const { actor, subject } = input;
  return JSON.stringify({
    position: place.position,
    id: place.id,
    at: new Date(place.at).toISOString(),
    action: plain(input.action),
    outcome: input.outcome,
    actor: {
      type: actor.type,
      id: plain(actor.id),
      name: plain(actor.name),
      emailAddress: actor.emailAddress === undefined ? undefined : plain(actor.emailAddress),
      role: actor.role === undefined ? undefined : plain(actor.role),
    },
    subject: subject === null ? null : { type: plain(subject.type), id: plain(subject.id) },
    statusBefore: plainOrNull(input.statusBefore),
    statusAfter: plainOrNull(input.statusAfter),
    reason: plainOrNull(input.reason),
    requestId: plainOrNull(input.requestId),
    personaRequestId: plainOrNull(input.personaRequestId),
    details: plainDetails(input.details ?? {}),
    intent: input.intent === undefined ? undefined : plain(input.intent),
  });
}

const text = z.string();
const textOrNull = text.nullable();
const contentSchema = z.strictObject({
  position: z.int(),
  id: text,
  at: text,
  action: text,
  outcome: text,
  actor: z.strictObject({ type: text, id: text, name: text, emailAddress: text.optional(), role: text.optional() }),
  subject: z.strictObject({ type: text, id: text }).nullable(),
  statusBefore: textOrNull,
  statusAfter: textOrNull,
  reason: textOrNull,
  requestId: textOrNull,
  personaRequestId: textOrNull,
  details: z.record(text, z.union([text, z.number(), z.boolean(), z.null()])),
  intent: text.optional(),
});
export type EntryContent = z.infer<typeof contentSchema>;

/** Reads the text of an entry. @throws where it is not one */
export function parseContent(content: string): EntryContent {
  return contentSchema.parse(JSON.parse(content));
}

/** An entry as the API shows it. */
export function entryOf(content: string, hash: string): AuditEntry {
  const { at, intent: _intent, ...rest } = parseContent(content);
  return { ...rest, createdAt: at, hash };
}

/** PostgreSQL refuses NUL and halves of surrogate pairs in JSON; a hostile text must not keep an act out of the log. */
export function plain(value: string): string {
  const whole = value.replace(/[\0\p{Surrogate}]/gu, "\uFFFD");
  return whole.length <= LONGEST_TEXT ? whole : `${whole.slice(0, LONGEST_TEXT - 1).replace(/\p{Surrogate}$/u, "")}…`;
}

const plainOrNull = (value: string | null | undefined) => (value === null || value === undefined ? null : plain(value));

const plainDetails = (details: NonNullable<AuditInput["details"]>) =>
  Object.fromEntries(
    Object.entries(details)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [plain(key), typeof value === "string" ? plain(value) : value]),
  );
