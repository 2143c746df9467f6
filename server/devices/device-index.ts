import type { SharedDeviceInquiry, SharedDevices } from "@/api/generated/desk/types.gen";
import type { KeyedHash } from "../db/keyed-hash";
import type { Database, Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";

/** That an inquiry was opened on a device. */
export type DeviceUse = {
  readonly inquiryId: string;
  /** Persona's ID of it: one device has the same in all sessions, whoever's they are (Persona docs, "Devices"). */
  readonly deviceId: string;
  /** When a session was opened on it, ms. */
  readonly at: number;
};

export type DeviceIndex = {
  /** Remembers on what devices inquiries were opened, whatever order it is told in and however often; not of what was redacted. */
  note(uses: readonly DeviceUse[], transaction?: Queryable): Promise<void>;
  /** Which inquiries of other people were opened on a device of this one, as far as the desk has heard of it. */
  sharedWith(inquiryId: string): Promise<SharedDevices>;
};

/** As many as anybody looks through. */
export const mostShared = 100;

// One row per inquiry and device and in their order: a statement can't touch a row twice, and two must not lock rows crosswise.
const noteStatement = `
with told as (
  select * from jsonb_to_recordset($1::jsonb) as row_of (inquiry_id text, device_hash text, at timestamptz)
)
insert into inquiry_devices as known (inquiry_id, device_hash, last_seen_at)
select inquiry_id, device_hash, max(at) from told
where not exists (select from erasures where object_id = told.inquiry_id)
group by inquiry_id, device_hash order by inquiry_id, device_hash
on conflict (inquiry_id, device_hash) do update set last_seen_at = excluded.last_seen_at where known.last_seen_at < excluded.last_seen_at`;

/** As many sessions as an inquiry has by default, so hardly ever fewer than all. */
const mostDevices = 25;

const ownQuery = `
select account_id as "accountId", reference_key as "referenceKey", array(
  select device_hash from inquiry_devices where inquiry_id = $1 order by last_seen_at desc limit ${mostDevices}
) as devices
from inquiry_states where inquiry_id = $1`;

/**
 * The inquiries of others that one device opened, the last first. Whose an inquiry is, its state tells: where there is none, nobody can say
 * that it is somebody else's. The same reference ID is the same person, be it on two accounts. The device is followed no further than to the
 * last that can be shown: one that stands in a branch opens thousands. It is a value of its own, so that the planner knows of these.
 */
const onDevice = (device: string) => `(
  select state.*, theirs.last_seen_at
  from inquiry_devices theirs join inquiry_states state on state.inquiry_id = theirs.inquiry_id
  where theirs.device_hash = ${device} and theirs.inquiry_id <> $1 and not state.redacted
    and (state.account_id is null or state.account_id is distinct from $2::text)
    and ($3::text is null or state.reference_key is distinct from $3::text)
  order by theirs.last_seen_at desc limit ${mostShared + 1}
)`;

const sharedQuery = (devices: readonly string[]) => `
select inquiry_id as "inquiryId", account_id as "accountId", reference_id as "referenceId", inquiry_template_id as "inquiryTemplateId",
  status, ${msOf("created_at")} as "createdAt", ${msOf("max(last_seen_at)")} as "lastSeenAt"
from (${devices.map((_, index) => onDevice(`$${index + 4}`)).join(" union all ")}) as others
group by inquiry_id, account_id, reference_id, inquiry_template_id, status, created_at
order by max(last_seen_at) desc, inquiry_id limit ${mostShared + 1}`;

type OwnRow = {
  readonly accountId: string | null;
  readonly referenceKey: string | null;
  readonly devices: readonly string[];
};

type SharedRow = {
  readonly inquiryId: string;
  readonly accountId: string | null;
  readonly referenceId: string | null;
  readonly inquiryTemplateId: string | null;
  readonly status: string;
  readonly createdAt: number | null;
  readonly lastSeenAt: number;
};

type DeviceIndexDeps = {
  readonly db: Database;
  readonly hash: KeyedHash;
};

/** Which device opened which inquiries, in the database and so for all instances. By hash: the device's ID is not kept. */
export function createDeviceIndex({ db, hash }: DeviceIndexDeps): DeviceIndex {
  return {
    async note(uses, transaction = db) {
      if (uses.length === 0) return;
      const rows = uses.map(({ inquiryId, deviceId, at }) => ({ inquiry_id: inquiryId, device_hash: hash(deviceId), at: timestamp(at) }));
      await transaction.query(noteStatement, [JSON.stringify(rows)]);
    },
    async sharedWith(inquiryId) {
      const [own] = await db.query<OwnRow>(ownQuery, [inquiryId]);
      if (own === undefined || own.devices.length === 0) return { inquiries: [], accounts: 0, hasMore: false };
      const rows = await db.query<SharedRow>(sharedQuery(own.devices), [inquiryId, own.accountId, own.referenceKey, ...own.devices]);
      const inquiries = rows.slice(0, mostShared).map(shown);
      return { inquiries, accounts: accountsIn(inquiries), hasMore: rows.length > mostShared };
    },
  };
}

const shown = ({ createdAt, lastSeenAt, ...row }: SharedRow): SharedDeviceInquiry => ({
  ...row,
  createdAt: createdAt === null ? null : timestamp(createdAt),
  lastSeenAt: timestamp(lastSeenAt),
});

/** How many others they are: what has no account stands for itself. */
const accountsIn = (inquiries: readonly SharedDeviceInquiry[]) =>
  new Set(inquiries.map(({ accountId, inquiryId }) => accountId ?? inquiryId)).size;
