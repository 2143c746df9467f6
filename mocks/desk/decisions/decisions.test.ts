import { describe, expect, it } from "vitest";
import type { AuditEntry } from "@/api/generated/desk/types.gen";
import {
  ask,
  audited,
  called,
  decide,
  decisions,
  decline,
  inquiryOf,
  latest,
  request,
  signIn,
  statusOf,
  wait,
  type Asked,
} from "../../testing/deciding";
import { inquiryId, send, tinySimulator } from "../../testing/tiny-world";
import { personOf } from "../people";

describe("a decision", () => {
  it("is held, then sent once, signed, and told in the audit log", async () => {
    const simulator = tinySimulator();
    const { status, body } = await decide(simulator, 1, { ...decline, comment: " Forged. " });
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: "held", mine: true, holdSeconds: 5, sendsAt: "2026-03-02T09:00:05.000Z", referenceId: "ref-1" });
    await wait(simulator, 4);
    expect([statusOf(simulator, 1), called(simulator, "declineAnInquiry")]).toEqual(["created", 0]);
    await wait(simulator, 1);
    expect(await latest(simulator)).toMatchObject({ state: "confirmed", statusAfter: "declined", sendsAt: null, comment: "Forged." });
    expect([statusOf(simulator, 1), called(simulator, "declineAnInquiry")]).toEqual(["declined", 1]);
    const { attributes, relationships } = inquiryOf(simulator, 1);
    expect(attributes.reviewerComment).toBe(
      "Forged.\n\nReasons: Document is altered or fabricated (document-altered)\n[Inquiry Desk] Inés Valverde <ines.valverde@hollisgrey.example>",
    );
    expect(relationships.reviewer.data?.id).toBe(personOf(simulator.world(), "lead").id);
    const [done, held] = await audited(simulator);
    expect(held).toMatchObject({
      action: "hold-decision",
      outcome: "done",
      details: { operation: "decline-an-inquiry", reasons: "document-altered", seconds: 5 },
    });
    expect(done).toMatchObject({
      action: "decline-an-inquiry",
      outcome: "done",
      comment: "Forged.",
      statusBefore: "created",
      statusAfter: "declined",
      details: { reasons: "document-altered" },
    });
  });

  it("is carried out in the call where it is not held, and not shorter than the company wants", async () => {
    const simulator = tinySimulator();
    expect((await decide(simulator, 1, { holdSeconds: 0 })).body).toMatchObject({ state: "confirmed", statusAfter: "approved" });
    await ask(simulator, "PUT", "settings/decisionHold", { value: { seconds: 5, atLeastSeconds: 3 }, version: 0 });
    expect((await decide(simulator, 2, { holdSeconds: 0 })).body).toMatchObject({ state: "held", holdSeconds: 3 });
  });

  it("is stopped when the inquiry is not what the person saw, with the difference and the comment", async () => {
    const simulator = tinySimulator();
    await decide(simulator, 1, { ...decline, comment: "Forged." });
    await send(simulator, `/api/v1/inquiries/${inquiryId(simulator, 1)}/approve`, { body: {} });
    await wait(simulator, 5);
    const stopped = await latest(simulator);
    expect(stopped).toMatchObject({ state: "stopped", comment: "Forged.", statusAfter: null });
    expect(stopped?.difference).toEqual([
      { what: "status", id: null, seen: "created", now: "approved" },
      { what: "reviewer", id: null, seen: null, now: personOf(simulator.world(), "lead").id },
    ]);
    expect(called(simulator, "declineAnInquiry")).toBe(0);
    const [entry] = await audited(simulator);
    expect(entry).toMatchObject({
      action: "stop-decision",
      outcome: "refused",
      comment: "Forged.",
      details: { operation: "decline-an-inquiry" },
    });
  });

  it("of two from the same picture, one is sent", async () => {
    const simulator = tinySimulator();
    const [first, second] = [request(simulator, 1, { holdSeconds: 0 }), request(simulator, 1, { ...decline, comment: "Forged." })];
    await ask(simulator, "POST", "decisions", first);
    await wait(simulator, 3600);
    const { body: stopped } = await ask(simulator, "POST", "decisions", second);
    const difference = [{ what: "status", id: null, seen: "created", now: "approved" }];
    expect(stopped).toMatchObject({ state: "stopped", difference, comment: "Forged." });
    expect(statusOf(simulator, 1)).toBe("approved");
  });

  it("is refused while another one is under way, which says who holds what, without their comment", async () => {
    const simulator = tinySimulator();
    await signIn(simulator, "reviewer");
    const { body: held } = await decide(simulator, 1, { comment: "All fits." }, { role: "reviewer" });
    await simulator.control("clock/advance", { seconds: 2 });
    await signIn(simulator, "support");
    const { status, body } = await decide(simulator, 1, { action: "markForReview" }, { role: "support" });
    expect(status).toBe(409);
    expect(body.errors).toEqual([
      { title: "Conflict", details: "Maya Lindqvist holds an approval of this inquiry; it is sent in 3 seconds." },
    ]);
    expect(body.decision).toMatchObject({ id: held.id, mine: false, comment: null });
    await signIn(simulator, "lead");
    expect((await decide(simulator, 1)).body.decision).toMatchObject({ comment: "All fits." });
  });

  it("is the same under the same key of the same person, and no other", async () => {
    const simulator = tinySimulator();
    const wanted = request(simulator, 1);
    const [first, again, other] = [
      await ask(simulator, "POST", "decisions", wanted, { key: "one" }),
      await ask(simulator, "POST", "decisions", wanted, { key: "one" }),
      await ask(simulator, "POST", "decisions", { ...wanted, comment: "x" }, { key: "one" }),
    ];
    expect([first.status, again.status, other.status]).toEqual([201, 200, 400]);
    expect(again.body).toEqual(first.body);
    await signIn(simulator, "admin");
    expect((await ask(simulator, "POST", "decisions", wanted, { key: "one", role: "admin" })).status).toBe(409);
  });

  it.each([
    [{ reasonIds: ["picture-unclear"] }, "A reason is not, or not any more, one of the company's for this decision."],
    [{ action: "decline", reasonIds: [] }, "A decline needs a reason."],
    [{ action: "decline", reasonIds: ["other"], comment: " " }, "“Another reason” needs a comment."],
    [{ comment: "x".repeat(4001) }, "comment is invalid"],
    [{ holdSeconds: 61 }, "hold_seconds is invalid"],
  ] as const)("that is %j is malformed", async (more, details) => {
    const simulator = tinySimulator();
    const { status, body } = await ask(simulator, "POST", "decisions", { ...request(simulator, 1), ...more });
    expect([status, body.errors[0]?.details]).toEqual([400, details]);
  });

  it("needs no reason where the company has none for a decline", async () => {
    const simulator = tinySimulator();
    await ask(simulator, "PUT", "settings/decisionReasons", { value: [], version: 0 });
    expect((await decide(simulator, 1, { action: "decline", reasonIds: [] })).status).toBe(201);
  });

  it.each([
    ["support", "approve", "approve-an-inquiry"],
    ["auditor", "markForReview", "mark-an-inquiry-for-review"],
  ] as const)("a %s may not %s, which is written down", async (role, action, noted) => {
    const simulator = tinySimulator();
    await signIn(simulator, role);
    expect((await decide(simulator, 1, { action }, { role })).status).toBe(403);
    await signIn(simulator, "lead");
    const { data } = (await (await send(simulator, "/desk/v1/audit-entries?filter[outcome]=refused")).json()) as { data: AuditEntry[] };
    expect(data[0]).toMatchObject({ action: noted, actor: { role }, subject: { id: inquiryId(simulator, 1) } });
  });

  it("tags the inquiry once it is confirmed, where a reason says so", async () => {
    const simulator = tinySimulator();
    const value = [{ id: "forged", decision: "decline", label: "Forged", comment: "optional", tag: "forgery" }];
    await ask(simulator, "PUT", "settings/decisionReasons", { value, version: 0 });
    await decide(simulator, 1, { action: "decline", reasonIds: ["forged"] });
    expect(inquiryOf(simulator, 1).attributes.tags).toEqual([]);
    await wait(simulator, 5);
    expect(inquiryOf(simulator, 1).attributes.tags).toEqual(["forgery"]);
  });
});

