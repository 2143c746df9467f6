import fc from "fast-check";
import { expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import type { InquiryObservation, ObservationSource } from "./inquiry-observation";
import { createInquiryStates } from "./inquiry-states";

const at = Date.parse("2026-03-02T09:00:00.000Z");
const now = () => at + 3_600_000;

function seen(more: Partial<InquiryObservation> = {}): InquiryObservation {
  return {
    inquiryId: "inq_1",
    referenceId: "usr_1",
    inquiryTemplateId: "itmpl_1",
    accountId: "act_1",
    status: "pending",
    redacted: false,
    updatedAt: at,
    createdAt: at - 1_000,
    times: { statusSince: at },
    source: "webhook",
    observedAt: at,
    ...more,
  };
}

const observation = fc.record({
  inquiryId: fc.constantFrom("inq_1", "inq_2"),
  referenceId: fc.constantFrom("usr_1", "USR_1", null),
  inquiryTemplateId: fc.constantFrom("itmpl_1", null),
  accountId: fc.constant("act_1"),
  status: fc.constantFrom("created", "pending", "expired", "approved"),
  redacted: fc.boolean(),
  updatedAt: fc.integer({ min: 0, max: 3 }).map((step) => at + step),
  createdAt: fc.constant(at),
  times: fc.option(fc.record({ statusSince: fc.integer({ min: 0, max: 2 }).map((step) => at + step) }), { nil: undefined }),
  details: fc.option(fc.record({ tags: fc.subarray(["a", "b"]), hasNote: fc.boolean() }), { nil: undefined }),
  sessionCount: fc.option(fc.nat(3), { nil: undefined }),
  source: fc.constantFrom<ObservationSource>("webhook", "read", "write"),
  observedAt: fc.integer({ min: 0, max: 3 }).map((step) => at + step),
});

describeOnEachDatabase("inquiry states", (fresh) => {
  it("keep what Persona changed last, in whatever order it is heard", async () => {
    const states = createInquiryStates({ db: await fresh(), now });
    await states.note(seen({ status: "approved", updatedAt: at + 2 }));
    await states.note(seen({ status: "needs_review", updatedAt: at + 1, referenceId: "other" }));
    expect(await states.get("inq_1")).toEqual({
      inquiryId: "inq_1",
      referenceId: "usr_1",
      inquiryTemplateId: "itmpl_1",
      accountId: "act_1",
      status: "approved",
      redacted: false,
      statusSince: at,
      createdAt: at - 1_000,
      updatedAt: at + 2,
      source: "webhook",
      observedAt: at,
    });
  });

  it("believe of one time the answer to a write before an event, and an event before a read", async () => {
    const states = createInquiryStates({ db: await fresh(), now });
    const told: [ObservationSource, string, string][] = [
      ["read", "created", "created"],
      ["webhook", "pending", "pending"],
      ["read", "created", "pending"],
      ["write", "expired", "expired"],
      ["webhook", "pending", "expired"],
    ];
    for (const [source, status, expected] of told) {
      await states.note(seen({ source, status }));
      expect((await states.get("inq_1"))?.status).toBe(expected);
    }
  });

  it("keep facts that a later read did not ask for, and take them from an earlier telling that comes late", async () => {
    const db = await fresh();
    const states = createInquiryStates({ db, now });
    const kept = async () => (await db.query("select status, started_at is not null as started, tags from inquiry_states"))[0];
    await states.note(seen({ updatedAt: at + 1, times: { startedAt: at }, details: { tags: ["a"] } }));
    await states.note(seen({ updatedAt: at + 3, times: undefined, status: "approved" }));
    expect(await kept()).toEqual({ status: "approved", started: true, tags: ["a"] });
    await states.note(seen({ updatedAt: at + 2, times: { startedAt: null }, details: { tags: ["b"] } }));
    await states.note(seen({ updatedAt: at, details: { tags: ["c"] } }));
    expect(await kept()).toEqual({ status: "approved", started: false, tags: ["b"] });
  });

  it("believe of one time what was read long after it, whatever an event told", async () => {
    const states = createInquiryStates({ db: await fresh(), now });
    const late = seen({ source: "read", status: "approved", observedAt: at + 11 * 60_000 });
    await states.note(late);
    await states.note(seen({ status: "completed" }));
    expect((await states.get("inq_1"))?.status).toBe("approved");
    await states.note(seen({ status: "expired", updatedAt: at + 1 }));
    await states.note(late);
    expect((await states.get("inq_1"))?.status).toBe("expired");
  });

  it("have no time of their status that is of another status", async () => {
    const states = createInquiryStates({ db: await fresh(), now });
    await states.note(seen());
    await states.note(seen({ updatedAt: at + 1, status: "approved", times: undefined }));
    expect((await states.get("inq_1"))?.statusSince).toBeNull();
    await states.note(seen({ updatedAt: at + 1, status: "approved", times: { statusSince: at + 1 }, observedAt: at + 2 }));
    expect((await states.get("inq_1"))?.statusSince).toBe(at + 1);
  });

  it("are counted by status and template as they change, whoever changes them", async () => {
    const db = await fresh();
    const states = createInquiryStates({ db, now });
    const tally = async () =>
      db.query(`select status, sum(change)::int as count from inquiry_tally group by 1 having sum(change) <> 0 order by 1`);
    await states.noteMany([seen(), seen({ inquiryId: "inq_2" }), seen({ inquiryId: "inq_3", status: "approved" })]);
    await states.note(seen({ status: "approved", updatedAt: at + 1 }));
    await states.note(seen({ status: "approved", updatedAt: at + 1 }));
    await db.query("delete from inquiry_states where inquiry_id = 'inq_2'");
    expect(await tally()).toEqual([{ status: "approved", count: 2 }]);
  });

  it("never take a redaction back", async () => {
    const states = createInquiryStates({ db: await fresh(), now });
    await states.note(seen({ updatedAt: at + 5 }));
    await states.note(seen({ updatedAt: at, redacted: true }));
    await states.note(seen({ updatedAt: at + 9, status: "approved" }));
    expect(await states.get("inq_1")).toMatchObject({ redacted: true, status: "approved" });
  });

  it("tell when they were last confirmed, though nothing changed", async () => {
    const states = createInquiryStates({ db: await fresh(), now });
    await states.note(seen());
    await states.note(seen({ source: "read", observedAt: at + 60_000 }));
    expect(await states.get("inq_1")).toMatchObject({ source: "webhook", observedAt: at + 60_000 });
  });

  it("were not heard in the future", async () => {
    const states = createInquiryStates({ db: await fresh(), now });
    await states.note(seen({ observedAt: now() + 60_000 }));
    expect((await states.get("inq_1"))?.observedAt).toBe(now());
  });

  it("are found by reference ID without regard to case, the newest first", async () => {
    const states = createInquiryStates({ db: await fresh(), now });
    await states.noteMany([
      seen({ inquiryId: "inq_1", referenceId: "Usr_É", createdAt: at }),
      seen({ inquiryId: "inq_2", referenceId: "usr_é", createdAt: at + 1 }),
      seen({ inquiryId: "inq_3", referenceId: "usr_2" }),
      seen({ inquiryId: "inq_4", referenceId: null }),
    ]);
    expect((await states.ofReferenceId("USR_É")).map(({ inquiryId }) => inquiryId)).toEqual(["inq_2", "inq_1"]);
  });

  it("tell of many what is known now", async () => {
    const states = createInquiryStates({ db: await fresh(), now });
    await states.note(seen({ status: "approved", updatedAt: at + 5 }));
    const known = await states.noteMany([seen({ status: "expired" }), seen({ inquiryId: "inq_2", status: "created" })]);
    expect(known.toSorted((one, other) => one.inquiryId.localeCompare(other.inquiryId))).toEqual([
      { inquiryId: "inq_1", status: "approved", updatedAt: at + 5 },
      { inquiryId: "inq_2", status: "created", updatedAt: at },
    ]);
    expect(await states.noteMany([])).toEqual([]);
  });

  it("end the same for every order, repetition and batching of the same observations", async () => {
    const db = await fresh();
    const states = createInquiryStates({ db, now });
    const end = () => db.query("select to_jsonb(inquiry_states) as row from inquiry_states order by inquiry_id");
    const cases = fc.array(observation, { minLength: 1, maxLength: 8 }).chain((observations) =>
      fc.record({
        first: fc.shuffledSubarray(observations, { minLength: observations.length }),
        second: fc.shuffledSubarray([...observations, ...observations], { minLength: 2 * observations.length }),
        cut: fc.nat(16),
      }),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ({ first, second, cut }) => {
        await db.query("delete from inquiry_states");
        for (const one of first) await states.note(one);
        const one = await end();
        await db.query("delete from inquiry_states");
        await states.noteMany(second.slice(0, cut));
        await states.noteMany(second.slice(cut));
        expect(await end()).toEqual(one);
      }),
      { numRuns: 60 },
    );
  });
});
