import { expect, it } from "vitest";
import type { IndexedInquiryList } from "@/api/generated/desk/types.gen";
import { createAuditLog } from "@server/audit/audit-log";
import type { Database } from "@server/db/database";
import { inquiryRoutes } from "@server/inquiries/inquiry-routes";
import type { InquiryObservation } from "@server/persona/inquiry-observation";
import { createInquiryStates } from "@server/persona/inquiry-states";
import { postponementRoutes } from "@server/postponements/postponement-routes";
import { createPostponements } from "@server/postponements/postponements";
import { deskClient, detailsOf, person, recordedPushes } from "@test/server/support/desk-client";
import { describeOnEachDatabase } from "@test/server/support/databases";

const [rita, rob, nora] = [person("rita", "reviewer"), person("rob", "reviewer"), person("nora", "auditor")];
const start = Date.parse("2026-03-02T09:00:00.000Z");
const minute = 60_000;
const day = 24 * 60 * minute;
const iso = (ms: number) => new Date(ms).toISOString();
const snooze = { kind: "snooze", reason: "Asked for a second document" } as const;
const untilUserActs = { ...snooze, untilUserActs: true };

async function desk(db: Database) {
  const clock = { at: start };
  const now = () => clock.at;
  const pushes = recordedPushes();
  const audit = createAuditLog({ db, now, pushes });
  const states = createInquiryStates({ db, now });
  const postponements = createPostponements({ db, now, audit, pushes });
  const as = (who = rita) => deskClient(postponementRoutes({ postponements, audit, now }), who);
  const list = deskClient(inquiryRoutes({ db, settings: { all: async () => [] }, now }), nora);
  const told = (more: Partial<InquiryObservation> = {}) =>
    states.note({
      inquiryId: "inq_1",
      referenceId: null,
      inquiryTemplateId: null,
      accountId: null,
      status: "needs_review",
      redacted: false,
      updatedAt: start,
      source: "webhook",
      observedAt: start,
      ...more,
    });
  await told();
  return {
    audit,
    clock,
    pushes,
    told,
    put: (body: object, who = rita) => as(who)("PUT", "/desk/v1/postponements/inq_1", body),
    takeUp: (who = rita) => as(who)("DELETE", "/desk/v1/postponements/inq_1"),
    shown: async () => ((await list("GET", "/desk/v1/inquiries")).body as IndexedInquiryList).data[0]?.postponements,
    isSnoozed: async () => ((await list("GET", "/desk/v1/inquiries?filter[snoozed]=true")).body as IndexedInquiryList).data.length > 0,
  };
}

