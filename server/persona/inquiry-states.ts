import { referenceKey } from "@/domain/reference-id";
import type { Database, Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import type { InquiryObservation, ObservationSource } from "./inquiry-observation";

/** The latest that is known of an inquiry. Times in ms. */
export interface InquiryState {
  readonly inquiryId: string;
  readonly referenceId: string | null;
  readonly inquiryTemplateId: string | null;
  readonly accountId: string | null;
  readonly status: string;
  readonly redacted: boolean;
  readonly statusSince: number | null;
  readonly createdAt: number | null;
  readonly updatedAt: number;
  readonly source: ObservationSource;
  /** When anything was last heard of it. */
  readonly observedAt: number;
}

/** What is known of an inquiry once it was noted. */
export type KnownState = Pick<InquiryState, "inquiryId" | "status" | "updatedAt">;

export interface InquiryStates {
  /** Remembers what is newer than what is known, whatever order observations come in and however often. */
  note(observation: InquiryObservation, transaction?: Queryable): Promise<void>;
  /** The same for many, in one statement. @returns what is known of these inquiries now */
  noteMany(observations: readonly InquiryObservation[], transaction?: Queryable): Promise<readonly KnownState[]>;
  get(inquiryId: string): Promise<InquiryState | undefined>;
  /** The reference ID of an inquiry or an account, as an unredacted inquiry tells it; null where none is known. */
  referenceIdOf(object: { readonly type: string; readonly id: string } | null, transaction?: Queryable): Promise<string | null>;
  /** All known inquiries of a reference ID, compared without regard to case as Persona does; the newest first. */
  ofReferenceId(referenceId: string): Promise<InquiryState[]>;
}

/**
 * Which of two observations counts: Persona's later `updated-at`; of the same time what a write answered before what an event told before
 * what was read; then the later one; then any, but always the same.
 */
const orderBy = (row: string) => [
  `${row}.persona_updated_at`,
  `array_position(array['read', 'webhook', 'write'], ${row}.source)`,
  `${row}.told_at`,
  `${row}.status`,
  ...["reference_id", "inquiry_template_id", "account_id"].map((column) => `coalesce(${row}.${column}, '')`),
];
const newer = `(${orderBy("excluded").join(", ")}) > (${orderBy("known").join(", ")})`;

const replaced = [
  "reference_id",
  "reference_key",
  "inquiry_template_id",
  "account_id",
  "status",
  "status_since",
  "created_at",
  "persona_updated_at",
  "source",
  "told_at",
];

// One row per inquiry and in the order of IDs: a statement can't touch a row twice, and two of them must not lock rows crosswise.
const noteStatement = `
with told as (
  select * from jsonb_to_recordset($1::jsonb) as row_of (
    inquiry_id text, reference_id text, reference_key text, inquiry_template_id text, account_id text, status text, redacted boolean,
    status_since timestamptz, created_at timestamptz, persona_updated_at timestamptz, source text, told_at timestamptz
  )
)
insert into inquiry_states as known (inquiry_id, ${replaced.join(", ")}, redacted, observed_at)
select distinct on (told.inquiry_id) told.inquiry_id, ${replaced.map((column) => `told.${column}`).join(", ")},
  bool_or(told.redacted) over (partition by told.inquiry_id), max(told.told_at) over (partition by told.inquiry_id)
from told
order by told.inquiry_id, ${orderBy("told")
  .map((expression) => `${expression} desc`)
  .join(", ")}
on conflict (inquiry_id) do update set
  ${replaced.map((column) => `${column} = case when ${newer} then excluded.${column} else known.${column} end`).join(",\n  ")},
  redacted = known.redacted or excluded.redacted,
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
  const rowOf = (observation: InquiryObservation) => ({
    inquiry_id: observation.inquiryId,
    reference_id: observation.referenceId,
    reference_key: observation.referenceId === null ? null : referenceKey(observation.referenceId),
    inquiry_template_id: observation.inquiryTemplateId,
    account_id: observation.accountId,
    status: observation.status,
    redacted: observation.redacted,
    status_since: isoOrNull(observation.statusSince),
    created_at: isoOrNull(observation.createdAt),
    persona_updated_at: timestamp(observation.updatedAt),
    source: observation.source,
    // A clock that is ahead must not make an observation look fresher than it can be.
    told_at: timestamp(Math.min(observation.observedAt, now())),
  });
  const noteMany: InquiryStates["noteMany"] = async (observations, transaction = db) =>
    observations.length === 0 ? [] : transaction.query(noteStatement, [JSON.stringify(observations.map(rowOf))]);
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

function isoOrNull(ms: number | null | undefined): string | null {
  return ms === null || ms === undefined ? null : timestamp(ms);
}
