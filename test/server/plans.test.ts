import { personActor } from "@server/audit/audit-actor";
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { createAuditLog } from "@server/audit/audit-log";
import type { AuditFilter } from "@server/audit/audit-list";
import { verifyAudit } from "@server/audit/audit-verify";
import { createSessions } from "@server/auth/sessions";
import { listIndexed } from "@server/inquiries/indexed-inquiries";
import { countsOf, totalOf } from "@server/inquiries/inquiry-counts";
import type { InquiryFilter } from "@server/inquiries/inquiry-filter";
import { readProgress } from "@server/inquiries/inquiry-rounds";
import { sortColumns, type SortName } from "@server/inquiries/inquiry-sorts";
import { sumUpTally } from "@server/inquiries/inquiry-tally";
import { createClaims } from "@server/claims/claims";
import { createCreationTurns } from "@server/commands/creation-turns";
import { createDecisionSettling } from "@server/commands/decision-settling";
import { createDecisionStore } from "@server/commands/decision-store";
import { createRestorationStore } from "@server/commands/restoration-store";
import type { Database } from "@server/db/database";
import { countCall } from "@server/http/call-counter";
import { createDeviceIndex } from "@server/devices/device-index";
import { createIssuedLinks } from "@server/links/issued-links";
import { createKeyedHash } from "@server/db/keyed-hash";
import { createSecondLooks } from "@server/second-looks/second-look-store";
import { createPostponements } from "@server/postponements/postponements";
import { claimNext } from "@server/review-queue/review-queue";
import { countToAnswer, countWaiting } from "@server/review-queue/waiting";
import { createStandingReads } from "@server/partner/standing-reads";
import { createInquiryStates } from "@server/persona/inquiry-states";
import { createWebhookStore } from "@server/persona/webhook-store";
import { createWriteLedger } from "@server/persona/write-ledger";
import type { WriteRow } from "@server/persona/write-row";
import { createPushStore } from "@server/push/push-store";
import { databaseKinds, describeOnSharedDatabase } from "@test/server/support/databases";
import { person } from "@test/server/support/desk-client";
import { tableSize, manyRows } from "@test/server/support/many-rows";
import { inquiryFiltersAt } from "@test/server/support/inquiry-filters";
import { planFaults, watchPlans } from "@test/server/support/plan-watch";

/** No list, write or clean-up of the desk needs to look at more rows of a table, however many it holds. */
const mostRows = 5_000;

const now = () => Date.now();
const me = person("1", "reviewer");
const actor = { type: "person", id: "user-1", name: "Somebody" } as const;
const subject = { type: "inquiry", id: "inq_1" } as const;

const listed = ({ db }: Rooms, filter: InquiryFilter, stretch: object = {}) =>
  listIndexed(
    db,
    filter,
    { sort: { by: "created-at", descending: true }, from: undefined, backwards: false, limit: 51, ...stretch },
    now(),
  );

/** The rooms of the desk that talk to these tables. */
function rooms(db: Database) {
  const pushes = createPushStore({ db, now });
  const audit = createAuditLog({ db, now, pushes });
  const links = createIssuedLinks({ db, now, pushes, hash: createKeyedHash("a key", "issued links") });
  const states = createInquiryStates({ db, now });
  const devices = createDeviceIndex({ db, hash: (text) => text });
  return {
    db,
    pushes,
    audit,
    links,
    devices,
    states,
    claims: createClaims({ db, now, audit, pushes }),
    postponements: createPostponements({ db, now, audit, pushes }),
    looks: createSecondLooks({ db, now, audit, pushes }),
    webhooks: createWebhookStore({ db, inquiryStates: states, pushes, links, devices, now }),
    ledger: createWriteLedger({ db, now, leaseMs: 5_000 }),
    sessions: createSessions({
      db,
      config: { session: { idleSeconds: 600, absoluteSeconds: 6_000, warnSeconds: 60, recheckSeconds: 600, uncheckedSeconds: 14_400 } },
      now,
    }),
    standingReads: createStandingReads(db),
    decisions: createDecisionStore({ db, now, audit, pushes }),
    restorations: createRestorationStore({ db, now, audit }),
  };
}
type Rooms = ReturnType<typeof rooms>;

const day = 24 * 60 * 60_000;
const inquiryFilters = inquiryFiltersAt(now());

