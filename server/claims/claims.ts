import { randomUUID } from "node:crypto";
import type { Claim, DeskUser } from "@/api/generated/desk/types.gen";
import type { Database, Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import { personActor } from "../audit/audit-actor";
import type { AuditWriter } from "../audit/audit-entry";
import type { SignedIn } from "../http/context";
import type { Pushes } from "../push/push";

/** How long a claim holds without being put again. Browsers put it again every 30 seconds. */
export const leaseMs = 90_000;

/** More than any team works on at once. */
const listLimit = 1_000;

export type ClaimAnswer = { readonly held: true; readonly claim: Claim } | { readonly held: false; readonly claim: Claim };

export type Claims = {
  /** Takes an inquiry or keeps it; somebody else's only with `takeOver`. Of several at once, one gets it. */
  put(inquiryId: string, person: SignedIn, options: { readonly takeOver: boolean; readonly requestId: string }): Promise<ClaimAnswer>;
  /** Takes an inquiry within a transaction, or keeps it. @returns undefined where somebody else holds it */
  take(inquiryId: string, person: SignedIn, transaction: Queryable): Promise<Claim | undefined>;
  /** Gives one's own claim back; anybody else's stays. */
  release(inquiryId: string, person: SignedIn): Promise<void>;
  /** What is claimed now, the newest first; of these inquiries only, where they are given. */
  list(person: SignedIn, inquiryIds?: readonly string[]): Promise<Claim[]>;
};

type ClaimRow = {
  readonly inquiryId: string;
  readonly holding: string;
  readonly userId: string;
  readonly userName: string;
  readonly userEmailAddress: string;
  readonly claimedAt: number;
  readonly expiresAt: number;
  readonly takenFromId: string | null;
  readonly takenFromName: string | null;
};

const columns = `inquiry_id as "inquiryId", holding, user_id as "userId", user_name as "userName", user_email_address as "userEmailAddress",
  ${msOf("claimed_at")} as "claimedAt", ${msOf("expires_at")} as "expiresAt", taken_from_id as "takenFromId", taken_from_name as "takenFromName"`;

// One statement, so that the row's lock decides who is first. A lapsed claim counts as none.
const kept = "claims.user_id = excluded.user_id and claims.expires_at > excluded.claimed_at";
const others = "claims.user_id <> excluded.user_id and claims.expires_at > excluded.claimed_at";
const put = `
insert into claims (inquiry_id, holding, user_id, user_name, user_email_address, claimed_at, expires_at)
values ($1, $2, $3, $4, $5, $6::timestamptz, $7::timestamptz)
on conflict (inquiry_id) do update set
  holding = case when ${kept} then claims.holding else excluded.holding end,
  user_id = excluded.user_id, user_name = excluded.user_name, user_email_address = excluded.user_email_address,
  claimed_at = case when ${kept} then claims.claimed_at else excluded.claimed_at end,
  expires_at = excluded.expires_at,
  taken_from_id = case when ${others} then claims.user_id end,
  taken_from_name = case when ${others} then claims.user_name end
where claims.user_id = excluded.user_id or claims.expires_at <= excluded.claimed_at or $8::boolean
returning ${columns}`;

// Skips what somebody is just putting again, so that two clean-ups never wait for each other.
const tidy = `
delete from claims where inquiry_id in (
  select inquiry_id from claims where expires_at < $1::timestamptz order by expires_at limit 100 for update skip locked
)`;
const lapsedKeptMs = 60 * 60_000;

/** Who is working on what, in the database and so for all instances. */
export function createClaims(deps: {
  readonly db: Database;
  readonly now: () => number;
  readonly audit: AuditWriter;
  readonly pushes: Pushes;
}): Claims {
  const { db, now, audit, pushes } = deps;
  const changed = (inquiryId: string) => ({
    change: { type: "claim", id: inquiryId, related: [{ type: "inquiry", id: inquiryId }] },
  });

  /** The claim, when the person has it now; told where that is news. */
  async function putIn(transaction: Queryable, inquiryId: string, person: SignedIn, takeOver: boolean) {
    const holding = randomUUID();
    const { id, name, emailAddress } = person.user;
    const at = now();
    const values = [inquiryId, holding, id, name, emailAddress, timestamp(at), timestamp(at + leaseMs), takeOver];
    const [row] = await transaction.query<ClaimRow>(put, values);
    const isNew = row?.holding === holding;
    if (isNew) await pushes.publish(changed(inquiryId), transaction);
    return { row, isNew };
  }

  const tryPut: (...of: Parameters<Claims["put"]>) => Promise<ClaimRow | undefined> = (inquiryId, person, { takeOver, requestId }) =>
    db.transaction(async (transaction) => {
      const { row, isNew } = await putIn(transaction, inquiryId, person, takeOver);
      if (!row || !isNew || row.takenFromId === null) return row;
      await audit.append(
        {
          action: "take-over-claim",
          outcome: "done",
          actor: personActor(person),
          subject: { type: "inquiry", id: inquiryId },
          requestId,
          details: { fromId: row.takenFromId, fromName: row.takenFromName },
        },
        transaction,
      );
      return row;
    });
  const current = async (inquiryId: string) =>
    (await db.query<ClaimRow>(`select ${columns} from claims where inquiry_id = $1`, [inquiryId]))[0];

  return {
    put: async (inquiryId, person, options) => {
      for (;;) {
        const row = await tryPut(inquiryId, person, options);
        if (row) {
          if (row.claimedAt === row.expiresAt - leaseMs) await db.query(tidy, [timestamp(now() - lapsedKeptMs)]);
          return { held: true, claim: claimOf(row, person) };
        }
        const holder = await current(inquiryId);
        // Given back between the two: then it is free to take, and every turn of this loop is somebody else's.
        if (holder) return { held: false, claim: claimOf(holder, person) };
      }
    },
    take: async (inquiryId, person, transaction) => {
      const { row } = await putIn(transaction, inquiryId, person, false);
      return row && claimOf(row, person);
    },
    release: (inquiryId, person) =>
      db.transaction(async (transaction) => {
        const rows = await transaction.query("delete from claims where inquiry_id = $1 and user_id = $2 returning inquiry_id", [
          inquiryId,
          person.user.id,
        ]);
        if (rows.length > 0) await pushes.publish(changed(inquiryId), transaction);
      }),
    list: async (person, inquiryIds) => {
      const rows = await db.query<ClaimRow>(
        `select ${columns} from claims where expires_at > $1::timestamptz and ($2::text[] is null or inquiry_id = any($2::text[]))
         order by claims.claimed_at desc, inquiry_id limit ${listLimit}`,
        [timestamp(now()), inquiryIds ?? null],
      );
      return rows.map((row) => claimOf(row, person));
    },
  };
}

function claimOf(row: ClaimRow, person: SignedIn): Claim {
  const user: DeskUser = { id: row.userId, name: row.userName, emailAddress: row.userEmailAddress };
  return {
    inquiryId: row.inquiryId,
    user,
    claimedAt: timestamp(row.claimedAt),
    expiresAt: timestamp(row.expiresAt),
    mine: row.userId === person.user.id,
  };
}
