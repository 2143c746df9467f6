import { referenceKey } from "@/domain/reference-id";
import type { AuditLog } from "../audit/audit-log";
import { hashOf } from "../auth/secrets";
import type { Database, Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";

type RedactionsDeps = {
  readonly db: Database;
  readonly now: () => number;
  readonly audit: Pick<AuditLog, "eraseTexts">;
};

type Redacted = {
  readonly type: "account" | "inquiry";
  readonly id: string;
};

const atOnce = 50;

/** What Persona has redacted, as a webhook or the inquiry itself told, and the desk has not. */
const pending = `
select type, id from (
  select 'inquiry' as type, inquiry_id as id from inquiry_states where redacted
  union
  select object_type, object_id from webhook_events
  where name in ('account.redacted', 'inquiry.redacted') and object_type in ('account', 'inquiry') and object_id is not null
) as told
where not exists (select from erasures where object_id = told.id)
limit ${atOnce}`;

/** One that is under way still needs its comment. */
const batchIsOver = "batches.state in ('done', 'stopped', 'taken-back')";

/** Where something was written about it since: a comment on a decision that was stopped by it, say. */
const writtenSince = `
select object_type as type, object_id as id from erasures
where exists (
  select from audit_entries entry join audit_texts using (position) where entry.subject_id = object_id and audit_texts.text is not null
) or exists (select from decisions where inquiry_id = object_id and comment is not null and not is_open)
or exists (select from batches join batch_items on batch_id = id where inquiry_id = object_id and comment is not null and ${batchIsOver})
or exists (select from inquiry_devices where inquiry_id = object_id)
or exists (select from postponements where inquiry_id = object_id)
or exists (select from second_looks where inquiry_id = object_id and coalesce(note, comment, answer_comment) is not null)
limit ${atOnce}`;

/**
 * Erases what the desk kept of somebody, once Persona has redacted them: comments and reference IDs beside the audit log, comments of
 * decisions and of batches, the reference ID in the states of their inquiries, tags there, on what devices these were opened, why they were postponed, what was said in second looks, and searches people saved for them. The state of an inquiry that is redacted alone keeps its
 * reference ID, as it does at Persona (docs, "Redaction"): it is the account's.
 */
export function createRedactions({ db, now, audit }: RedactionsDeps) {
  const erase = ({ type, id }: Redacted) =>
    db.transaction(async (transaction) => {
      const { inquiryIds, referenceIds } = type === "account" ? await forgetReferenceIds(transaction, id) : nothing;
      // its inquiries are redacted with it, whether or not anybody has told of each
      const erased: Redacted[] = [{ type, id }, ...inquiryIds.map((inquiryId): Redacted => ({ type: "inquiry", id: inquiryId }))];
      await transaction.query(
        `insert into erasures (object_id, object_type, erased_at)
         select id, type, $2::timestamptz from json_to_recordset($1::text::json) as told (id text, type text) order by id
         on conflict (object_id) do update set erased_at = excluded.erased_at`,
        [JSON.stringify(erased), timestamp(now())],
      );
      // one that is under way still needs its comment: it is stopped by the redaction, and erased then
      await transaction.query(
        `update decisions set comment = null
         where comment is not null and not is_open and inquiry_id in (select jsonb_array_elements_text($1::jsonb))`,
        [JSON.stringify(erased.map((subject) => subject.id))],
      );
      await transaction.query(
        `update batches set comment = null where comment is not null and ${batchIsOver} and id in (
           select batch_id from batch_items where inquiry_id in (select jsonb_array_elements_text($1::jsonb))
         )`,
        [JSON.stringify(erased.map((subject) => subject.id))],
      );
      await transaction.query(
        `update inquiry_states set tags = '{}', has_note = false
         where inquiry_id in (select jsonb_array_elements_text($1::jsonb)) and (tags <> '{}' or has_note)`,
        [JSON.stringify(erased.map((subject) => subject.id))],
      );
      await transaction.query(
        `update second_looks set note = null, comment = null, answer_comment = null
         where inquiry_id in (select jsonb_array_elements_text($1::jsonb)) and coalesce(note, comment, answer_comment) is not null`,
        [JSON.stringify(erased.map((subject) => subject.id))],
      );
      for (const table of ["inquiry_devices", "postponements"]) {
        await transaction.query(`delete from ${table} where inquiry_id in (select jsonb_array_elements_text($1::jsonb))`, [
          JSON.stringify(erased.map((subject) => subject.id)),
        ]);
      }
      for (const subject of erased) await audit.eraseTexts({ subject, referenceIds }, transaction);
    });

  const eraseAll = async (query: string): Promise<boolean> => {
    const found = await db.query<Redacted>(query);
    for (const redacted of found) await erase(redacted);
    return found.length === atOnce;
  };

  return {
    /** Erases what was redacted since. @returns whether there may be more */
    erasePending: () => eraseAll(pending),
    /** Erases what was written about redacted ones after it was erased. @returns whether there may be more */
    eraseWrittenSince: () => eraseAll(writtenSince),
  };
}

type Forgotten = {
  readonly inquiryIds: readonly string[];
  readonly referenceIds: readonly string[];
};
const nothing: Forgotten = { inquiryIds: [], referenceIds: [] };

/** @returns the account's inquiries, and the reference IDs they were known under */
async function forgetReferenceIds(transaction: Queryable, accountId: string): Promise<Forgotten> {
  const known = await transaction.query<{ inquiryId: string; referenceId: string | null }>(
    `select inquiry_id as "inquiryId", reference_id as "referenceId" from inquiry_states where account_id = $1 order by inquiry_id for update`,
    [accountId],
  );
  const referenceIds = [...new Set(known.flatMap(({ referenceId }) => referenceId ?? []))];
  const referenceKeys = referenceIds.map(referenceKey);
  await transaction.query("update inquiry_states set reference_id = null, reference_key = null where account_id = $1", [accountId]);
  await transaction.query("delete from standing_reads where reference_hash in (select jsonb_array_elements_text($1::jsonb))", [
    JSON.stringify(referenceKeys.map(hashOf)),
  ]);
  await forgetSearches(transaction, [accountId, ...referenceKeys]);
  return { inquiryIds: known.map(({ inquiryId }) => inquiryId), referenceIds };
}

/** Deletes saved searches that look for one of these, compared without regard to case. */
async function forgetSearches(transaction: Queryable, keys: readonly string[]): Promise<void> {
  // the condition by which the table keeps such searches from being shared
  const personal = await transaction.query<{ id: string; search: string }>(
    "select id, search from saved_views where not shared and search ~* '(^|&)(reference(-id)?|account|note)(=|&|$)'",
  );
  const wanted = new Set(keys.map((key) => key.toLowerCase()));
  const namesOne = (search: string) =>
    [...new URLSearchParams(search).values()].some((value) => value.split(",").some((part) => wanted.has(part.trim().toLowerCase())));
  const ids = personal.filter(({ search }) => namesOne(search)).map(({ id }) => id);
  if (ids.length > 0) await transaction.query("delete from saved_views where id = any($1::text[])", [ids]);
}
