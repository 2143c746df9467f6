import { expect, it } from "vitest";
import type { IndexedInquiry, NextInquiry, ReviewQueue } from "@/api/generated/desk/types.gen";
import { createAuditLog } from "@server/audit/audit-log";
import { createClaims, leaseMs } from "@server/claims/claims";
import type { Database } from "@server/db/database";
import type { SignedIn } from "@server/http/context";
import type { InquiryObservation } from "@server/persona/inquiry-observation";
import { createInquiryStates } from "@server/persona/inquiry-states";
import { createPostponements } from "@server/postponements/postponements";
import { reviewQueueRoutes } from "@server/review-queue/review-queue-routes";
import { createSettings } from "@server/settings/settings";
import { deskClient, person, recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";

const [rita, rob, lena] = [person("rita", "reviewer"), person("rob", "reviewer"), person("lena", "lead")];
const start = Date.parse("2026-03-02T09:00:00.000Z");
const hour = 60 * 60_000;
const iso = (ms: number) => new Date(ms).toISOString();

/** An instance of the desk. */
function desk(db: Database) {
  const clock = { at: start };
  const now = () => clock.at;
  const pushes = recordedPushes();
  const audit = createAuditLog({ db, now, pushes });
  const claims = createClaims({ db, now, audit, pushes });
  const states = createInquiryStates({ db, now });
  const settings = createSettings({ db, now, audit, pushes });
  const as = (who: SignedIn) => deskClient(reviewQueueRoutes({ db, claims, settings, audit, now }), who);
  const draw = async (who = rita, body: object = {}) => (await as(who)("POST", "/desk/v1/review-queue/next", body)).body as NextInquiry;
  return {
    as,
    clock,
    claims,
    pushes,
    postponements: createPostponements({ db, now, audit, pushes }),
    draw,
    drawn: async (...of: Parameters<typeof draw>) => (await draw(...of)).next?.inquiry.inquiryId ?? null,
    queue: async (who = rita, query = "") => (await as(who)("GET", `/desk/v1/review-queue${query}`)).body as ReviewQueue,
    whole: () => db.query("insert into inquiry_rounds (started_at, next_page_at, done_at) values ($1, $1, $1)", [iso(start)]),
    alsoWaiting: (statuses: string[]) =>
      settings.change({
        key: "reviewQueue",
        value: { alsoWaiting: statuses },
        version: 0,
        note: null,
        by: lena.user,
        actor: { type: "person", id: lena.user.id, name: lena.user.name },
        requestId: "dr_test",
      }),
    /** One that has waited for so many hours; null: nobody has told since when. */
    waits: (name: string, hours: number | null, more: Partial<InquiryObservation> = {}) =>
      states.note({
        inquiryId: `inq_${name}`,
        referenceId: null,
        inquiryTemplateId: "itmpl_1",
        accountId: null,
        status: "needs_review",
        redacted: false,
        updatedAt: start,
        source: "webhook",
        observedAt: start,
        ...(hours !== null && { times: { statusSince: start - hours * hour } }),
        ...more,
      }),
  };
}

const decision = (db: Database, name: string, isOpen: boolean) =>
  db.query(
    `insert into decisions (id, intent, fingerprint, write_intent, inquiry_id, action, reasons, by, seen, state, is_open, hold_seconds, created_at,
       changed_at) values ($1, $1, 'f', $1, $2, 'decline', '[]', '{}', '{}', $3, $4::boolean, 5, now(), now())`,
    [`dec_${name}`, `inq_${name}`, isOpen ? "held" : "taken-back", isOpen],
  );

describeOnEachDatabase("the review queue", (fresh) => {
  it("begins with what has waited longest; of what nobody knows since when, at the end", async () => {
    const { draw, drawn, waits, whole, pushes } = desk(await fresh());
    await whole();
    await waits("new", 1);
    await waits("unknown", null);
    await waits("old", 30);
    await waits("older", 30.5);
    await waits("redacted", 99, { redacted: true });
    await waits("done", 99, { status: "approved" });
    const first = await draw();
    const claim = { inquiryId: "inq_older", user: rita.user, claimedAt: iso(start), expiresAt: iso(start + leaseMs), mine: true };
    expect(first).toMatchObject({
      next: { inquiry: { inquiryId: "inq_older", statusSince: iso(start - 30.5 * hour), postponements: [] }, claim },
      waiting: { total: 4, ready: 4, claimed: 0, postponed: 0, secondLook: 0, inDecision: 0 },
      index: { whole: true },
    });
    const seen = ["inq_older"];
    for (const expected of ["inq_old", "inq_new", "inq_unknown", null]) {
      expect(await drawn(rita, { passOver: seen })).toBe(expected);
      seen.push(String(expected));
    }
    expect(pushes.ofType("claim")).toEqual(["inq_older", "inq_old", "inq_new", "inq_unknown"]);
  });

  it("passes over what a colleague has, until that lapses, and goes on with one's own", async () => {
    const { claims, clock, drawn, queue, waits, whole } = desk(await fresh());
    await whole();
    await waits("old", 3);
    await waits("new", 2);
    await claims.put("inq_old", rob, { takeOver: false, requestId: "dr_test" });
    expect(await drawn(rita)).toBe("inq_new");
    expect(await drawn(rita)).toBe("inq_new");
    expect(await drawn(lena)).toBeNull();
    expect((await queue(lena)).waiting).toEqual({ total: 2, ready: 0, claimed: 2, postponed: 0, secondLook: 0, inDecision: 0 });
    expect((await queue(rita)).waiting).toMatchObject({ ready: 1, claimed: 1 });
    clock.at += leaseMs;
    expect(await drawn(lena)).toBe("inq_old");
  });

  it("passes over what is snoozed, what one has skipped, and what is being decided, and counts each once", async () => {
    const db = await fresh();
    const { claims, clock, drawn, postponements, queue, waits, whole } = desk(db);
    await whole();
    for (const [index, name] of ["snoozed", "skipped", "held", "takenback"].entries()) await waits(name, 9 - index);
    await postponements.put(
      { inquiryId: "inq_snoozed", kind: "snooze", reason: "r", until: start + hour, untilUserActs: false },
      rob,
      "dr_test",
    );
    await postponements.put({ inquiryId: "inq_skipped", kind: "skip", reason: "r" }, rita, "dr_test");
    await decision(db, "held", true);
    await decision(db, "takenback", false);
    // several at once: the last of them counts
    for (const name of ["snoozed", "held"]) await claims.put(`inq_${name}`, rob, { takeOver: false, requestId: "dr_test" });
    expect(await drawn(rita)).toBe("inq_takenback");
    expect((await queue(rita)).waiting).toEqual({ total: 4, ready: 1, claimed: 0, postponed: 2, secondLook: 0, inDecision: 1 });
    expect((await queue(lena)).waiting).toEqual({ total: 4, ready: 1, claimed: 1, postponed: 1, secondLook: 0, inDecision: 1 });
    expect(await drawn(lena)).toBe("inq_skipped");
    clock.at += hour;
    expect(await drawn(rita)).toBe("inq_snoozed");
  });

  it("is of some templates only, where that is asked for", async () => {
    const { as, drawn, queue, waits, whole } = desk(await fresh());
    await whole();
    await waits("kyc", 5, { inquiryTemplateId: "itmpl_kyc" });
    await waits("age", 4, { inquiryTemplateId: "itmpl_age" });
    await waits("none", 9, { inquiryTemplateId: null });
    expect(await drawn(rita, { inquiryTemplateIds: ["itmpl_age", "itmpl_unused"] })).toBe("inq_age");
    expect(await queue(rita, "?filter[inquiry-template-id]=itmpl_age,itmpl_kyc")).toMatchObject({ waiting: { total: 2 } });
    expect((await as(rita)("GET", "/desk/v1/review-queue?filter[status]=failed")).status).toBe(400);
  });

  it("holds what the settings say besides, in one order", async () => {
    const { alsoWaiting, drawn, queue, waits, whole } = desk(await fresh());
    await whole();
    await waits("failed", 6, { status: "failed" });
    await waits("review", 5);
    await waits("completed", 7, { status: "completed" });
    expect(await queue()).toMatchObject({ statuses: ["needs_review"], waiting: { total: 1 } });
    await alsoWaiting(["completed", "failed"]);
    expect(await queue()).toMatchObject({ statuses: ["needs_review", "completed", "failed"], waiting: { total: 3 } });
    const seen: (string | null)[] = [];
    for (let turn = 0; turn < 4; turn += 1) seen.push(await drawn(rita, { passOver: seen }));
    expect(seen).toEqual(["inq_completed", "inq_failed", "inq_review", null]);
  });

  it("gives nothing while the index is not whole, and says so", async () => {
    const { as, claims, queue, waits } = desk(await fresh());
    await waits("old", 3);
    const answer = await as(rita)("POST", "/desk/v1/review-queue/next", {});
    expect(answer).toMatchObject({ status: 409, body: { errors: [{ title: "Conflict" }], index: { whole: false, sweptAt: null } } });
    expect(await claims.list(rita)).toEqual([]);
    expect(await queue()).toMatchObject({ waiting: { total: 1 }, index: { whole: false } });
  });

  it("never gives two people the same, however many draw at once from two instances, and everything to somebody", async () => {
    const db = await fresh();
    const [here, there] = [desk(db), desk(db)];
    await here.whole();
    await db.query(
      `insert into inquiry_states (inquiry_id, status, redacted, persona_updated_at, source, told_at, observed_at, times_updated_at, times_status,
         times_status_since)
       select 'inq_' || n, 'needs_review', false, $1, 'read', $1, $1, $1, 'needs_review', $1::timestamptz - n * interval '1 minute'
       from generate_series(1, 1000) as n`,
      [iso(start)],
    );
    const people = Array.from({ length: 12 }, (_, index) => person(`p${index}`, "reviewer"));
    const work = async (who: SignedIn, index: number) => {
      const mine: IndexedInquiry[] = [];
      // each takes a little longer than the other, and gives nothing back
      for (;;) {
        const { next } = await (index % 2 ? here : there).draw(who, { passOver: mine.map(({ inquiryId }) => inquiryId) });
        if (next === null) return mine;
        mine.push(next.inquiry);
      }
    };
    const shares = await Promise.all(people.map(work));
    const all = shares.flat().map(({ inquiryId }) => inquiryId);
    expect(all).toHaveLength(1_000);
    expect(new Set(all).size).toBe(1_000);
    for (const mine of shares) {
      expect(mine.length).toBeGreaterThan(0);
      const since = mine.map(({ statusSince }) => statusSince ?? "");
      expect(since).toEqual(since.toSorted());
    }
  }, 120_000);
});
