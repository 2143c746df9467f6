import type { AuditEntry } from "@/api/generated/desk/types.gen";
import type { Queryable } from "../db/database";
import { entryOf } from "./audit-content";
import { openingActions } from "./audit-openings";
import { type AuditText, textsColumn } from "./audit-texts";

/** Which entries; all that is given has to hold. Times in ms, the start included and the end not. */
export interface AuditFilter {
  readonly actorId?: string | undefined;
  readonly actions?: readonly string[] | undefined;
  readonly outcome?: string | undefined;
  /** That somebody opened an inquiry or a person: nothing else, or everything else. */
  readonly openings?: "only" | "without" | undefined;
  readonly subjectId?: string | undefined;
  readonly createdFrom?: number | undefined;
  readonly createdBefore?: number | undefined;
  /** Nothing above this position. */
  readonly upTo?: number | undefined;
  /** Only what this person did themselves. */
  readonly ownOf?: string | undefined;
}

export interface AuditPage {
  /** Only entries below this position. */
  readonly below?: number | undefined;
  readonly limit: number;
}

const iso = (ms: number) => new Date(ms).toISOString();

/** Conditions as SQL, and the values they name. */
function conditions(filter: AuditFilter, below?: number): { readonly where: string; readonly params: unknown[] } {
  const params: unknown[] = [];
  const parts: string[] = [];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value !== undefined) parts.push(condition(`$${params.push(value)}`));
  };
  add(filter.actorId, (p) => `actor_id = ${p}`);
  add(filter.actions, (p) => `action = any(${p}::text[])`);
  const opened = openingActions.map((action) => `'${action}'`).join(", ");
  if (filter.openings === "only") parts.push(`action in (${opened})`);
  if (filter.openings === "without") parts.push(`action not in (${opened})`);
  add(filter.outcome, (p) => `outcome = ${p}`);
  add(filter.subjectId, (p) => `subject_id = ${p}`);
  add(filter.createdFrom === undefined ? undefined : iso(filter.createdFrom), (p) => `at >= ${p}`);
  add(filter.createdBefore === undefined ? undefined : iso(filter.createdBefore), (p) => `at < ${p}`);
  // the type too: nobody may read what the system or a partner did by having the same ID
  add(filter.ownOf, (p) => `actor_id = ${p} and content -> 'actor' ->> 'type' = 'person'`);
  add(filter.upTo, (p) => `position <= ${p}::bigint`);
  add(below, (p) => `position < ${p}::bigint`);
  return { where: parts.length === 0 ? "" : `where ${parts.join(" and ")}`, params };
}

/** Entries, newest first. */
export async function listAuditEntries(db: Queryable, filter: AuditFilter, page: AuditPage): Promise<AuditEntry[]> {
  const { where, params } = conditions(filter, page.below);
  const limit = `$${params.push(page.limit)}::int`;
  const rows = await db.query<{ content: string; hash: string; texts: AuditText[] | null }>(
    `select content::text as content, hash, ${textsColumn} from audit_entries ${where} order by audit_entries.position desc limit ${limit}`,
    params,
  );
  return rows.map(({ content, hash, texts }) => entryOf(content, hash, texts ?? []));
}

/** How many there are, counted up to `limit`. */
export async function countAuditEntries(db: Queryable, filter: AuditFilter, limit: number): Promise<number> {
  const { where, params } = conditions(filter);
  const most = `$${params.push(limit)}::int`;
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from (select 1 from audit_entries ${where} limit ${most}) as counted`,
    params,
  );
  return row?.count ?? 0;
}
