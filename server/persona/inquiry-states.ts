import { referenceKey } from "@/domain/reference-id";
import type { Database, Queryable } from "../db/database";
import { msOf } from "../db/sql-time";
import type { InquiryObservation } from "./inquiry-observation";
import { rowOf } from "./observation-row";

/** The latest that is known of an inquiry. Times in ms. */
export type InquiryState = Pick<
  InquiryObservation,
  "inquiryId" | "referenceId" | "inquiryTemplateId" | "accountId" | "status" | "redacted" | "updatedAt" | "source" | "observedAt"
> & { readonly statusSince: number | null; readonly createdAt: number | null };

/** What is known of an inquiry once it was noted. */
export type KnownState = Pick<InquiryState, "inquiryId" | "status" | "updatedAt">;

export type InquiryStates = {
  /** Remembers what is newer than what is known, whatever order observations come in and however often. */
  note(observation: InquiryObservation, transaction?: Queryable): Promise<void>;
  /** The same for many. @returns what is known of these inquiries now */
  noteMany(observations: readonly InquiryObservation[], transaction?: Queryable): Promise<readonly KnownState[]>;
  get(inquiryId: string): Promise<InquiryState | undefined>;
  /** The reference ID of an inquiry or an account, as an unredacted inquiry tells it; null where none is known. */
  referenceIdOf(object: { readonly type: string; readonly id: string } | null, transaction?: Queryable): Promise<string | null>;
  /** All known inquiries of a reference ID, compared without regard to case as Persona does; the newest first. */
  ofReferenceId(referenceId: string): Promise<InquiryState[]>;
};

/** Columns that are written together, and those that say how recent they are. */
type Group = {
  /** Columns that say as of when, the most telling first: Persona's `updated-at`, who told it, and when. */
  readonly asOf: Readonly<Record<string, "timestamptz" | "source">>;
  /** Columns with their types. */
  readonly columns: Readonly<Record<string, string>>;
};

const state: Group = {
  asOf: { persona_updated_at: "timestamptz", source: "source", told_at: "timestamptz" },
  columns: { status: "text", reference_id: "text", reference_key: "text", inquiry_template_id: "text", account_id: "text" },
};
const times: Group = {
  asOf: { times_updated_at: "timestamptz", times_source: "source", times_told_at: "timestamptz" },
  columns: {
    times_status: "text",
    times_status_since: "timestamptz",
    started_at: "timestamptz",
    completed_at: "timestamptz",
    failed_at: "timestamptz",
    marked_for_review_at: "timestamptz",
    decisioned_at: "timestamptz",
    expired_at: "timestamptz",
  },
};
const details: Group = {
  asOf: { details_updated_at: "timestamptz", details_source: "source", details_told_at: "timestamptz" },
  columns: {
    inquiry_template_version_id: "text",
    expires_at: "timestamptz",
    reviewer_type: "text",
    tags: "text[]",
    has_note: "boolean",
    previous_step_name: "text",
    next_step_name: "text",
  },
};
/** Persona's `updated-at` of an inquiry does not move with its checks and reports, so for both only the time of the observation counts. */
const checks: Group = {
  asOf: { checks_told_at: "timestamptz" },
  columns: { checks_passed: "integer", checks_failed: "integer", checks_not_applicable: "integer" },
};
const groups = [state, times, details, checks];

/**
 * Which of two tellings of a group counts: Persona's later `updated-at`; of the same time what was read long after it, which can't be an old
 * copy any more; what a write answered before what an event told before what was read; then the later one; then any, but always the same.
 */
const orderBy = ({ asOf, columns }: Group, row: string) =>
  [
    ...Object.entries(asOf).map(([column, kind]) => (kind === "source" ? rankOf(asOf, row) : `${row}.${column}`)),
    ...Object.keys(columns).map((column) => `coalesce(${row}.${column}::text, '')`),
  ].join(", ");

/** Persona's answers are no older than that. */
const settledAfter = "interval '10 minutes'";

function rankOf(asOf: Group["asOf"], row: string): string {
  const [updatedAt, source, toldAt] = Object.keys(asOf).map((column) => `${row}.${column}`);
  const isSettled = `${source} = 'read' and ${toldAt} > ${updatedAt} + ${settledAfter}`;
  return `case when ${isSettled} then 4 else array_position(array['read', 'webhook', 'write'], ${source}) end`;
}

/** What was not told is never newer; whatever is told is newer than nothing. */
const isNewer = (group: Group) => {
  const [first = ""] = Object.keys(group.asOf);
  return `excluded.${first} is not null and (known.${first} is null or (${orderBy(group, "excluded")}) > (${orderBy(group, "known")}))`;
};