describe("a page", () => {
  it("names whom it was loaded for, and is refused when somebody else is signed in", async () => {
    const simulator = tinySimulator();
    const unnamed = await send(simulator, "/desk/v1/decisions", {
      body: request(simulator, 1),
      headers: { "desk-client": "web", "idempotency-key": "k" },
    });
    expect(unnamed.status).toBe(400);
    const { status, body } = await decide(simulator, 1, {}, { role: "reviewer" });
    const details = "Inés Valverde is signed in now, in another tab. Reload the page to go on as them.";
    expect([status, body.errors]).toEqual([409, [{ title: "Somebody else is signed in", details }]]);
    const elsewhere = { "desk-person": personOf(simulator.world(), "reviewer").id };
    const setting = await ask(
      simulator,
      "PUT",
      "settings/sla",
      { value: { reviewHours: 1, warnHours: 0 }, version: 0 },
      { headers: elsewhere },
    );
    expect(setting.status).toBe(409);
    const call = await send(simulator, `/api/v1/inquiries/${inquiryId(simulator, 1)}/approve`, { body: {}, headers: elsewhere });
    expect([call.status, statusOf(simulator, 1)]).toEqual([409, "created"]);
  });

  it("sends a key", async () => {
    const simulator = tinySimulator();
    expect((await decide(simulator, 1, {}, { headers: { "idempotency-key": "" } })).status).toBe(400);
  });
});

