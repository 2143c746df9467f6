import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { deleteOver } from "@server/retention/delete-over";
import { retentionPlan } from "@server/retention/retention-plan";
import { describeOnEachDatabase } from "@test/server/support/databases";

const now = Date.parse("2026-03-02T09:00:00.000Z");
const dayMs = 24 * 60 * 60_000;
const at = (daysAgo: number) => new Date(now - daysAgo * dayMs).toISOString();

/** Puts a row into a table whose time began so many days ago. What else it needs comes along. */
const rows: Readonly<Record<string, (key: string, began: string) => [statement: string, values: unknown[]]>> = {
  sessions: (key, began) => [
    `with who as (insert into people (id, issuer, subject, name, email_address, role, first_sign_in_at, last_sign_in_at)
       values ($1, 'i', $1, 'n', 'e', 'lead', $2::timestamptz, now()) returning id)
     insert into sessions (id, secret_hash, person_id, role, created_at, last_active_at, idle_expires_at, absolute_expires_at)
     select $1, $1, id, 'lead', $2::timestamptz, $2::timestamptz, $2::timestamptz, $2::timestamptz from who`,
    [key, began],
  ],
  persona_writes: (key, began) => [
    `insert into persona_writes (id, intent, actor, operation, path, query, fingerprint, idempotency_key, state, instance, lease_until, created_at)
     values (gen_random_uuid(), $1, '{}', 'o', '/', '', 'f', 'k', 'answered', gen_random_uuid(), $2::timestamptz, $2::timestamptz)`,
    [key, began],
  ],
  decisions: (key, began) => [
    `insert into decisions (id, intent, fingerprint, write_intent, inquiry_id, action, reasons, by, seen, state, is_open, hold_seconds, created_at,
       changed_at) values ($1, $1, 'f', $1, 'inq_1', 'approve', '[]', '{}', '{}', 'confirmed', false, 5, $2::timestamptz, $2::timestamptz)`,
    [key, began],
  ],
  batches: (key, began) => [
    `insert into batches (id, intent, fingerprint, action, reasons, until_user_acts, by, state, hold_seconds, starts_at, lease_until, created_at,
       changed_at) values ($1, $1, 'f', 'approve', '[]', false, '{}', 'done', 5, $2::timestamptz, $2::timestamptz, $2::timestamptz, $2::timestamptz)`,
    [key, began],
  ],
  restorations: (key, began) => [
    `insert into restorations (id, intent, fingerprint, inquiry_id, kind, by, state, is_open, created_at, changed_at)
     values ($1, $1, 'f', 'inq_1', 'link', '{}', 'done', false, $2::timestamptz, $2::timestamptz)`,
    [key, began],
  ],
  webhook_events: (key, began) => [
    "insert into webhook_events (event_id, name, received_at) values ($1, 'n', $2::timestamptz)",
    [key, began],
  ],
  standing_reads: (key, began) => ["insert into standing_reads (reference_hash, read_at) values ($1, $2::timestamptz)", [key, began]],
  inquiry_states: (key, began) => [
    `insert into inquiry_states (inquiry_id, status, redacted, persona_updated_at, source, told_at, observed_at)
     values ($1, 'created', false, $2::timestamptz, 'read', $2::timestamptz, $2::timestamptz)`,
    [key, began],
  ],
  inquiry_rounds: (key, began) => [
    "insert into inquiry_rounds (started_at, after, next_page_at, done_at) values ($2::timestamptz, $1, $2::timestamptz, $2::timestamptz)",
    [key, began],
  ],
  postponements: (key, began) => [
    `insert into postponements (inquiry_id, only_for, by_id, by_name, by_email_address, postponed_at, until, until_user_acts, reason, status,
       known_updated_at) values ($1, '', 'u', 'n', 'e', $2::timestamptz, $2::timestamptz, false, 'r', 'needs_review', $2::timestamptz)`,
    [key, began],
  ],
  second_looks: (key, began) => [
    `insert into second_looks (id, inquiry_id, by, asked_at, action, reasons, status, state, changed_at)
     values ($1, 'inq_1', '{"id":"u"}', $2::timestamptz, 'approve', '[]', 'needs_review', 'taken-back', $2::timestamptz)`,
    [key, began],
  ],
  inquiry_devices: (key, began) => [
    "insert into inquiry_devices (inquiry_id, device_hash, last_seen_at) values ($1, 'h', $2::timestamptz)",
    [key, began],
  ],
  issued_links: (key, began) => [
    "insert into issued_links (id, kind, inquiry_id, issued_by, issued_at) values ($1, 'one-time-link', 'inq_1', '{}', $2::timestamptz)",
    [key, began],
  ],
  partner_tokens: (key, began) => [
    `insert into partner_tokens (id, name, token_hash, ending, scopes, created_by, created_at, revoked_at)
     values ($1, 'n', $1, 'abcd', '{}', '{}', '2020-01-01', $2::timestamptz)`,
    [key, began],
  ],
  saved_views: (key, began) => [
    `with who as (insert into people (id, issuer, subject, name, email_address, role, first_sign_in_at, last_sign_in_at)
       values ($1, 'i', $1, 'n', 'e', 'lead', $2::timestamptz, $2::timestamptz) returning id)
     insert into saved_views (id, screen, name, name_key, search, shared, owner_id, owner_name, owner_email_address, updated_at)
     select $1, 'inquiries', $1, $1, '', false, id, 'n', 'e', $2::timestamptz from who`,
    [key, began],
  ],
  people: (key, began) => [
    `insert into people (id, issuer, subject, name, email_address, role, first_sign_in_at, last_sign_in_at)
     values ($1, 'i', $1, 'n', 'e', 'lead', $2::timestamptz, $2::timestamptz)`,
    [key, began],
  ],
};

