import { expect, it, vi } from "vitest";
import { allText, maya, noah, sam, startCommandDesk } from "@test/server/support/command-desk";
import { CallFailure } from "@server/persona/call-failure";
import type { Fate } from "@test/server/support/fake-decisions";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { detailsOf, person } from "@test/server/support/desk-client";
import { createManualClock } from "@test/server/support/manual-clock";
import { stoppingAt } from "@test/server/support/stopping";
import { ticking } from "@test/server/support/write-desk";

const [resumed, linked] = ["POST /inquiries/inq_2/resume", "POST /inquiries/inq_2/generate-one-time-link"];
const oneTimeLink = "https://withpersona.com/verify?code=secret";

describeOnEachDatabase("restorations", (fresh) => {
  it("resume what has expired and hand out the link, once and to the one who asked", async () => {
    const db = await fresh();
    const desk = startCommandDesk(db);
    const { restore } = desk.instance();
    expect(await restore()).toMatchObject({
      status: 201,
      body: { inquiryId: "inq_2", kind: "link", resumed: true, status: "pending", oneTimeLink, linkExpiresAt: null, sessionToken: null },
    });
    expect(desk.persona.acts).toEqual([resumed, linked]);
    expect(desk.persona.bodies).toEqual(['{"meta":{}}']);
    expect(desk.persona.reads).toEqual(["inq_2"]);
    expect(await desk.log()).toEqual(["resume-an-inquiry done", "generate-a-one-time-link done"]);
    expect((await desk.entries())[0]).toMatchObject({ statusBefore: "expired", actor: { id: "user-sam" } });
    // the session token of the resume went to nobody
    expect(await desk.linkCount("inq_2")).toBe(1);
    expect(await allText(db)).not.toContain("secret");
  });

  it("make only the link for what is open, with the life that was asked for", async () => {
    const desk = startCommandDesk(await fresh());
    const { restore } = desk.instance();
    const pending = { inquiryId: "inq_3", seen: { status: "pending", redactedAt: null }, expiresInSeconds: 3_600 };
    expect(await restore(pending)).toMatchObject({ body: { resumed: false, linkExpiresAt: "2026-03-02T10:00:00.000Z" } });
    expect(desk.persona.acts).toEqual(["POST /inquiries/inq_3/generate-one-time-link"]);
    expect(desk.persona.bodies).toEqual(['{"meta":{"expiresInSeconds":3600}}']);
  });

  it("hand out a session token where that is asked for", async () => {
    const db = await fresh();
    const desk = startCommandDesk(db);
    const { restore } = desk.instance();
    expect(await restore({ kind: "sdk-token" })).toMatchObject({ status: 201, body: { sessionToken: "secret-token", oneTimeLink: null } });
    expect(desk.persona.acts).toEqual([resumed]);
    expect(await desk.linkCount("inq_2")).toBe(1);
    expect(await allText(db)).not.toContain("secret");
  });

  it("under the same key have the same outcome, and nothing happens twice", async () => {
    const desk = startCommandDesk(await fresh());
    const { restore } = desk.instance();
    const again = { key: "key-1" };
    const first = await restore({}, again);
    expect(await restore({}, again)).toEqual(first);
    expect(desk.persona.acts).toEqual([resumed, linked]);
    expect(await restore({ kind: "sdk-token" }, again)).toMatchObject({ status: 400 });
  });

  it.each([
    ["its status", { status: "approved" }, { what: "status", id: null, seen: "expired", now: "approved" }],
    ["that it was redacted", { redactedAt: "2026-03-02T09:00:00.000Z" }, { what: "redactedAt", seen: null }],
  ])("are stopped when %s is not what the person saw", async (_, attributes, difference) => {
    const desk = startCommandDesk(await fresh());
    desk.persona.becomes("inq_2", attributes);
    expect(await desk.instance().restore()).toMatchObject({ status: 409, body: { difference: [difference] } });
    expect(desk.persona.acts).toEqual([]);
    expect(await desk.log()).toEqual(["generate-a-one-time-link refused"]);
  });

  it.each([
    ["lost before", "stopped", { status: "approved" }],
    ["lost after", "stopped", { status: "approved" }],
    ["lost before", "refused", {}],
    ["lost after", "refused", {}],
  ] as const)("whose database is %s any statement are %s with their entry in the log, or not at all", async (how, state, attributes) => {
    const db = await fresh();
    let isReached = true;
    for (let step = 1; isReached; step += 1) {
      isReached = false;
      const desk = startCommandDesk(db);
      const inquiryId = `inq_${state}${how.replace(" ", "")}${step}`;
      desk.persona.becomes(inquiryId, { status: "failed", ...attributes });
      const stopping = stoppingAt(step, how, db, desk.persona);
      void stopping.reached.then(() => (isReached = true));
      const victim = desk.instance(stopping.caller, { database: stopping.database });
      await victim.restore({ inquiryId, seen: { status: "failed", redactedAt: null } });
      const other = desk.instance();
      for (const seconds of [6, 12, 18]) {
        desk.clock.advance(seconds * 1_000);
        await other.round();
      }
      const rows = await db.query<{ state: string; open: boolean }>(
        "select state, is_open as open from restorations where inquiry_id = $1",
        [inquiryId],
      );
      const entries = await desk.audit.list({ subjectId: inquiryId }, { limit: 10 });
      expect(rows).toEqual(entries.map(() => ({ state, open: false })));
      expect(desk.persona.acts).toEqual([]);
      expect(isReached || step > 3).toBe(true);
    }
  });

  it("of an instance that is slow are not refused by it once another has finished them", async () => {
    const desk = startCommandDesk(await fresh());
    desk.persona.becomes("inq_2", { status: "approved" });
    const at = createManualClock();
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const call: typeof desk.persona.call = async (asked) => {
      const answer = await desk.persona.call(asked);
      await gate;
      return answer;
    };
    const slow = desk.instance({ call }, { at }).restore();
    await vi.waitUntil(() => desk.persona.reads.length === 1, { timeout: 20_000 });
    desk.persona.becomes("inq_2", { status: "expired" });
    desk.clock.advance(6_000);
    await desk.instance().round();
    letGo();
    expect(await ticking(at, slow)).toMatchObject({ status: 201, body: { oneTimeLink } });
    expect(await desk.log()).toEqual(["resume-an-inquiry done", "generate-a-one-time-link done"]);
  });

  it.each([
    ["has no role any more", null],
    ["may do less by then", "auditor"],
  ] as const)("are not carried on for somebody who %s", async (_, role) => {
    const desk = startCommandDesk(await fresh());
    let isAsked = false;
    const call = () => ((isAsked = true), new Promise<never>(() => {}));
    void desk.instance({ call }, { at: createManualClock() }).restore();
    await vi.waitUntil(() => isAsked, { timeout: 20_000 });
    await desk.becomes(sam, role);
    desk.clock.advance(6_000);
    await desk.instance().round();
    expect(desk.persona.acts).toEqual([]);
    expect(await desk.log()).toEqual(["generate-a-one-time-link refused"]);
  });

  it("do not mind that the user goes on meanwhile", async () => {
    const desk = startCommandDesk(await fresh());
    desk.persona.becomes("inq_2", { updatedAt: "2026-03-02T09:00:09.000Z" });
    expect(await desk.instance().restore()).toMatchObject({ status: 201 });
  });

  it("are refused in words where the state does not allow them, and where the role does not", async () => {
    const desk = startCommandDesk(await fresh());
    const { restore } = desk.instance();
    desk.persona.becomes("inq_2", { status: "approved" });
    const refused = await restore({ seen: { status: "approved", redactedAt: null } });
    expect([refused.status, detailsOf(refused)]).toEqual([
      409,
      "This inquiry was approved, so there is nothing left for the user to do in it.",
    ]);
    expect(await restore({}, { who: person("nora", "auditor") })).toMatchObject({ status: 403 });
    expect(desk.persona.acts).toEqual([]);
  });

  it("whose answer is lost on the way are finished, and the same key is told the link", async () => {
    const desk = startCommandDesk(await fresh());
    const { restore, round } = desk.instance();
    desk.persona.next({}, { acts: true, fails: "timeout" });
    expect(await restore({}, { key: "key-1" })).toMatchObject({ status: 504 });
    desk.clock.advance(3_001);
    await round();
    expect(await restore({}, { key: "key-1" })).toMatchObject({ status: 201, body: { resumed: true, oneTimeLink } });
    expect(desk.persona.acts).toEqual([resumed, linked]);
  });

  it.each([
    ["between the steps", [{}, { dies: true }]],
    ["in the middle of the first", [{ dies: true }]],
  ])("of an instance that dies %s are finished by another", async (_, fates) => {
    const desk = startCommandDesk(await fresh());
    desk.persona.next(...fates);
    void desk.instance(desk.persona, { at: createManualClock() }).restore({}, { key: "key-1" });
    await vi.waitUntil(() => desk.persona.keys.length === fates.length, { timeout: 20_000 });
    const alive = desk.instance();
    // the writes' ledger and the command's each leave a dead instance its time
    for (let seconds = 0; seconds < 30; seconds += 6) {
      desk.clock.advance(6_000);
      await alive.writes.recover();
      await alive.round();
    }
    expect(desk.persona.acts).toEqual([resumed, linked]);
    expect(await alive.restore({}, { key: "key-1" })).toMatchObject({ status: 201, body: { oneTimeLink } });
    expect(desk.persona.acts).toEqual([resumed, linked]);
  });

  it("that Persona was not reached for can be asked for again, under the same key", async () => {
    const desk = startCommandDesk(await fresh());
    const { restore } = desk.instance({
      call: async (call) => {
        if (desk.persona.reads.length === 0) {
          desk.persona.reads.push("tried");
          const { CallFailure } = await import("@server/persona/call-failure");
          throw new CallFailure("unconnected");
        }
        return desk.persona.call(call);
      },
    });
    expect(await restore({}, { key: "key-1" })).toMatchObject({ status: 503 });
    expect(await restore({}, { key: "key-1" })).toMatchObject({ status: 201, body: { oneTimeLink } });
  });

  it.each<[string, "read" | "write", readonly Fate[], number, "no" | null, number]>([
    ["the connection breaks as it is read", "read", [{ fails: "lost" }], 502, "no", 0],
    ["it is not read in time", "read", [{ fails: "timeout" }], 504, "no", 0],
    ["Persona is not reached to read it", "read", [{ fails: "unconnected" }], 503, "no", 0],
    ["Persona takes no calls before the first step", "write", [{ status: 429 }], 503, "no", 0],
    ["the answer to the first step is lost", "write", [{ acts: true, fails: "timeout" }], 504, null, 1],
    ["Persona takes no calls before the second step", "write", [{}, { status: 429 }], 503, null, 1],
    ["the answer to the second step is lost", "write", [{}, { acts: true, fails: "timeout" }], 504, null, 2],
    ["Persona refuses", "write", [{ status: 422, keeps: false }], 422, null, 0],
  ])("tell whether anything was sent when %s", async (_, at, fates, status, sent, acts) => {
    const desk = startCommandDesk(await fresh());
    const fails = fates[0]?.fails;
    const call: typeof desk.persona.call = async (asked) => {
      if (at === "read" && fails !== undefined) throw new CallFailure(fails);
      return desk.persona.call(asked);
    };
    if (at === "write") desk.persona.next(...fates);
    const answer = await ticking(desk.clock, desk.instance({ call }).restore());
    expect([answer.status, answer.headers.get("desk-sent"), desk.persona.acts.length]).toEqual([status, sent, acts]);
    expect(detailsOf(answer).includes("Nothing was sent") && acts > 0).toBe(false);
  });

  it("are one at a time on an inquiry", async () => {
    const desk = startCommandDesk(await fresh());
    const { restore } = desk.instance();
    const letGo = desk.persona.hold();
    const first = restore();
    await vi.waitUntil(() => desk.persona.keys.length === 1, { timeout: 20_000 });
    const refused = await restore({}, { who: maya });
    expect([refused.status, detailsOf(refused)]).toEqual([409, "sam is restoring access to this inquiry just now. Nothing was sent."]);
    letGo();
    expect(await first).toMatchObject({ status: 201 });
    expect(await restore({ seen: { status: "pending", redactedAt: null } }, { who: noah })).toMatchObject({
      status: 201,
      body: { resumed: false },
    });
  });

  it("that Persona refuses say so, and can be asked for again", async () => {
    const desk = startCommandDesk(await fresh());
    const { restore } = desk.instance();
    desk.persona.next({ status: 422, title: "Too many sessions", keeps: false });
    const refused = await restore({}, { key: "key-1", who: sam });
    expect([refused.status, detailsOf(refused)]).toEqual([422, "Persona refused: Too many sessions."]);
    expect(await restore({}, { key: "key-1" })).toMatchObject({ status: 201 });
  });

  it("take the last session for no resume that no link could follow, and change nothing", async () => {
    const desk = startCommandDesk(await fresh());
    const { restore } = desk.instance();
    desk.persona.becomes("inq_2", { sessions: 24 });
    const refused = await restore();
    expect([refused.status, detailsOf(refused)]).toEqual([
      409,
      "24 of 25 sessions used: resuming it would take the last one, and none would be left for the link.",
    ]);
    expect(desk.persona.acts).toEqual([]);
    expect(await desk.log()).toEqual(["generate-a-one-time-link refused"]);
    // a token needs the one alone
    expect(await restore({ kind: "sdk-token" })).toMatchObject({ status: 201 });
  });

  it.each([23, 25, 26])("leave to Persona what the limit is with %d sessions", async (sessions) => {
    const desk = startCommandDesk(await fresh());
    desk.persona.becomes("inq_2", { sessions });
    expect(await desk.instance().restore()).toMatchObject({ status: 201 });
  });

  it("say that the inquiry was resumed where Persona refuses only the link", async () => {
    const desk = startCommandDesk(await fresh());
    desk.persona.next({}, { status: 422, title: "Too many sessions" });
    const refused = await desk.instance().restore();
    expect([refused.status, refused.headers.get("Desk-Sent"), detailsOf(refused)]).toEqual([
      422,
      "part",
      "The inquiry was resumed, and its link was not made. Persona refused: Too many sessions.",
    ]);
    expect(desk.persona.acts).toEqual([resumed]);
  });
});