describe("a held decision", () => {
  it("is taken back by whom it is of and by leads, once, and nothing is sent", async () => {
    const simulator = tinySimulator();
    await signIn(simulator, "reviewer");
    const { body: held } = await decide(simulator, 1, {}, { role: "reviewer" });
    await signIn(simulator, "support");
    expect((await ask(simulator, "DELETE", `decisions/${held.id}`, undefined, { role: "support" })).status).toBe(404);
    await signIn(simulator, "lead");
    for (let times = 0; times < 2; times += 1) {
      expect((await ask(simulator, "DELETE", `decisions/${held.id}`)).body).toMatchObject({ state: "taken-back" });
    }
    await wait(simulator, 60);
    expect(statusOf(simulator, 1)).toBe("created");
    expect((await audited(simulator)).map(({ action, actor }) => [action, actor.role])).toEqual([
      ["take-back-decision", "lead"],
      ["hold-decision", "reviewer"],
    ]);
    expect((await ask(simulator, "DELETE", "decisions/dec_none")).status).toBe(404);
  });

  it("is not taken back any more once it is sent", async () => {
    const simulator = tinySimulator();
    const { body: sent } = await decide(simulator, 1, { holdSeconds: 0 });
    const { status, body } = await ask(simulator, "DELETE", `decisions/${sent.id}`);
    expect([status, body.decision?.state]).toEqual([409, "confirmed"]);
  });

  it("is paused by whom it is of, begins anew, and is taken back after ten minutes", async () => {
    const simulator = tinySimulator();
    const { body: held } = await decide(simulator, 1);
    const pause = (paused: boolean, asked: Asked = {}) => ask(simulator, "PATCH", `decisions/${held.id}`, { paused }, asked);
    await simulator.control("clock/advance", { seconds: 3 });
    expect((await pause(true)).body).toMatchObject({ state: "held", sendsAt: null, pausedAt: "2026-03-02T09:00:03.000Z" });
    await wait(simulator, 60);
    expect((await pause(false)).body).toMatchObject({ sendsAt: "2026-03-02T09:01:08.000Z", pausedAt: null });
    await pause(true);
    await signIn(simulator, "admin");
    expect((await pause(false, { role: "admin" })).status).toBe(404);
    await wait(simulator, 599);
    expect(await latest(simulator)).toMatchObject({ state: "held" });
    await wait(simulator, 1);
    expect(await latest(simulator)).toMatchObject({ state: "taken-back" });
    expect((await audited(simulator))[0]).toMatchObject({ action: "take-back-decision", actor: { type: "system" } });
    await signIn(simulator, "lead");
    expect((await pause(true)).status).toBe(409);
  });
});

describe("the list", () => {
  it("holds one's own, everybody's for leads, and of one inquiry everybody's without their comments", async () => {
    const simulator = tinySimulator();
    await signIn(simulator, "reviewer");
    await decide(simulator, 1, { comment: "Hers" }, { role: "reviewer" });
    await signIn(simulator, "lead");
    await decide(simulator, 2, { comment: "Mine" });
    await decide(simulator, 3, { holdSeconds: 0, comment: "At once" });
    const seen = async (query: string) => (await decisions(simulator, query)).map(({ comment, state }) => [comment, state]);
    expect(await seen("")).toEqual([
      ["At once", "confirmed"],
      ["Mine", "held"],
      ["Hers", "held"],
    ]);
    expect(await seen("?filter[by]=me&filter[state]=open")).toEqual([["Mine", "held"]]);
    expect(await seen("?filter[state]=confirmed,stopped")).toEqual([["At once", "confirmed"]]);
    const page = await ask(simulator, "GET", "decisions?page[size]=2");
    expect(page.body.data).toHaveLength(2);
    await signIn(simulator, "reviewer");
    expect(await seen("")).toEqual([["Hers", "held"]]);
    expect(await seen(`?filter[inquiry-id]=${inquiryId(simulator, 2)}`)).toEqual([[null, "held"]]);
    for (const bad of ["?filter[by]=you", "?filter[state]=odd"]) expect((await ask(simulator, "GET", `decisions${bad}`)).status).toBe(400);
  });
});
