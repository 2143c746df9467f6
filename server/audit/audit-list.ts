import type { AuditEntry } from "@/api/generated/desk/types.gen";
import type { Queryable } from "../db/database";
import { entryOf } from "./audit-content";
import type { Stretch } from "../http/read-query";
import { openingActions } from "./audit-openings";
import { type AuditText, textsColumn } from "./audit-texts";

/** Which entries; all that is given has to hold. Times in ms, the start included and the end not. */
export type AuditFilter = {
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
};

/** Which positions: at most so many, the nearest ones below or above one, or the newest. */
export type AuditPage = Stretch;

const iso = (ms: number) => new Date(ms).toISOString();

/** How far the clocks of two instances may differ: entries are in the order of their positions, not exactly in that of their times. */
const clocksApartMs = 60 * 60_000;

/** More than there are: a filter with more names something that is not in the log. */
const manyActions = 100;

type Conditions = {
  readonly parts: readonly string[];
  readonly params: unknown[];
};

/** Conditions as SQL, and the values they name. */
function conditions(filter: AuditFilter, { below, above }: Pick<AuditPage, "below" | "above"> = {}): Conditions {
  const params: unknown[] = [];
  const parts: string[] = [];
  const add = <T>(value: T | undefined, condition: (value: (of: unknown) => string, given: T) => string) => {
    if (value !== undefined) parts.push(condition((of) => `$${params.push(of)}`, value));
  };
  add(filter.actorId, (value, id) => `actor_id = ${value(id)}`);
  add(filter.outcome, (value, outcome) => `outcome = ${value(outcome)}`);
  add(filter.subjectId, (value, id) => `subject_id = ${value(id)}`);
  add(filter.createdFrom, (value, from) => `at >= ${value(iso(from))} and position > ${lastBefore(value(iso(from - clocksApartMs)))}`);
  add(filter.createdBefore, (value, end) => `at < ${value(iso(end))} and position < ${firstAfter(value(iso(end + clocksApartMs)))}`);
  // the type too: nobody may read what the system or a partner did by having the same ID
  add(filter.ownOf, (value, id) => `actor_id = ${value(id)} and content -> 'actor' ->> 'type' = 'person'`);
  add(filter.upTo, (value, position) => `position <= ${value(position)}::bigint`);
  add(below, (value, position) => `position < ${value(position)}::bigint`);
  add(above, (value, position) => `position > ${value(position)}::bigint`);
  // as in the index
  if (filter.openings === "without") parts.push(`action not in (${openingActions.map((action) => `'${action}'`).join(", ")})`);
  return { parts, params };
}

// The entries of a time are a stretch of the chain: so they are found by position, the order they are listed in.
const lastBefore = (time: string) =>
  `coalesce((select before.position from audit_entries before where before.at < ${time} order by before.at desc limit 1), 0)`;
const firstAfter = (time: string) =>
  `coalesce((select later.position from audit_entries later where later.at >= ${time} order by later.at limit 1), 9223372036854775807)`;

/** The actions asked for; undefined when all are. */
function actionsOf({ actions, openings }: AuditFilter): readonly string[] | undefined {
  if (openings !== "only") return actions && [...new Set(actions)];
  return actions ? openingActions.filter((action) => actions.includes(action)) : openingActions;
}

const whereOf = (parts: readonly string[]) => (parts.length === 0 ? "" : `where ${parts.join(" and ")}`);

/**
 * The entries of a page, with these columns; those above a position from there up.
 * @param columns trusted SQL
 */
function nearest(columns: string, filter: AuditFilter, page: AuditPage): { readonly text: string; readonly params: unknown[] } {
  const { parts, params } = conditions(filter, page);
  const order = page.above === undefined ? "desc" : "asc";
  const actions = actionsOf(filter);
  const most = `$${params.push(page.limit)}::int`;
  const list = (of: readonly string[]) =>
    `select ${columns} from audit_entries ${whereOf(of)} order by audit_entries.position ${order} limit ${most}`;
  if (actions === undefined) return { text: list(parts), params };
  // What one person did, or what was done to one object, is few entries: they are read once, whatever the actions.
  const isOfOne = [filter.actorId, filter.ownOf, filter.subjectId].some((one) => one !== undefined);
  if (isOfOne || actions.length === 0 || actions.length > manyActions) {
    return { text: list([...parts, `action = any($${params.push(actions)}::text[])`]), params };
  }
  // Of each action the nearest by its own index, then the nearest of these: in one list they would have to be sorted as a whole.
  const each = actions.map((action) => `(${list([...parts, `action = $${params.push(action)}`])})`);
  return { text: `select * from (${each.join(" union all ")}) as entry order by entry.place ${order} limit ${most}`, params };
}

/** Entries, newest first. */
export async function listAuditEntries(db: Queryable, filter: AuditFilter, page: AuditPage): Promise<AuditEntry[]> {
  const { text, params } = nearest(`position as place, content::text as content, hash, ${textsColumn}`, filter, page);
  const rows = await db.query<{ content: string; hash: string; texts: AuditText[] | null }>(text, params);
  const entries = rows.map(({ content, hash, texts }) => entryOf(content, hash, texts ?? []));
  return page.above === undefined ? entries : entries.toReversed();
}

/** How many there are, counted up to `limit`. */
export async function countAuditEntries(db: Queryable, filter: AuditFilter, limit: number): Promise<number> {
  const { parts, params } = conditions(filter);
  const actions = actionsOf(filter);
  const where = whereOf(actions === undefined ? parts : [...parts, `action = any($${params.push(actions)}::text[])`]);
  const [row] = await db.query<{ count: number }>(
    `select count(*)::int as count from (select 1 from audit_entries ${where} limit $${params.push(limit)}::int) as counted`,
    params,
  );
  return row?.count ?? 0;
}
