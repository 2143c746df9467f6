import type { Queryable } from "../db/database";
import { type EntryContent, entryHash, genesisHash, parseContent } from "./audit-content";
import type { AuditHead } from "./audit-head";
import { type AuditText, textsColumn } from "./audit-texts";
import { createTextCheck } from "./verify-texts";

export type AuditVerdict =
  | { readonly whole: true; readonly head: AuditHead }
  | { readonly whole: false; /** The first position where something is wrong. */ readonly position: number; readonly problem: string };

type Row = {
  readonly position: number;
  readonly content: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly at: string | null;
  readonly action: string | null;
  readonly outcome: string | null;
  readonly actorId: string | null;
  readonly subjectId: string | null;
  readonly intent: string | null;
  readonly texts: AuditText[] | null;
};

const pageSize = 1_000;
const pageQuery = `
select position::float8 as "position", content::text as content, previous_hash as "previousHash", hash,
  at, action, outcome, actor_id as "actorId", subject_id as "subjectId", intent, ${textsColumn}
from audit_entries where audit_entries.position > $1::bigint order by audit_entries.position limit ${pageSize}`;

/**
 * Reads the whole chain once, page by page, and recomputes every hash, those of the texts beside it included.
 * @param expected heads known from before (the server logs them): each must still be in the chain. Without one, a chain whose last
 * entries were cut off looks whole.
 */
export async function verifyAudit(db: Queryable, expected: readonly AuditHead[] = []): Promise<AuditVerdict> {
  const expectedAt = new Map<number, Set<string>>();
  for (const { position, hash } of expected) expectedAt.set(position, (expectedAt.get(position) ?? new Set()).add(hash));
  const texts = createTextCheck();
  let head: AuditHead = { position: 0, hash: genesisHash };
  for (;;) {
    const rows = await db.query<Row>(pageQuery, [head.position]);
    for (const row of rows) {
      const problem = problemOf(row, head, texts) ?? unexpected(row, expectedAt);
      if (problem !== undefined) return { whole: false, position: head.position + 1, problem };
      head = { position: row.position, hash: row.hash };
    }
    if (rows.length < pageSize) break;
  }
  const unrecorded = texts.unrecorded();
  if (unrecorded) return { whole: false, ...unrecorded };
  const missing = [...expectedAt.keys()].filter((position) => position > head.position).toSorted((a, b) => a - b)[0];
  if (missing === undefined) return { whole: true, head };
  return {
    whole: false,
    position: head.position + 1,
    problem: `the chain ends at ${head.position}, and entry ${missing} was there before`,
  };
}

type TextCheck = ReturnType<typeof createTextCheck>;

function problemOf(row: Row, before: AuditHead, texts: TextCheck): string | undefined {
  if (row.position !== before.position + 1) return `the entry is missing, the next one there is ${row.position}`;
  if (row.previousHash !== before.hash) return "it does not follow the entry before it";
  if (row.hash !== entryHash(before.hash, row.content)) return "its content and its hash do not belong together";
  return contentProblem(row, texts);
}

/** The hash seals the content alone; what stands in other columns has to say the same. */
function contentProblem(row: Row, texts: TextCheck): string | undefined {
  let content: EntryContent;
  try {
    content = parseContent(row.content);
  } catch {
    return "its content is no entry";
  }
  if (content.position !== row.position) return "its content tells another position";
  const told = [content.at, content.action, content.outcome, content.actor.id, content.subject?.id ?? null, content.intent ?? null];
  const stands = [row.at, row.action, row.outcome, row.actorId, row.subjectId, row.intent];
  if (!told.every((value, index) => value === stands[index])) return "a column tells something else than its content";
  return texts.problemOf(content, row.texts ?? []);
}

function unexpected(row: Row, expectedAt: ReadonlyMap<number, ReadonlySet<string>>): string | undefined {
  const hashes = expectedAt.get(row.position);
  return hashes === undefined || (hashes.size === 1 && hashes.has(row.hash)) ? undefined : "it had another hash before";
}