describeOnEachDatabase("a snooze", (fresh) => {
  it("ends at its time", async () => {
    const { clock, isSnoozed, put, shown } = await desk(await fresh());
    const until = iso(start + 60 * minute);
    const postponement = {
      inquiryId: "inq_1",
      kind: "snooze",
      by: rita.user,
      postponedAt: iso(start),
      until,
      untilUserActs: false,
      reason: snooze.reason,
    };
    expect(await put({ ...snooze, until })).toMatchObject({ status: 200, body: postponement });
    clock.at += 60 * minute - 1;
    expect([await shown(), await isSnoozed()]).toEqual([[postponement], true]);
    clock.at += 1;
    expect([await shown(), await isSnoozed()]).toEqual([[], false]);
  });

  it("ends with another status, whoever changed it, and does not come back with the old one", async () => {
    const { isSnoozed, put, told } = await desk(await fresh());
    await put({ ...snooze, until: iso(start + day) });
    await told({ status: "approved", updatedAt: start + minute, source: "write" });
    expect(await isSnoozed()).toBe(false);
  });

  it("ends with the redaction", async () => {
    const { isSnoozed, put, shown, told } = await desk(await fresh());
    await put(untilUserActs);
    await told({ redacted: true });
    expect([await shown(), await isSnoozed()]).toEqual([[], false]);
  });

  it("that waits for the user ends with what this desk did not write", async () => {
    const { isSnoozed, put, told } = await desk(await fresh());
    await put(untilUserActs);
    await told({ source: "read" });
    expect(await isSnoozed()).toBe(true);
    await told({ updatedAt: start + minute, source: "read" });
    expect(await isSnoozed()).toBe(false);
  });

  it("that has a time goes on when the user acts", async () => {
    const { isSnoozed, put, told } = await desk(await fresh());
    await put({ ...snooze, until: iso(start + day) });
    await told({ updatedAt: start + minute });
    expect(await isSnoozed()).toBe(true);
  });

  it("that waits for the user goes on when this desk writes, also where a webhook told of it first or a read tells of it later", async () => {
    const { clock, isSnoozed, put, told } = await desk(await fresh());
    await put(untilUserActs);
    await told({ updatedAt: start + minute, source: "write" });
    expect(await isSnoozed()).toBe(true);
    await told({ updatedAt: start + 2 * minute });
    await told({ updatedAt: start + 2 * minute, source: "write" });
    expect(await isSnoozed()).toBe(true);
    clock.at += day;
    await told({ updatedAt: start + 2 * minute, source: "read", observedAt: clock.at });
    expect(await isSnoozed()).toBe(true);
    await told({ updatedAt: start + 3 * minute });
    expect(await isSnoozed()).toBe(false);
  });

  it("that the user has ended does not begin again with what this desk writes", async () => {
    const { isSnoozed, put, told } = await desk(await fresh());
    await put(untilUserActs);
    await told({ updatedAt: start + minute });
    await told({ updatedAt: start + 2 * minute, source: "write" });
    expect(await isSnoozed()).toBe(false);
    await told({ updatedAt: start + 3 * minute, source: "write" });
    expect(await isSnoozed()).toBe(false);
  });

  it("takes the place of the last one, whoever's that was, beside the skips of others", async () => {
    const { put, shown } = await desk(await fresh());
    await put({ kind: "skip", reason: "I know the person" }, rob);
    await put({ ...snooze, until: iso(start + day) });
    await put({ ...untilUserActs, reason: "The user is abroad" }, rob);
    expect(await shown()).toMatchObject([
      { kind: "snooze", by: rob.user, until: null, untilUserActs: true, reason: "The user is abroad" },
      { kind: "skip", by: rob.user, until: iso(start + 15 * minute), reason: "I know the person" },
    ]);
  });

  it("is told to all and on the record, as is its end; nothing where nothing is postponed", async () => {
    const { audit, pushes, put, takeUp } = await desk(await fresh());
    await put({ ...snooze, until: iso(start + day), untilUserActs: true });
    await put({ kind: "skip", reason: "Too long for today" }, rob);
    await takeUp(rob);
    await takeUp(rob);
    await takeUp(rita);
    expect(pushes.all.filter(({ change }) => change.type === "postponement")).toEqual(
      Array.from({ length: 3 }, () => ({ change: { type: "postponement", id: "inq_1", related: [{ type: "inquiry", id: "inq_1" }] } })),
    );
    const subject = { type: "inquiry", id: "inq_1" };
    expect(await audit.list({}, { limit: 10 })).toMatchObject([
      { action: "take-up-inquiry", actor: { id: "user-rob" }, subject, details: { ended: "skip, snooze", snoozedById: "user-rita" } },
      { action: "skip-inquiry", actor: { id: "user-rob" }, subject, comment: "Too long for today", details: {} },
      {
        action: "snooze-inquiry",
        actor: { id: "user-rita" },
        subject,
        comment: snooze.reason,
        details: { until: iso(start + day), untilUserActs: true },
        requestId: "dr_test",
      },
    ]);
  });

  it("is the auditors' no more than a skip, which is on the record", async () => {
    const { audit, put, shown, takeUp } = await desk(await fresh());
    await put(untilUserActs);
    expect((await put({ kind: "skip", reason: "x" }, nora)).status).toBe(403);
    expect((await takeUp(nora)).status).toBe(403);
    expect(await shown()).toHaveLength(1);
    expect((await audit.list({ outcome: "refused" }, { limit: 10 })).map(({ action }) => action)).toEqual([
      "take-up-inquiry",
      "skip-inquiry",
    ]);
  });

  it.each<[object, string]>([
    [{ kind: "snooze", reason: "x" }, "has to end"],
    [{ ...snooze, until: iso(start) }, "time to come"],
    [{ ...snooze, until: iso(start + 90 * day + 1) }, "time to come"],
    [{ ...snooze, until: "2026-03-03" }, "until"],
    [{ ...untilUserActs, reason: " " }, "reason"],
    [{ ...untilUserActs, reason: "x".repeat(201) }, "reason"],
    [{ ...untilUserActs, reason: "two\nlines" }, "reason"],
    [{ ...untilUserActs, by: "user-rob" }, "by"],
    [{ kind: "skip", reason: "x", until: iso(start + day) }, "skip"],
  ])("is refused as %j", async (body, words) => {
    const { put, shown } = await desk(await fresh());
    const answer = await put(body);
    expect(answer.status).toBe(400);
    expect(detailsOf(answer)).toContain(words);
    expect(await shown()).toEqual([]);
  });
});
