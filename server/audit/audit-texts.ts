import { createHash, randomBytes } from "node:crypto";
import { referenceKey } from "@/domain/reference-id";
import type { Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import { plain } from "./audit-plain";
import type { AuditInput } from "./audit-entry";

/** What of an entry may be personal. It stands beside the chain, and can be erased. */
export const erasableFields = ["comment", "referenceId"] as const;
export type ErasableField = (typeof erasableFields)[number];

/** A text as it stands beside its entry; text and salt are null once it is erased, and only then. */
export type AuditText = {
  readonly field: ErasableField;
  readonly text: string | null;
  readonly salt: string | null;
  /** ms */
  readonly erasedAt: number | null;
};

/** The texts of a row of `audit_entries`, as a column: null where it has none. */
export const textsColumn = `(
  select json_agg(json_build_object('field', field, 'text', text, 'salt', salt, 'erasedAt', ${msOf("erased_at")}) order by field)
  from audit_texts where audit_texts.position = audit_entries.position
) as texts`;

/** What the entry holds of a text: SHA-256, in hex, over its salt, a line feed, and the text. */
export function textHash(salt: string, text: string): string {
  return createHash("sha256").update(`${salt}\n${text}`, "utf8").digest("hex");
}

/** The erasable texts of what is to be written, each under a salt of its own: without it nobody can guess what was erased. */
export function saltedTexts(input: AuditInput): readonly (AuditText & { readonly text: string; readonly salt: string })[] {
  return erasableFields.flatMap((field) => {
    const given = input[field];
    if (given === undefined || given === null) return [];
    return [{ field, text: plain(given), salt: randomBytes(32).toString("hex"), erasedAt: null }];
  });
}

/** Puts texts beside the entry at `position`, which is written. */
export async function insertTexts(transaction: Queryable, position: number, texts: readonly AuditText[]): Promise<void> {
  if (texts.length === 0) return;
  const rows = texts.map(({ field, text, salt }) => ({
    field,
    text,
    salt,
    reference_key: field === "referenceId" && text !== null ? referenceKey(text) : null,
  }));
  await transaction.query(
    `insert into audit_texts (position, field, text, salt, reference_key)
     select $1::bigint, field, text, salt, reference_key
     from json_to_recordset($2::text::json) as given (field text, text text, salt text, reference_key text)`,
    [position, JSON.stringify(rows)],
  );
}

const erase = `
update audit_texts set text = null, salt = null, reference_key = null, erased_at = $1::timestamptz
where erased_at is null and position in (
  select position from audit_entries where subject_id = $2
  union select position from audit_texts where reference_key = any($3::text[])
)
returning position`;

/**
 * Erases all texts of the entries about an object, and of those that name one of the reference IDs.
 * @param at ms
 * @returns how many texts
 */
export async function eraseTextsOf(
  transaction: Queryable,
  { subjectId, referenceIds, at }: { readonly subjectId: string; readonly referenceIds: readonly string[]; readonly at: number },
): Promise<number> {
  // two who erase the same must not lock rows crosswise
  await transaction.query("select pg_advisory_xact_lock(hashtext('desk.audit_texts'))");
  return (await transaction.query(erase, [timestamp(at), plain(subjectId), referenceIds.map((id) => referenceKey(plain(id)))])).length;
}
