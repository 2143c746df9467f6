import { isInForce } from "../postponements/in-force";
import { isAboutNow } from "../second-looks/second-look-row";

/** How long rows of a table are kept, and which of them go. */
export type Retention = {
  readonly table: string;
  readonly days: number;
  /** As docs/deployment.md says it. */
  readonly since: string;
  /** SQL: true for a row whose time is over. `$1` is the moment `days` ago. */
  readonly over: string;
};

/**
 * What goes by itself. Kept for good: the audit log and the versions of settings, which prove what was done; what people saved for
 * themselves and keep using. What is younger than a day (claims, pushes, call counts, sign-ins on their way, used logout tokens) is cleared by who writes it; what a session is checked with goes with the session.
 */
export const retentionPlan: readonly Retention[] = [
  { table: "sessions", days: 30, since: "its latest possible end", over: "absolute_expires_at < $1::timestamptz" },
  { table: "persona_writes", days: 7, since: "it was settled", over: "state = 'answered' and created_at < $1::timestamptz" },
  { table: "decisions", days: 90, since: "its last change", over: "not is_open and changed_at < $1::timestamptz" },
  // its items go with it, before their decisions
  { table: "batches", days: 60, since: "its last change", over: "changed_at < $1::timestamptz" },
  { table: "restorations", days: 30, since: "its last change", over: "not is_open and changed_at < $1::timestamptz" },
  { table: "webhook_events", days: 90, since: "it arrived", over: "received_at < $1::timestamptz" },
  { table: "standing_reads", days: 30, since: "the reading", over: "read_at < $1::timestamptz" },
  { table: "inquiry_states", days: 400, since: "anything was last heard of the inquiry", over: "observed_at < $1::timestamptz" },
  {
    table: "inquiry_rounds",
    days: 30,
    since: "it was done, unless it is the last",
    over: "done_at < $1::timestamptz and done_at < (select max(done_at) from inquiry_rounds)",
  },
  {
    table: "postponements",
    days: 2,
    since: "it was postponed, once it is over",
    over: `postponed_at < $1::timestamptz and not exists (
      select from inquiry_states where inquiry_states.inquiry_id = postponements.inquiry_id and ${isInForce("postponements", "inquiry_states", "$1::timestamptz")}
    )`,
  },
  {
    table: "second_looks",
    days: 400,
    since: "its last change, once it is over",
    over: `changed_at < $1::timestamptz and not (state = 'open' and exists (
      select from inquiry_states where inquiry_states.inquiry_id = second_looks.inquiry_id and ${isAboutNow("second_looks", "inquiry_states")}
    ))`,
  },
  { table: "inquiry_devices", days: 400, since: "the device was last seen at the inquiry", over: "last_seen_at < $1::timestamptz" },
  { table: "issued_links", days: 400, since: "it was issued", over: "issued_at < $1::timestamptz" },
  {
    table: "partner_tokens",
    days: 400,
    since: "it was revoked or ran out",
    over: "coalesce(revoked_at, expires_at) < $1::timestamptz",
  },
  {
    table: "saved_views",
    days: 400,
    since: "its owner last signed in, unless it is shared",
    over: "not shared and owner_id in (select id from people where last_sign_in_at < $1::timestamptz)",
  },
  {
    table: "people",
    days: 400,
    since: "the last sign-in",
    over: "last_sign_in_at < $1::timestamptz and not exists (select from sessions where person_id = people.id)",
  },
];