const typesOf = ({ asOf, columns }: Group): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(Object.entries(asOf).map(([column, kind]) => [column, kind === "source" ? "text" : kind])),
  ...columns,
});
/** What never changes once it is there, or only grows. */
const lasting = { created_at: "timestamptz", redacted: "boolean", redacted_at: "timestamptz", session_count: "integer" };
/** Reports are told one by one, too, so each has its own moment. */
const matches = { match_told_at: "timestamptz", report_matches: "jsonb" };
const told: Readonly<Record<string, string>> = {
  inquiry_id: "text",
  ...Object.fromEntries(groups.flatMap((group) => Object.entries(typesOf(group)))),
  ...matches,
  ...lasting,
  observed_at: "timestamptz",
};
const toldColumns = Object.keys(told).join(", ");

// In the order of IDs, so that two statements never lock rows crosswise.
const noteStatement = `
with told as (
  select * from jsonb_to_recordset($1::jsonb) as row_of (${Object.entries(told)
    .map(([column, type]) => `${column} ${type}`)
    .join(", ")})
)
insert into inquiry_states as known (${toldColumns}) select ${toldColumns} from told order by told.inquiry_id
on conflict (inquiry_id) do update set
  ${groups
    .flatMap((group) =>
      Object.keys(typesOf(group)).map(
        (column) => `${column} = case when ${isNewer(group)} then excluded.${column} else known.${column} end`,
      ),
    )
    .join(",\n  ")},
  match_told_at = greatest(known.match_told_at, excluded.match_told_at),
  report_matches = desk.newer_matches(
    coalesce(known.report_matches, '{}') - case when excluded.match_told_at is null then '' else 'unnamed' end, coalesce(excluded.report_matches, '{}')
  ),
  created_at = coalesce(known.created_at, excluded.created_at),
  redacted = known.redacted or excluded.redacted,
  redacted_at = greatest(known.redacted_at, excluded.redacted_at),
  session_count = greatest(known.session_count, excluded.session_count),
  observed_at = greatest(known.observed_at, excluded.observed_at)
returning inquiry_id as "inquiryId", status, ${msOf("persona_updated_at")} as "updatedAt"`;

const stateQuery = `
select inquiry_id as "inquiryId", reference_id as "referenceId", inquiry_template_id as "inquiryTemplateId", account_id as "accountId",
  status, redacted, source, ${msOf("status_since")} as "statusSince", ${msOf("created_at")} as "createdAt",
  ${msOf("persona_updated_at")} as "updatedAt", ${msOf("observed_at")} as "observedAt"
from inquiry_states`;

const columnOf: Readonly<Record<string, string>> = { inquiry: "inquiry_id", account: "account_id" };

/** What Persona told last of every inquiry, in the database and so for all instances. */
export function createInquiryStates({ db, now }: { readonly db: Database; readonly now: () => number }): InquiryStates {
  const noteMany: InquiryStates["noteMany"] = async (observations, transaction = db) => {
    const known = new Map<string, KnownState>();
    for (const round of roundsOf(observations)) {
      const rows = round.map((observation) => rowOf(observation, now()));
      for (const row of await transaction.query<KnownState>(noteStatement, [JSON.stringify(rows)])) known.set(row.inquiryId, row);
    }
    return [...known.values()];
  };
  return {
    note: async (observation, transaction) => void (await noteMany([observation], transaction)),
    noteMany,
    get: async (inquiryId) => (await db.query<InquiryState>(`${stateQuery} where inquiry_id = $1`, [inquiryId]))[0],
    async referenceIdOf(object, transaction = db) {
      const column = columnOf[object?.type ?? ""];
      if (object === null || column === undefined) return null;
      const [row] = await transaction.query<{ referenceId: string }>(
        `select reference_id as "referenceId" from inquiry_states where ${column} = $1 and not redacted and reference_id is not null
         order by persona_updated_at desc limit 1`,
        [object.id],
      );
      return row?.referenceId ?? null;
    },
    ofReferenceId: (referenceId) =>
      db.query<InquiryState>(`${stateQuery} where reference_key = $1 order by created_at desc nulls last, inquiry_id`, [
        referenceKey(referenceId),
      ]),
  };
}

/**
 * A statement can't touch a row twice: whatever is told of an inquiry again waits for the next one, which so locks no row that the first
 * has not.
 */
function roundsOf(observations: readonly InquiryObservation[]): InquiryObservation[][] {
  const rounds: InquiryObservation[][] = [];
  const times = new Map<string, number>();
  for (const observation of observations) {
    const round = times.get(observation.inquiryId) ?? 0;
    times.set(observation.inquiryId, round + 1);
    (rounds[round] ??= []).push(observation);
  }
  return rounds;
}