const auditFilters: Readonly<Record<string, AuditFilter>> = {
  nothing: {},
  "an actor": { actorId: "user-early" },
  "one's own": { ownOf: "user-early" },
  "an action": { actions: ["export"] },
  "actions, rare and common": { actions: ["export", "approve-an-inquiry", "change-setting"] },
  "an outcome that is common": { outcome: "done" },
  "an outcome that is rare": { outcome: "failed" },
  "an outcome that never was": { outcome: "unknown" },
  "a subject": { subjectId: "inq_7" },
  "openings alone": { openings: "only" },
  "no openings": { openings: "without" },
  "a day long past": { createdFrom: Date.now() - 60 * day, createdBefore: Date.now() - 59 * day },
  "until a day long past": { createdBefore: Date.now() - 60 * day },
  "since yesterday": { createdFrom: Date.now() - day },
  "an actor and a day": { actorId: "user-3", createdFrom: Date.now() - 60 * day, createdBefore: Date.now() - 59 * day },
  "an actor, actions and an outcome": { actorId: "user-3", actions: ["sign-in", "export"], outcome: "refused" },
  "an action and an outcome": { actions: ["approve-an-inquiry"], outcome: "failed" },
  "a subject and an outcome": { subjectId: "inq_7", outcome: "failed" },
};

const observation = (inquiryId: string) => ({
  inquiryId,
  referenceId: "Cus-1",
  inquiryTemplateId: null,
  accountId: null,
  status: "approved",
  redacted: false,
  times: {},
  details: {},
  createdAt: null,
  updatedAt: now(),
  source: "webhook" as const,
  observedAt: now(),
});

const write = (intent: string): WriteRow => ({
  id: randomUUID(),
  intent,
  actor,
  operation: "approveAnInquiry",
  path: "/",
  query: "",
  body: null,
  details: null,
  fingerprint: "",
  idempotencyKey: "",
  subject,
  statusBefore: null,
  reason: null,
  requestId: null,
  createdAt: now(),
});

const decision = {
  id: "dec_new",
  intent: "d-new",
  fingerprint: "f",
  writeIntent: "w-new",
  inquiryId: "inq_new",
  action: "approve" as const,
  reasons: [],
  tags: [],
  comment: null,
  by: actor,
  seen: { status: "needs_review", updatedAt: null, redactedAt: null, reviewerId: null, verifications: [], reports: [] },
  holdSeconds: 5,
  difference: [],
  holder: undefined,
  requestId: "dr_1",
};
const restoration = {
  intent: "r-new",
  fingerprint: "f",
  inquiryId: "inq_new",
  kind: "link" as const,
  expiresInSeconds: null,
  by: actor,
  seen: null,
  requestId: "dr_1",
};

