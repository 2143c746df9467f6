import { randomUUID } from "node:crypto";
import type { AuditEntry } from "@/api/generated/desk/types.gen";
import type { Database, Queryable } from "../db/database";
import { systemActor } from "./audit-actor";
import { entryContent, entryHash, entryOf } from "./audit-content";
import type { AuditErasure, AuditInput, AuditWriter } from "./audit-entry";
import { type AuditFilter, type AuditPage, countAuditEntries, listAuditEntries } from "./audit-list";
import { type AuditHead, readAuditHead } from "./audit-head";
import { plain } from "./audit-plain";
import { createRefusals } from "./audit-refusals";
import { eraseTextsOf, insertTexts, saltedTexts } from "./audit-texts";
import { canAppendAudit } from "./audit-writable";
import type { Pushes } from "../push/push";

export type AuditLog = AuditWriter & {
  /** Like `append`, and hands out what was written; null where the intent was written before. */
  record(input: AuditInput, transaction?: Queryable): Promise<AuditEntry | null>;
  /**
   * Erases what may be personal in the entries about something that was redacted, and says so in an entry of its own. The chain stays
   * whole. Nothing is written where nothing was left to erase. Takes locks of the log: belongs at the end of a transaction.
   * @returns how many texts were erased
   */
  eraseTexts(erasure: AuditErasure, transaction?: Queryable): Promise<number>;
  /** Writes the entries about refusals of the minutes that are over. @returns how many */
  sumUpRefusals(): Promise<number>;
  /** The ID of the entry that was written with an intent; undefined when there is none. */
  idOf(intent: string, queryable?: Queryable): Promise<string | undefined>;
  /** Newest first. */
  list(filter: AuditFilter, page: AuditPage): Promise<AuditEntry[]>;
  /** How many there are, counted up to `limit`. */
  count(filter: AuditFilter, limit: number): Promise<number>;
  /** The end of the chain. */
  head(): Promise<AuditHead>;
  /** Whether an entry could be written now; what can't be audited isn't sent. @throws when the database does not answer */
  canAppend(queryable?: Queryable): Promise<boolean>;
};

/** Key of the advisory lock that one instance holds while it appends; any number, the same everywhere. */
const chainLock = 7_240_553_001;

/**
 * The audit log: an append-only chain in the database. One writer at a time, over all instances: the lock is held until the transaction
 * ends, so an append belongs at its end.
 */
export function createAuditLog({
  db,
  now,
  pushes,
}: {
  readonly db: Database;
  readonly now: () => number;
  readonly pushes: Pushes;
}): AuditLog {
  const within = <T>(transaction: Queryable | undefined, work: (transaction: Queryable) => Promise<T>) =>
    transaction ? work(transaction) : db.transaction(work);
  const write = async (input: AuditInput, transaction: Queryable, time: () => number = now): Promise<AuditEntry | null> => {
    const id = `aud_${randomUUID()}`;
    if (await isWritten(input, transaction)) return null;
    // Before the lock: publish, then append, in this order everywhere, so that two transactions never wait for each other.
    await pushes.publish({ change: { type: "audit-entry", id, related: [] }, roles: ["lead", "auditor", "admin"] }, transaction);
    await transaction.query("select pg_advisory_xact_lock($1::bigint)", [chainLock]);
    if (await isWritten(input, transaction)) return null;
    const head = await readAuditHead(transaction);
    const position = head.position + 1;
    const texts = saltedTexts(input);
    const content = entryContent(input, { position, id, at: time() }, texts);
    const hash = entryHash(head.hash, content);
    await transaction.query(
      "insert into audit_entries (position, content, previous_hash, hash) values ($1::bigint, $2::text::json, $3, $4)",
      [position, content, head.hash, hash],
    );
    await insertTexts(transaction, position, texts);
    return entryOf(content, hash, texts);
  };
  const record = (input: AuditInput, given?: Queryable) => within(given, (transaction) => write(input, transaction));
  const refusals = createRefusals({ db, now, append: write });
  return {
    record,
    refuse: refusals.note,
    sumUpRefusals: () => refusals.sumUp(),
    append: async (input, transaction) => void (await record(input, transaction)),
    eraseTexts: ({ subject, referenceIds = [], requestId = null }, given) =>
      within(given, async (transaction) => {
        // the same on the texts and in the entry: by it the verification tells a recorded erasing from any other
        const at = now();
        const texts = await eraseTextsOf(transaction, { subjectId: subject.id, referenceIds, at });
        if (texts === 0) return 0;
        const entry: AuditInput = { action: "erase-texts", outcome: "done", actor: systemActor, subject, requestId, details: { texts } };
        await write(entry, transaction, () => at);
        return texts;
      }),
    idOf: async (intent, queryable = db) => {
      const [entry] = await queryable.query<{ id: string }>("select content ->> 'id' as id from audit_entries where intent = $1", [
        plain(intent),
      ]);
      return entry?.id;
    },
    list: (filter, page) => listAuditEntries(db, filter, page),
    count: (filter, limit) => countAuditEntries(db, filter, limit),
    head: () => readAuditHead(db),
    canAppend: (queryable = db) => canAppendAudit(queryable),
  };
}

async function isWritten({ intent }: AuditInput, transaction: Queryable): Promise<boolean> {
  if (intent === undefined) return false;
  return (await transaction.query("select 1 from audit_entries where intent = $1", [plain(intent)])).length > 0;
}
