import { createHash } from "node:crypto";
import { z } from "zod";
import type { AuditEntry } from "@/api/generated/desk/types.gen";
import type { AuditInput } from "./audit-entry";
import { plain } from "./audit-plain";
import { type AuditText, erasableFields, textHash } from "./audit-texts";

/** What the first entry follows. */
export const genesisHash = "0".repeat(64);

/** Seals an entry: SHA-256, in hex, over the hash before it, a line feed, and its own text. */
export function entryHash(previousHash: string, content: string): string {
  return createHash("sha256").update(`${previousHash}\n${content}`, "utf8").digest("hex");
}

/** What is the log's own of an entry. */
export type EntryPlace = {
  readonly position: number;
  readonly id: string;
  /** ms */
  readonly at: number;
};

/**
 * The text of an entry, keys always in this order.
 * @param texts what stands beside it, of which it holds the hashes
 */
export function entryContent(input: AuditInput, place: EntryPlace, texts: readonly AuditText[]): string {
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
    texts:
      texts.length === 0 ? undefined : Object.fromEntries(texts.map(({ field, text, salt }) => [field, textHash(salt ?? "", text ?? "")])),
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
  texts: z.partialRecord(z.enum(erasableFields), text).optional(),
  intent: text.optional(),
});
export type EntryContent = z.infer<typeof contentSchema>;

/** Reads the text of an entry. @throws where it is not one */
export function parseContent(content: string): EntryContent {
  return contentSchema.parse(JSON.parse(content));
}

/** An entry as the API shows it. @param texts what stands beside it */
export function entryOf(content: string, hash: string, texts: readonly AuditText[]): AuditEntry {
  const { at, intent: _intent, texts: _hashes, ...rest } = parseContent(content);
  const textOf = (field: AuditText["field"]) => texts.find((one) => one.field === field)?.text ?? null;
  const erased = texts.filter(({ erasedAt }) => erasedAt !== null);
  // they go together
  const erasedAt = erased[0]?.erasedAt ?? null;
  return {
    ...rest,
    comment: textOf("comment"),
    referenceId: textOf("referenceId"),
    erased: erased.map(({ field }) => field),
    erasedAt: erasedAt === null ? null : new Date(erasedAt).toISOString(),
    createdAt: at,
    hash,
  };
}

const plainOrNull = (value: string | null | undefined) => (value === null || value === undefined ? null : plain(value));

const plainDetails = (details: NonNullable<AuditInput["details"]>) =>
  Object.fromEntries(
    Object.entries(details)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [plain(key), typeof value === "string" ? plain(value) : value]),
  );
