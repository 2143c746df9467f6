import type { DeskUser, PartnerScope, PartnerToken } from "@/api/generated/desk/types.gen";
import { hashOf, newId, newSecret } from "../auth/secrets";
import type { Database, Queryable } from "../db/database";
import { msOf, timestamp } from "../db/sql-time";

/** A system that calls, as its token says. */
export type Partner = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly PartnerScope[];
};

export type NewPartnerToken = {
  readonly name: string;
  readonly scopes: readonly PartnerScope[];
  /** Never, when null. */
  readonly expiresInDays: number | null;
};

export type PartnerTokens = {
  /** Makes a token; `token` is shown once and stored nowhere. */
  create(input: NewPartnerToken, by: DeskUser, transaction?: Queryable): Promise<{ partnerToken: PartnerToken; token: string }>;
  /** All, revoked and expired ones too, newest first. */
  list(): Promise<PartnerToken[]>;
  /** Ends a token at once. `changed` is false when it was revoked before. @returns undefined when there is none of that ID */
  revoke(id: string, transaction?: Queryable): Promise<{ name: string; changed: boolean } | undefined>;
  /** Whom a presented token belongs to; nobody when it is unknown, revoked or expired. */
  find(token: string): Promise<Partner | undefined>;
};

type TokenRow = {
  id: string;
  name: string;
  scopes: PartnerScope[];
  created_by: DeskUser;
  created_at: number;
  expires_at: number | null;
  last_used_at: number | null;
  revoked_at: number | null;
  ending: string;
};

const tokenForm = /^iqd_[A-Za-z0-9_-]{43}$/;
const dayMs = 24 * 60 * 60_000;
/** How exact `lastUsedAt` is: a write per call would cost more than it tells. */
const usedEveryMs = 60_000;

const columns = ["created_at", "expires_at", "last_used_at", "revoked_at"].map((column) => `${msOf(column)} as ${column}`);
const select = `select id, name, to_json(scopes) as scopes, created_by, ending, ${columns.join(", ")} from partner_tokens`;

/** Tokens of the company's own systems. What is stored can't be used to call: it is a hash of 256 random bits. */
export function createPartnerTokens({ db, now }: { readonly db: Database; readonly now: () => number }): PartnerTokens {
  return {
    async create({ name, scopes, expiresInDays }, by, transaction = db) {
      const token = `iqd_${newSecret()}`;
      const createdAt = now();
      const row: TokenRow = {
        id: newId("ptok"),
        name,
        scopes: [...scopes],
        created_by: { id: by.id, name: by.name, emailAddress: by.emailAddress },
        created_at: createdAt,
        expires_at: expiresInDays === null ? null : createdAt + expiresInDays * dayMs,
        last_used_at: null,
        revoked_at: null,
        ending: token.slice(-4),
      };
      await transaction.query(
        `insert into partner_tokens (id, name, token_hash, ending, scopes, created_by, created_at, expires_at)
         values ($1, $2, $3, $4, array(select jsonb_array_elements_text($5::jsonb)), $6::text::json, $7::timestamptz, $8::timestamptz)`,
        [
          row.id,
          name,
          hashOf(token),
          row.ending,
          JSON.stringify(row.scopes),
          JSON.stringify(row.created_by),
          timestamp(createdAt),
          row.expires_at === null ? null : timestamp(row.expires_at),
        ],
      );
      return { partnerToken: tokenOf(row), token };
    },
    async list() {
      return (await db.query<TokenRow>(`${select} order by partner_tokens.created_at desc, id`)).map(tokenOf);
    },
    async revoke(id, transaction = db) {
      const [before] = await transaction.query<{ name: string; revoked: boolean }>(
        "select name, revoked_at is not null as revoked from partner_tokens where id = $1 for update",
        [id],
      );
      if (!before) return undefined;
      await transaction.query("update partner_tokens set revoked_at = coalesce(revoked_at, $2::timestamptz) where id = $1", [
        id,
        timestamp(now()),
      ]);
      return { name: before.name, changed: !before.revoked };
    },
    async find(token) {
      if (!tokenForm.test(token)) return undefined;
      const at = timestamp(now());
      const [row] = await db.query<Partner & { stale: boolean }>(
        `select id, name, to_json(scopes) as scopes, coalesce(last_used_at <= $3::timestamptz, true) as stale from partner_tokens
         where token_hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2::timestamptz)`,
        [hashOf(token), at, timestamp(now() - usedEveryMs)],
      );
      if (!row) return undefined;
      if (row.stale) {
        await db.query("update partner_tokens set last_used_at = greatest(last_used_at, $2::timestamptz) where id = $1", [row.id, at]);
      }
      return { id: row.id, name: row.name, scopes: row.scopes };
    },
  };
}

function tokenOf(row: TokenRow): PartnerToken {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdBy: row.created_by,
    createdAt: timestamp(row.created_at),
    expiresAt: isoOrNull(row.expires_at),
    lastUsedAt: isoOrNull(row.last_used_at),
    revokedAt: isoOrNull(row.revoked_at),
    ending: row.ending,
  };
}

const isoOrNull = (ms: number | null) => (ms === null ? null : timestamp(ms));
