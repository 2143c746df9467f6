import { randomUUID } from "node:crypto";
import type { IssuedLink } from "@/api/generated/desk/types.gen";
import type { Database, Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";
import type { AuditActor } from "../audit/audit-entry";
import type { Stretch } from "../http/read-query";
import type { Pushes } from "../push/push";
import type { KeyedHash } from "../db/keyed-hash";
import { type LinkUse, noteLinkUse } from "./link-use";

export type IssuedLinkKind = "one-time-link" | "session-token";
export type IssuedLinkState = "live" | "opened" | "superseded" | "lapsed";

/** That a link was issued. Never the link: whoever has it sees what the user entered. */
export type IssuedLinkInput = {
  readonly inquiryId: string;
  readonly kind: IssuedLinkKind;
  readonly issuedBy: AuditActor;
  /** ms or ISO; null where Persona did not say. */
  readonly expiresAt: number | string | null;
  /** When its inquiry expires, ms; null or absent where Persona did not say. */
  readonly inquiryEndsAt?: number | null;
  /** What lets in whoever has it, in each form it has. Hashed, and not kept. */
  readonly secrets?: readonly string[];
};

export type IssuedLinkFilter = {
  readonly inquiryId?: string | undefined;
  readonly issuedBy?: string | undefined;
  readonly state?: IssuedLinkState | undefined;
};

/** A row with its place in the ledger. */
export type LedgerLine = { readonly sequence: number; readonly link: IssuedLink };

export type IssuedLinks = {
  record(input: IssuedLinkInput, transaction?: Queryable): Promise<void>;
  /** Tells the status that inquiries have now: links of one that is over open nothing any more. */
  noteInquiryStates(states: readonly { readonly inquiryId: string; readonly status: string }[], transaction?: Queryable): Promise<void>;
  /** Tells until when inquiries are open, and which of their sessions were opened. */
  noteUse(use: LinkUse, transaction?: Queryable): Promise<void>;
  /** The newest line of the link whose secret part this is. */
  recognize(secret: string): Promise<IssuedLink | undefined>;
  /** Newest first. */
  list(filter: IssuedLinkFilter, page: Stretch): Promise<LedgerLine[]>;
};

/** Statuses in which a link opens the inquiry (Persona docs, "One-time links", "Inquiry statuses"). */
const openStatuses: readonly string[] = ["created", "pending"];

// each as in its index; $1 is now
const unused = "superseded_at is null and (opened_at is null or kind <> 'one-time-link')";
const end = "coalesce(least(expires_at, inquiry_ends_at), 'infinity'::timestamptz)";
const live = `${unused} and ${end} > $1::timestamptz`;
const inState: Readonly<Record<IssuedLinkState, string>> = {
  live,
  opened: "superseded_at is null and opened_at is not null and kind = 'one-time-link'",
  superseded: "superseded_at is not null",
  lapsed: `${unused} and ${end} <= $1::timestamptz`,
};
const stateOf = `case when superseded_at is not null then 'superseded' when ${inState.opened} then 'opened'
  when ${end} <= $1::timestamptz then 'lapsed' else 'live' end`;

/**
 * What a new one-time link ends. Persona hands an unused one out again (API changelog, 2023-04-10): one that runs out at the same moment
 * is the same link, and both lines stay live. Any other one only comes out when the earlier was used, has lapsed, or a life of its own was
 * asked for; where Persona did not say when it ends, the newer line stands for the link. Session tokens end nothing: each opens a session
 * of its own, as often as wanted.
 */
const supersede = `
update issued_links set superseded_at = $1::timestamptz
where inquiry_id = $2 and kind = 'one-time-link' and ${live} and (expires_at is null or expires_at is distinct from $3::timestamptz)`;

/** Handed out again, a link ends when it was said to before. */
const knownEnd = "(select expires_at from issued_links where secret_hashes && $7::text[] order by sequence desc limit 1)";

const insert = `
insert into issued_links (id, kind, inquiry_id, issued_by, issued_at, expires_at, secret_hashes, inquiry_ends_at)
values ($1, $2, $3, $4::text::json, $5::timestamptz, coalesce($6::timestamptz, ${knownEnd}), $7::text[], $8::timestamptz)`;

/** Where the user came to the end, it was no program, whatever it looked like. */
const wentOn = "array['completed', 'approved', 'failed', 'needs_review', 'declined']";

const select = `
select sequence::float8 as "sequence", id, kind, issued_links.inquiry_id as "inquiryId", issued_by::text as "issuedBy",
  states.reference_id as "referenceId", ${msOf("issued_at")} as "issuedAt", ${msOf("expires_at")} as "expiresAt",
  ${msOf("case when superseded_at is null then inquiry_ends_at end")} as "inquiryExpiresAt", ${msOf("superseded_at")} as "supersededAt",
  ${msOf("opened_at")} as "openedAt", opened_like_scanner and not coalesce(states.status = any(${wentOn}), false) as "openedLikeScanner",
  ${stateOf} as state
from issued_links left join (select inquiry_id, reference_id, status from inquiry_states) as states
  on states.inquiry_id = issued_links.inquiry_id`;

type LinkRow = {
  readonly sequence: number;
  readonly id: string;
  readonly kind: string;
  readonly inquiryId: string;
  readonly referenceId: string | null;
  readonly issuedBy: string;
  readonly issuedAt: number;
  readonly expiresAt: number | null;
  readonly inquiryExpiresAt: number | null;
  readonly supersededAt: number | null;
  readonly openedAt: number | null;
  readonly openedLikeScanner: boolean;
  readonly state: IssuedLinkState;
};

type IssuedLinksDeps = {
  readonly db: Database;
  readonly now: () => number;
  readonly pushes: Pushes;
  readonly hash: KeyedHash;
};

/** The ledger of links issued from this desk, in the database and so for all instances. */
export function createIssuedLinks({ db, now, pushes, hash }: IssuedLinksDeps): IssuedLinks {
  const within = <T>(transaction: Queryable | undefined, work: (transaction: Queryable) => Promise<T>) =>
    transaction ? work(transaction) : db.transaction(work);
  const changed = (id: string, inquiryId: string) => ({ change: { type: "link", id, related: [{ type: "inquiry", id: inquiryId }] } });

  return {
    record: ({ inquiryId, kind, issuedBy, expiresAt, secrets = [], inquiryEndsAt = null }, given) =>
      within(given, async (transaction) => {
        const at = timestamp(now());
        const until = expiresAt === null ? null : new Date(expiresAt).toISOString();
        const id = `lnk_${randomUUID()}`;
        if (kind === "one-time-link") {
          // Two at once would not see each other's line.
          await transaction.query("select pg_advisory_xact_lock(hashtext('desk.issued_links'), hashtext($1))", [inquiryId]);
          await transaction.query(supersede, [at, inquiryId, until]);
        }
        await transaction.query(insert, [
          id,
          kind,
          inquiryId,
          JSON.stringify(actorOf(issuedBy)),
          at,
          until,
          secrets.map(hash),
          inquiryEndsAt === null ? null : timestamp(inquiryEndsAt),
        ]);
        await pushes.publish(changed(id, inquiryId), transaction);
      }),
    noteInquiryStates: async (states, given) => {
      const over = states.filter(({ status }) => !openStatuses.includes(status)).map(({ inquiryId }) => inquiryId);
      if (over.length === 0) return;
      const params = [timestamp(now()), over];
      // Told of every inquiry that passes; hardly any has a live link.
      const some = await (given ?? db).query(`select 1 from issued_links where inquiry_id = any($2::text[]) and ${live} limit 1`, params);
      if (some.length === 0) return;
      await within(given, async (transaction) => {
        const rows = await transaction.query<{ id: string; inquiryId: string }>(
          `update issued_links set superseded_at = $1::timestamptz where inquiry_id = any($2::text[]) and ${live}
           returning id, inquiry_id as "inquiryId"`,
          params,
        );
        for (const { id, inquiryId } of rows) await pushes.publish(changed(id, inquiryId), transaction);
      });
    },
    noteUse: (use, given) =>
      noteLinkUse(use, {
        db: given ?? db,
        within: (work) => within(given, work),
        tell: (line, transaction) => pushes.publish(changed(line.id, line.inquiryId), transaction),
      }),
    recognize: async (secret) => {
      const rows = await db.query<LinkRow>(
        `${select} where sequence = any(array(select sequence from issued_links where secret_hashes @> array[$2::text]))
         order by issued_links.sequence desc limit 1`,
        [timestamp(now()), hash(secret)],
      );
      return rows.map(lineOf)[0]?.link;
    },
    list: async (filter, { below, above, limit }) => {
      const params: unknown[] = [timestamp(now())];
      const value = (given: unknown) => `$${params.push(given)}`;
      const conditions = [
        filter.inquiryId !== undefined && `issued_links.inquiry_id = ${value(filter.inquiryId)}`,
        filter.issuedBy !== undefined && `issued_by_id = ${value(filter.issuedBy)}`,
        filter.state !== undefined &&
          (filter.state === "live" ? `sequence = any(array(select sequence from issued_links where ${live}))` : inState[filter.state]),
        below !== undefined && `sequence < ${value(below)}::bigint`,
        above !== undefined && `sequence > ${value(above)}::bigint`,
      ].filter((condition) => condition !== false);
      const rows = await db.query<LinkRow>(
        `${select} ${conditions.length === 0 ? "" : `where ${conditions.join(" and ")}`}
         order by issued_links.sequence ${above === undefined ? "desc" : "asc"} limit ${value(limit)}::int`,
        params,
      );
      const lines = rows.map(lineOf);
      return above === undefined ? lines : lines.toReversed();
    },
  };
}

/** Only what the contract shows, whatever else the object holds. */
const actorOf = ({ type, id, name, emailAddress, role }: AuditActor): AuditActor => ({ type, id, name, emailAddress, role });

function lineOf({ sequence, issuedBy, ...row }: LinkRow): LedgerLine {
  const iso = (ms: number | null) => (ms === null ? null : timestamp(ms));
  const link: IssuedLink = {
    id: row.id,
    kind: row.kind,
    inquiryId: row.inquiryId,
    referenceId: row.referenceId,
    // written by `record` from an actor, and by nobody else
    issuedBy: JSON.parse(issuedBy) as AuditActor,
    issuedAt: timestamp(row.issuedAt),
    expiresAt: iso(row.expiresAt),
    inquiryExpiresAt: iso(row.inquiryExpiresAt),
    supersededAt: iso(row.supersededAt),
    openedAt: iso(row.openedAt),
    openedLike: row.openedLikeScanner ? "scanner" : null,
    state: row.state,
  };
  return { sequence, link };
}
