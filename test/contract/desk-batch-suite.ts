import { describe, expect, it } from "vitest";
import type { Batch, BatchDetail, BatchRequest, DeskRole, InquirySeen } from "@/api/generated/desk/types.gen";
import { type Calls, commandCalls } from "./command-calls";

const path = "/desk/v1/batches";

/** As somebody saw an inquiry in which nothing speaks against any decision. */
const seen: InquirySeen = {
  status: "needs_review",
  updatedAt: null,
  redactedAt: null,
  reviewerId: null,
  verifications: [],
  reports: [],
};
const matched = { ...seen, reports: [{ id: "rep_1", status: "ready", hasMatch: true }] };

/** Batches: one decision for many inquiries. Each case leaves nothing that may still be carried out. */
export function deskBatchSuite({ body }: Calls): void {
  const { freshKey, command, entriesOf } = commandCalls({ body });
  const request = (more: Partial<BatchRequest> = {}): BatchRequest => ({
    action: "approve",
    reasonIds: [],
    comment: null,
    holdSeconds: 60,
    items: ["inq_batchOne", "inq_batchTwo"].map((inquiryId) => ({ inquiryId, seen })),
    ...more,
  });
  const take = (more: Partial<BatchRequest> = {}, role: DeskRole = "reviewer", key = freshKey()) =>
    command<Batch>(role, 201, "POST", path, request(more), key);
  const does = (role: DeskRole, status: number, { id }: Batch, verb: string) =>
    command<Batch>(role, status, "POST", `${path}/${id}/${verb}`);
  const detail = (role: DeskRole, { id }: Batch) => body<BatchDetail>(role, 200, "GET", `${path}/${id}`);
  const open = async (role: DeskRole) =>
    (await body<{ data: Batch[] }>(role, 200, "GET", `${path}?filter[state]=open`)).data.map(({ id }) => id);

  describe("batches", () => {
    it("are held as a whole, told to who meant them, and taken back with nothing decided", async () => {
      const held = await take({ comment: " All fit. " });
      expect(held).toMatchObject({ state: "held", mine: true, comment: "All fit.", holdSeconds: 60 });
      expect(held.counts).toEqual({ total: 2, waiting: 2, underWay: 0, confirmed: 0, refused: 0, unknown: 0, leftOut: 0 });
      expect(Date.parse(held.startsAt ?? "") - Date.parse(held.createdAt)).toBe(60_000);
      expect([await open("reviewer"), await open("lead")]).toEqual([[held.id], []]);
      expect((await detail("lead", held)).batch).toMatchObject({ mine: false });
      await body("support", 404, "GET", `${path}/${held.id}`);
      await does("support", 404, held, "take-back");
      expect(await does("reviewer", 200, held, "take-back")).toMatchObject({ state: "taken-back", startsAt: null, counts: { leftOut: 2 } });
      expect(await does("lead", 200, held, "take-back")).toMatchObject({ state: "taken-back" });
      expect((await detail("reviewer", held)).items).toMatchObject([
        { inquiryId: "inq_batchOne", state: "left-out", decisionId: null, why: null, difference: [], override: false },
        { inquiryId: "inq_batchTwo", state: "left-out" },
      ]);
      expect(await open("reviewer")).toEqual([]);
      expect(await entriesOf(held.id)).toMatchObject([
        { action: "take-back-batch", outcome: "done", details: { decision: "approve" } },
        { action: "hold-batch", outcome: "done", comment: null, details: { decision: "approve", items: 2, seconds: 60 } },
      ]);
      for (const verb of ["pause", "resume", "stop"]) await does("reviewer", 409, held, verb);
    });

    it("are paused, held anew where nothing was decided yet, and stopped", async () => {
      const held = await take();
      expect(await does("reviewer", 200, held, "pause")).toMatchObject({ state: "paused", startsAt: null });
      await does("reviewer", 409, held, "take-back");
      const again = await does("lead", 200, held, "resume");
      expect(again.state).toBe("held");
      expect(Date.parse(again.startsAt ?? "")).toBeGreaterThanOrEqual(Date.parse(held.startsAt ?? ""));
      expect(await does("reviewer", 200, held, "stop")).toMatchObject({ state: "stopped", counts: { leftOut: 2 } });
      const actions = (await entriesOf(held.id)).map(({ action }) => action);
      expect(actions).toEqual(["stop-batch", "resume-batch", "pause-batch", "hold-batch"]);
    });

    it("are the same under the same key, and nothing else", async () => {
      const key = freshKey();
      const first = await take({}, "reviewer", key);
      expect(await command<Batch>("reviewer", 200, "POST", path, request(), key)).toMatchObject({ id: first.id });
      await command("reviewer", 400, "POST", path, request({ comment: "Another" }), key);
      await does("reviewer", 200, first, "stop");
    });

    it.each<[string, object]>([
      ["an action that there is not", { action: "redact" }],
      ["no inquiry", { items: [] }],
      ["what is no inquiry", { items: [{ inquiryId: "act_1", seen }] }],
      ["one twice", { items: [1, 2].map(() => ({ inquiryId: "inq_1", seen })) }],
      ["too many", { items: Array.from({ length: 501 }, (_, index) => ({ inquiryId: `inq_${index}`, seen })) }],
      ["a decline without a reason", { action: "decline" }],
      ["a reason that is not the company's", { reasonIds: ["none"] }],
      ["what is a snooze's", { untilUserActs: true }],
      ["a snooze without words", { action: "snooze", untilUserActs: true }],
      ["a snooze of two lines", { action: "snooze", untilUserActs: true, comment: "two\nlines" }],
      ["a snooze that never ends", { action: "snooze", comment: "Later" }],
      ["a snooze with a reason", { action: "snooze", comment: "Later", untilUserActs: true, reasonIds: ["second-opinion"] }],
      ["something else", { unknown: true }],
    ])("with %s are malformed", async (_what, more) => {
      expect(await command("reviewer", 400, "POST", path, { ...request(), ...more })).toHaveProperty("errors");
    });

    it("hold what something speaks against only where it was taken in by itself, with a reason and a comment", async () => {
      const inquiryId = "inq_batchMatched";
      await command("reviewer", 422, "POST", path, request({ items: [{ inquiryId, seen: matched }] }));
      await command("reviewer", 422, "POST", path, request({ items: [{ inquiryId, seen: matched, override: true }] }));
      const said = { reasonIds: ["match-is-somebody-else"], comment: "Another birth date" };
      const held = await take({ ...said, items: [{ inquiryId, seen: matched, override: true }] });
      expect((await detail("reviewer", held)).items).toMatchObject([{ inquiryId, override: true, state: "waiting" }]);
      await does("reviewer", 200, held, "stop");
    });

    it.each<[DeskRole, Partial<BatchRequest>]>([
      ["support", {}],
      ["auditor", { action: "snooze", comment: "Later", untilUserActs: true }],
    ])("are refused to a %s who wants %j", async (role, more) => {
      expect(await command(role, 403, "POST", path, request(more))).toMatchObject({ errors: [{ title: "Forbidden" }] });
    });
  });
}