/** What is done all day, by name. */
const work: Readonly<Record<string, (desk: Rooms) => Promise<unknown>>> = {
  "audit: append": ({ audit }) =>
    audit.append({ action: "call", outcome: "done", actor, subject, comment: "Fine", referenceId: "cus-1", intent: "intent-1" }),
  "audit: head": ({ audit }) => audit.head(),
  "audit: erase": ({ audit }) => audit.eraseTexts({ subject: { type: "inquiry", id: "inq_9" }, referenceIds: ["CUS-77"] }),
  ...Object.fromEntries(
    Object.entries(auditFilters).flatMap(([name, filter]) => [
      [`audit: list by ${name}`, ({ audit }: Rooms) => audit.list(filter, { limit: 51 })],
      [`audit: list by ${name}, an old page`, ({ audit }: Rooms) => audit.list(filter, { limit: 51, below: tableSize / 2 })],
      [`audit: list by ${name}, back from an old page`, ({ audit }: Rooms) => audit.list(filter, { limit: 51, above: tableSize / 2 })],
      [`audit: page of an export by ${name}`, ({ audit }: Rooms) => audit.list({ ...filter, upTo: tableSize }, { limit: 500 })],
    ]),
  ),
  "links: record": ({ links }) => links.record({ inquiryId: "inq_1", kind: "one-time-link", issuedBy: actor, expiresAt: now() + day }),
  "links: note inquiry states": ({ links }) => links.noteInquiryStates([{ inquiryId: "inq_1", status: "approved" }]),
  "links: list of the opened": ({ links }) => links.list({ state: "opened" }, { limit: 51 }),
  "links: note use": ({ links }) =>
    links.noteUse({
      ends: [{ inquiryId: "inq_1", endsAt: now() }],
      opened: [{ inquiryId: "inq_2", madeAt: now(), openedAt: now(), likeScanner: false }],
    }),
  "links: recognize": ({ links }) => links.recognize("us1-unknown"),
  "links: list": ({ links }) => links.list({}, { limit: 51 }),
  "links: list, back from an old page": ({ links }) => links.list({}, { limit: 51, above: tableSize / 2 }),
  "links: list of an issuer, back": ({ links }) => links.list({ issuedBy: "user-1" }, { limit: 51, above: tableSize / 2 }),
  "links: list of the lapsed, back": ({ links }) => links.list({ state: "lapsed" }, { limit: 51, above: tableSize / 2 }),
  "links: list of an inquiry": ({ links }) => links.list({ inquiryId: "inq_1" }, { limit: 51 }),
  "links: list of an issuer": ({ links }) => links.list({ issuedBy: "user-1" }, { limit: 51 }),
  "links: list of the live": ({ links }) => links.list({ state: "live" }, { limit: 51 }),
  "links: list of the superseded": ({ links }) => links.list({ state: "superseded" }, { limit: 51 }),
  "links: list of the lapsed": ({ links }) => links.list({ state: "lapsed" }, { limit: 51, below: tableSize / 2 }),
  "links: list of an issuer's live": ({ links }) => links.list({ issuedBy: "user-1", state: "live" }, { limit: 51 }),
  "review queue: claim the next": ({ db, claims }) =>
    claimNext({ db, claims }, me, { statuses: ["needs_review"], inquiryTemplateIds: undefined, now: now() }, ["inq_1"]),
  "review queue: claim the next of several statuses, on a rare template": ({ db, claims }) =>
    claimNext({ db, claims }, me, { statuses: ["needs_review", "failed"], inquiryTemplateIds: ["itmpl_rare"], now: now() }, []),
  "review queue: how many wait": ({ db }) =>
    countWaiting(db, { personId: me.user.id, statuses: ["needs_review"], inquiryTemplateIds: undefined, now: now() }),
  "review queue: how many second looks wait": ({ db }) => countToAnswer(db, me.user.id),
  "second looks: ask, take back": async ({ looks }) => {
    const asked = { id: "look_new", inquiryId: "inq_20", action: "approve", reasons: [], comment: null, note: null } as const;
    await looks.ask({ ...asked, by: personActor(me), requestId: "dr_1" }, async () => true);
    await looks.takeBack("look_new", personActor(me), "dr_1");
  },
  "second looks: answer": ({ looks }) =>
    looks.differ("look_1", { action: "decline", reasons: [], comment: null, by: personActor(me) }, "dr_1"),
  "second looks: list": ({ looks }) => looks.list({}, { limit: 51 }),
  "second looks: list of an inquiry": ({ looks }) => looks.list({ inquiryId: "inq_7" }, { limit: 6 }),
  "second looks: list of the open": ({ looks }) => looks.list({ states: ["open"] }, { limit: 51 }),
  "second looks: list of somebody's": ({ looks }) => looks.list({ by: "user-3" }, { limit: 51 }),
  "second looks: agreement": ({ looks }) => looks.agreement(),
  "postponements: put, take up": async ({ postponements }) => {
    await postponements.put({ inquiryId: "inq_20", kind: "snooze", until: null, untilUserActs: true, reason: "r" }, me, "dr_1");
    await postponements.takeUp("inq_20", me, "dr_1");
  },
  "claims: take over": ({ claims }) => claims.put("inq_20", me, { takeOver: true, requestId: "dr_1" }),
  "claims: release": ({ claims }) => claims.release("inq_20", me),
  "claims: list": ({ claims }) => claims.list(me),
  "claims: list of inquiries": ({ claims }) => claims.list(me, ["inq_1", "inq_2", "inq_60"]),
  "pushes: publish": ({ pushes }) => pushes.publish({ change: { type: "inquiry", id: "inq_1", related: [] } }),
  // 256 at once, so that a clean-up is due
  "pushes: prune": ({ pushes }) =>
    pushes.publishMany(Array.from({ length: 256 }, () => ({ change: { type: "inquiry", id: "inq_1", related: [] } }))),
  "pushes: after": ({ pushes }) => pushes.after(tableSize - 20, 500),
  "pushes: latest": ({ pushes }) => pushes.latest(),
  "pushes: knows": ({ pushes }) => pushes.knows(tableSize / 2),
  "webhooks: store": ({ webhooks }) =>
    webhooks.store({
      eventId: "evt_new",
      name: "inquiry.approved",
      createdAt: now(),
      object: subject,
      related: [],
      observation: observation("inq_1"),
    }),
  "devices: note": ({ devices }) => devices.note([{ inquiryId: "inq_7", deviceId: "device-2", at: now() }]),
  "devices: shared by a few": ({ devices }) => devices.sharedWith("inq_7"),
  "devices: shared by thousands": ({ devices }) => devices.sharedWith("inq_10"),
  "states: note": ({ states }) => states.note(observation("inq_2")),
  "states: get": ({ states }) => states.get("inq_2"),
  "states: reference ID of an inquiry": ({ states }) => states.referenceIdOf(subject),
  "states: reference ID of an account": ({ states }) => states.referenceIdOf({ type: "account", id: "act_7" }),
  "states: of a reference ID": ({ states }) => states.ofReferenceId("CUS-7"),
  ...Object.fromEntries(
    (Object.keys(sortColumns) as SortName[]).flatMap((by) =>
      [true, false].flatMap((descending) => {
        const sort = { by, descending };
        const page = (stretch: object) => (desk: Rooms) => listed(desk, {}, { sort, ...stretch });
        const from = {
          inquiryId: "inq_50000",
          value: sortColumns[by][1] === "text" ? "failed" : new Date(now() - 300 * day).toISOString(),
        };
        return [
          [`inquiries: by ${by}, ${descending}`, page({})],
          [`inquiries: by ${by}, ${descending}, an old page`, page({ from })],
          [`inquiries: by ${by}, ${descending}, back from an old page`, page({ from, backwards: true })],
          [`inquiries: by ${by}, ${descending}, the last page`, page({ backwards: true })],
        ];
      }),
    ),
  ),
  ...Object.fromEntries(
    Object.entries(inquiryFilters).flatMap(([name, filter]) => [
      [`inquiries: list ${name}`, (desk: Rooms) => listed(desk, filter)],
      [
        `inquiries: list ${name}, the oldest first`,
        (desk: Rooms) => listed(desk, filter, { sort: { by: "created-at", descending: false } }),
      ],
      [
        `inquiries: list ${name}, by status since`,
        (desk: Rooms) => listed(desk, filter, { sort: { by: "status-since", descending: false } }),
      ],
    ]),
  ),
  "inquiries: how many there are": ({ db }) => countsOf(db, {}, { reviewHours: 24, warnHours: 4 }, now()),
  "inquiries: how many there are of a status": ({ db }) => totalOf(db, { status: ["approved"] }, now()),
  "inquiries: how many have a rare tag": ({ db }) => countsOf(db, { tag: ["rare"] }, { reviewHours: 24, warnHours: 4 }, now()),
  "inquiries: sum up the tally": ({ db }) => sumUpTally(db),
  "inquiries: how far the index is": ({ db }) => readProgress(db),
  "writes: begin, leave, renew, settle": async ({ ledger, db }) => {
    const row = write("intent-new");
    await ledger.begin(row);
    await ledger.leave(row.id, row.id);
    await ledger.renew(row.id, row.id);
    await db.transaction(async (transaction) => {
      await ledger.open(row.id, transaction);
      await ledger.settle(row.id, { outcome: "done", httpStatus: 200, takenIn: true, givenUp: false }, 1, transaction);
      await ledger.takeIn(row.id, transaction);
    });
  },
  "writes: begin again": ({ ledger }) => ledger.begin(write("intent-77")),
  "writes: take over": ({ ledger }) => ledger.takeOver(randomUUID(), write("intent-77")),
  "writes: take what was left behind": ({ ledger }) => ledger.takeDue("left behind", 10),
  "writes: take what nobody knows": ({ ledger }) => ledger.takeDue("unknown", 10),
  "writes: may be sent": ({ ledger }) => ledger.mayBeSent("intent-77"),
  "decisions: take, another in the way": ({ decisions }) => decisions.take({ ...decision, inquiryId: "inq_o7" }),
  "decisions: take, take back": async ({ decisions }) => {
    await decisions.take(decision);
    await decisions.move(decision.id, { states: ["held"] }, { state: "taken-back", isOpen: false });
  },
  "decisions: the second look behind": ({ decisions }) => decisions.lookBehind("dec_7"),
  "decisions: take again": ({ decisions }) => decisions.take({ ...decision, intent: "d-77" }),
  "decisions: take on what is due": ({ decisions }) => decisions.takeDue(),
  "decisions: renew": ({ decisions }) => decisions.renew("dec_7", randomUUID()),
  "decisions: waiting too long": ({ decisions }) => decisions.waitingTooLong(600_000, 600_000),
  "decisions: tags": async ({ decisions }) => {
    await decisions.takeTagsDue();
    await decisions.tagged("dec_7");
  },
  "decisions: settle": ({ db }) =>
    db.transaction((transaction) =>
      createDecisionSettling(now)({ intent: "w-7", outcome: "done", statusAfter: "approved", why: null }, transaction),
    ),
  "decisions: list of everybody": ({ decisions }) => decisions.list({}, { limit: 51 }),
  "decisions: list of a person, an old page": ({ decisions }) => decisions.list({ by: "user-3" }, { limit: 51, below: tableSize / 2 }),
  "decisions: list of an inquiry": ({ decisions }) => decisions.list({ inquiryId: "inq_7" }, { limit: 51 }),
  "decisions: list of the open": ({ decisions }) => decisions.list({ states: "open" }, { limit: 51 }),
  "decisions: list of one's open": ({ decisions }) => decisions.list({ states: "open", by: "user-3" }, { limit: 51 }),
  "decisions: list of a rare state": ({ decisions }) => decisions.list({ states: ["stopped"] }, { limit: 51 }),
  "decisions: list of one's rare state": ({ decisions }) => decisions.list({ states: ["stopped", "refused"], by: "user-3" }, { limit: 51 }),
  "restorations: begin, step, renew, release, end": async ({ restorations }) => {
    const holder = randomUUID();
    const { row } = await restorations.begin(restoration, holder);
    await restorations.step(row.id, holder, { state: "linking" });
    await restorations.renew(row.id, holder);
    await restorations.release(row.id, holder, 0);
    await restorations.takeDue(randomUUID());
    await restorations.takeOver(row.id, holder);
    await restorations.end(row.id, holder, "done");
  },
  "restorations: another in the way": ({ restorations }) => restorations.begin({ ...restoration, inquiryId: "inq_o7" }, randomUUID()),
  "creations: take a turn": async ({ db }) => {
    const turns = createCreationTurns({ db, now });
    await turns.isTooLate("intent-7");
    const turn = await turns.ask("act_7", "itmpl_1");
    await db.transaction(turn.isFree);
  },
  "sessions: find": ({ sessions }) => sessions.find("A".repeat(43)),
  "sessions: life": ({ sessions }) => sessions.life("session-7"),
  "sessions: extend": ({ sessions }) => sessions.extend("session-7"),
  "sessions: end all of a person": ({ sessions }) => sessions.endAll("user-8"),
  "calls: count": ({ db }) => countCall(db, "user-new", 600, now()),
  "standing reads: note, last": async ({ standingReads }) => {
    await standingReads.note("cus-1", now());
    await standingReads.last("cus-1");
  },
};

