import { randomUUID } from "node:crypto";
import type { AuditActor, AuditInput, AuditWriter } from "../audit/audit-entry";
import type { Database } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";

export type RestorationKind = "link" | "sdk-token";
/** `resuming` and `linking` are steps at Persona; what was begun is finished. `unknown`: nobody could find out in time. */
export type RestorationState = "checking" | "resuming" | "linking" | "done" | "refused" | "stopped" | "unknown";

/** What somebody who asks for a way back in saw. */
export type RestorationSeen = {
  readonly status: string;
  readonly redactedAt: string | null;
};

/** A way back in that somebody asks for. */
export type NewRestoration = {
  readonly intent: string;
  readonly fingerprint: string;
  readonly inquiryId: string;
  readonly kind: RestorationKind;
  readonly expiresInSeconds: number | null;
  readonly by: AuditActor;
  /** Null for a system of the company, which compares nothing with what it saw. */
  readonly seen: RestorationSeen | null;
  readonly requestId: string;
};

/** As the database has it. Times in ms. */
export type RestorationRow = NewRestoration & {
  readonly id: string;
  readonly state: RestorationState;
  readonly isOpen: boolean;
  /** Whether it had expired and is resumed. */
  readonly resumed: boolean;
  readonly tries: number;
  readonly createdAt: number;
};

type Step = {
  readonly state?: RestorationState;
  readonly resumed?: boolean;
};

export type RestorationStore = ReturnType<typeof createRestorationStore>;

const columns = `r.id, r.intent, r.fingerprint, r.inquiry_id as "inquiryId", r.kind, r.expires_in_seconds as "expiresInSeconds", r.by, r.seen,
  r.state, r.is_open as "isOpen", r.resumed, r.tries, r.request_id as "requestId", ${msOf("r.created_at")} as "createdAt"`;
const leaseMs = 5_000;
const atOnce = 10;

type RestorationStoreDeps = {
  readonly db: Database;
  readonly now: () => number;
  readonly audit: Pick<AuditWriter, "append">;
};

/** Ways back in that were asked for, in the database and so for all instances. What comes of them stands in the ledger of writes. */
export function createRestorationStore({ db, now, audit }: RestorationStoreDeps) {
  const at = (ms = now()) => timestamp(ms);
  const find = async (where: string, value: string) =>
    (await db.query<RestorationRow>(`select ${columns} from restorations r where ${where}`, [value]))[0];

  return {
    leaseMs,
    /** @param holder who carries it out @returns the row, one's own where `isNew`; the one that is in the way where the intent is another */
    async begin(asked: NewRestoration, holder: string): Promise<{ readonly isNew: boolean; readonly row: RestorationRow }> {
      for (;;) {
        const [row] = await db.query<RestorationRow>(
          `insert into restorations as r (id, intent, fingerprint, inquiry_id, kind, expires_in_seconds, by, seen, state, is_open, holder,
             lease_until, request_id, created_at, changed_at)
           values ($1, $2, $3, $4, $5, $6::integer, $7::text::json, $8::text::json, 'checking', true, $9::uuid, $10::timestamptz, $11,
             $12::timestamptz, $12::timestamptz)
           on conflict do nothing returning ${columns}`,
          [
            `rst_${randomUUID().replaceAll("-", "")}`,
            asked.intent,
            asked.fingerprint,
            asked.inquiryId,
            asked.kind,
            asked.expiresInSeconds,
            JSON.stringify(asked.by),
            asked.seen === null ? null : JSON.stringify(asked.seen),
            holder,
            at(now() + leaseMs),
            asked.requestId,
            at(),
          ],
        );
        if (row !== undefined) return { isNew: true, row };
        const known = (await find("r.intent = $1", asked.intent)) ?? (await find("r.inquiry_id = $1 and r.is_open", asked.inquiryId));
        if (known !== undefined) return { isNew: false, row: known };
      }
    },

    /**
     * Takes the lease of one whose instance stopped, or that failed before.
     * @returns undefined while an instance works on it, or another one of the same inquiry is open
     */
    async takeOver(id: string, holder: string): Promise<RestorationRow | undefined> {
      const [row] = await db.query<RestorationRow>(
        `update restorations r set holder = $2::uuid, lease_until = $3::timestamptz, is_open = true,
           state = case when r.is_open then r.state else 'checking' end
         where r.id = $1 and r.state <> 'done' and (r.lease_until <= $4::timestamptz or not r.is_open)
           and not exists (select from restorations other where other.inquiry_id = r.inquiry_id and other.is_open and other.id <> r.id)
         returning ${columns}`,
        [id, holder, at(now() + leaseMs), at()],
      );
      return row;
    },

    /** What stopped instances left behind, and what has to be tried again. */
    async takeDue(holder: string): Promise<RestorationRow[]> {
      return db.query<RestorationRow>(
        `update restorations r set holder = $1::uuid, lease_until = $2::timestamptz where r.id in (
           select id from restorations where is_open and lease_until <= $3::timestamptz order by lease_until limit ${atOnce}
           for update skip locked
         ) returning ${columns}`,
        [holder, at(now() + leaseMs), at()],
      );
    },

    async renew(id: string, holder: string): Promise<void> {
      await db.query(`update restorations set lease_until = $3::timestamptz where id = $1 and holder = $2::uuid and is_open`, [
        id,
        holder,
        at(now() + leaseMs),
      ]);
    },

    /** Writes down which step comes now. @returns undefined when it is the holder's no more */
    async step(id: string, holder: string, { state, resumed }: Step): Promise<RestorationRow | undefined> {
      const [row] = await db.query<RestorationRow>(
        `update restorations r set state = coalesce($3, r.state), resumed = coalesce($4::boolean, r.resumed), changed_at = $5::timestamptz
         where r.id = $1 and r.holder = $2::uuid and r.is_open returning ${columns}`,
        [id, holder, state ?? null, resumed ?? null, at()],
      );
      return row;
    },

    /**
     * It is over, one way or the other.
     * @param entry audited in the same transaction, where nothing was sent
     * @returns false when it is the holder's no more: nothing is changed, and nothing written down
     */
    end: (id: string, holder: string, state: "done" | "refused" | "stopped" | "unknown", entry?: AuditInput): Promise<boolean> =>
      db.transaction(async (transaction) => {
        const ended = await transaction.query(
          `update restorations set state = $3, is_open = false, holder = null, changed_at = $4::timestamptz
           where id = $1 and holder = $2::uuid and is_open returning id`,
          [id, holder, state, at()],
        );
        if (ended.length > 0 && entry !== undefined) await audit.append(entry, transaction);
        return ended.length > 0;
      }),

    /** Removes one of which nothing was sent. */
    async forget(id: string, holder: string): Promise<void> {
      await db.query("delete from restorations where id = $1 and holder = $2::uuid and state = 'checking'", [id, holder]);
    },

    /** Gives the lease back. @param ms until it is due again by itself */
    async release(id: string, holder: string, ms: number): Promise<void> {
      await db.query(
        "update restorations set lease_until = $3::timestamptz, tries = tries + 1 where id = $1 and holder = $2::uuid and is_open",
        [id, holder, at(now() + ms)],
      );
    },
  };
}
