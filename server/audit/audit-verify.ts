import type { Queryable } from "../db/database";
import { type EntryContent, entryHash, GENESIS_HASH, parseContent } from "./audit-content";
import type { AuditHead } from "./audit-head";

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
};

const PAGE = 1_000;
const pageQuery = `
select position::float8 as "position", content::text as content, previous_hash as "previousHash", hash,
  at, action, outcome, actor_id as "actorId", subject_id as "subjectId", intent
from audit_entries where position > $1::bigint order by audit_entries.position limit ${PAGE}`;

/**
 * Reads the whole chain, page by page, and recomputes every hash.
 * @param expected heads known from before (the server logs them): each must still be in the chain. Without one, a chain whose last
 * entries were cut off looks whole.
 */
export async function verifyAudit(db: Queryable, expected: readonly AuditHead[] = []): Promise<AuditVerdict> {
  const expectedAt = new Map<number, Set<string>>();
  for (const { position, hash } of expected) expectedAt.set(position, (expectedAt.get(position) ?? new Set()).add(hash));
  let head: AuditHead = { position: 0, hash: GENESIS_HASH };
  for (;;) {
    const rows = await db.query<Row>(pageQuery, [head.position]);
    for (const row of rows) {
      const problem = problemOf(row, head) ?? unexpected(row, expectedAt);
      if (problem !== undefined) return { whole: false, position: head.position + 1, problem };
      head = { position: row.position, hash: row.hash };
    }
    if (rows.length < PAGE) break;
  }
  const missing = [...expectedAt.keys()].filter((position) => position > head.position).sort((a, b) => a - b)[0];
  if (missing === undefined) return { whole: true, head };
  return {
    whole: false,
    position: head.position + 1,
    problem: `the chain ends at ${head.position}, and entry ${missing} was there before`,
  };
}

function problemOf(row: Row, before: AuditHead): string | undefined {
  if (row.position !== before.position + 1) return `the entry is missing, the next one there is ${row.position}`;
  if (row.previousHash !== before.hash) return "it does not follow the entry before it";
  if (row.hash !== entryHash(before.hash, row.content)) return "its content and its hash do not belong together";
  return contentProblem(row);
}

/** The hash seals the content alone; what stands in other columns has to say the same. */
function contentProblem(row: Row): string | undefined {
  let content: EntryContent;
  try {
    content = parseContent(row.content);
  } catch {
    return "its content is no entry";
  }
  if (content.position !== row.position) return "its content tells another position";
  const told = [content.at, content.action, content.outcome, content.actor.id, content.subject?.id ?? null, content.intent ?? null];
  const stands = [row.at, row.action, row.outcome, row.actorId, row.subjectId, row.intent];
  return told.every((value, index) => value === stands[index]) ? undefined : "a column tells something else than its content";
}

function unexpected(row: Row, expectedAt: ReadonlyMap<number, ReadonlySet<string>>): string | undefined {
  const hashes = expectedAt.get(row.position);
  return hashes === undefined || (hashes.size === 1 && hashes.has(row.hash)) ? undefined : "it had another hash before";
}