/** The embedded database plans alike, and takes minutes to fill. */
describe.runIf(databaseKinds.includes("postgres"))("with 100,000 rows in every table", () => {
  describeOnSharedDatabase("the desk", (db) => {
    beforeAll(async () => {
      await db().asSuperuser("set session_replication_role = replica");
      for (const fill of Object.values(manyRows)) await db().asSuperuser(fill);
      await db().asSuperuser("insert into inquiry_tally select status, inquiry_template_id, count(*) from inquiry_states group by 1, 2");
      await db().asSuperuser("set session_replication_role = default");
      await db().asSuperuser("analyze");
    }, 120_000);

    it.each(Object.keys(work))("%s reads no table as a whole, and sorts none", async (name) => {
      const { db: watched, plans } = watchPlans(db());
      await work[name]?.(rooms(watched));
      expect(plans.length).toBeGreaterThan(0);
      expect(plans.flatMap((plan) => planFaults(plan, Object.keys(manyRows), mostRows))).toEqual([]);
    });

    it("the verification reads one page of the chain, and nothing behind it", async () => {
      const { db: watched, plans } = watchPlans(db());
      // the chain is not a real one: it is broken at its first entry, and read no further
      expect(await verifyAudit(watched)).toMatchObject({ whole: false, position: 1 });
      expect(plans.flatMap((plan) => planFaults(plan, Object.keys(manyRows), mostRows))).toEqual([]);
    });
  });
});