describeOnEachDatabase("what is deleted in time", (fresh) => {
  it.each(retentionPlan)("$table: after $days days, and not before", async (retention) => {
    const db = await fresh();
    const row = rows[retention.table];
    if (row === undefined) throw new Error(`This test lacks a row of ${retention.table}`);
    await db.query(...row("old", at(retention.days + 1)));
    await db.query(...row("young", at(retention.days - 1)));
    expect(await deleteOver(db, retention, now)).toBe(false);
    const left = await db.query(`select to_json(${retention.table})::text as row from ${retention.table}`);
    expect(left).toHaveLength(1);
    expect(JSON.stringify(left)).toContain("young");
  });

  it("leaves a postponement that is still in force, however old", async () => {
    const db = await fresh();
    const retention = retentionPlan.find(({ table }) => table === "postponements");
    if (retention === undefined) throw new Error("postponements are not in the plan");
    await db.query(
      `insert into inquiry_states (inquiry_id, status, redacted, persona_updated_at, source, told_at, observed_at)
       values ('inq_1', 'needs_review', false, $1::timestamptz, 'read', $1::timestamptz, $1::timestamptz)`,
      [at(40)],
    );
    await db.query(
      `insert into postponements (inquiry_id, only_for, by_id, by_name, by_email_address, postponed_at, until, until_user_acts, reason, status,
         known_updated_at) values ('inq_1', '', 'u', 'n', 'e', $1::timestamptz, null, true, 'r', 'needs_review', $1::timestamptz)`,
      [at(40)],
    );
    await deleteOver(db, retention, now);
    expect(await db.query("select from postponements")).toHaveLength(1);
    await db.query("update inquiry_states set status = 'approved'");
    await deleteOver(db, retention, now);
    expect(await db.query("select from postponements")).toEqual([]);
  });

  it("goes on where there is more than one round takes", async () => {
    const db = await fresh();
    const retention = retentionPlan.find(({ table }) => table === "standing_reads");
    if (retention === undefined) throw new Error("standing_reads is not in the plan");
    await db.query("insert into standing_reads select 'r' || n, '2020-01-01' from generate_series(1, 20500) as n");
    expect(await deleteOver(db, retention, now)).toBe(true);
    expect(await deleteOver(db, retention, now)).toBe(false);
    expect(await db.query("select from standing_reads")).toEqual([]);
  });

  it("names every table there is, here or in the docs", async () => {
    const db = await fresh();
    const tables = await db.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'desk'::regnamespace and relkind = 'r' order by relname",
    );
    const docs = readFileSync("docs/deployment.md", "utf8");
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter(({ name }) => name !== "migrations" && !docs.includes(`| \`${name}\` |`))).toEqual([]);
    const told = [...docs.matchAll(/^\| `(\w+)` \| (\d+ days after .*) \|$/gm)].map(([, table, kept]) => [table, kept] as const);
    const planned = retentionPlan.map(({ table, days, since }) => [table, `${days} days after ${since}`] as const);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(planned));
  });
});
