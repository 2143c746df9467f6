import { describe, expect, it } from "vitest";
import type { AuditEntry, Claim, DeskRole } from "@/api/generated/desk/types.gen";

type Call<Answer> = (role: DeskRole, status: number, method: string, path: string, sent?: unknown) => Promise<Answer>;
type Deps = {
  readonly statusOf: (role: DeskRole, method: string, path: string, sent?: unknown) => Promise<number>;
  readonly call: Call<unknown>;
  /** The body of an answer with this status, as the contract has it. */
  readonly body: <T>(...of: Parameters<Call<T>>) => Promise<T>;
};

let count = 0;
/** Nobody has claimed it yet. */
const freshId = () => `inq_suite${(count += 1)}`;

/** The part of the suite about who works on what, and what is put off. */
export function describeClaims({ statusOf, call, body }: Deps): void {
  describe("claims", () => {
    it("belong to one person until they give them back", async () => {
      const path = `/desk/v1/claims/${freshId()}`;
      const mine = await body<Claim>("reviewer", 200, "PUT", path, {});
      expect(mine.mine).toBe(true);
      expect((await body<Claim>("reviewer", 200, "PUT", path, { takeOver: false })).claimedAt).toBe(mine.claimedAt);
      expect(await body("support", 409, "PUT", path, {})).toMatchObject({ claim: { mine: false, user: mine.user } });
      await call("support", 204, "DELETE", path);
      await call("lead", 409, "PUT", path, {});
      await call("reviewer", 204, "DELETE", path);
      await call("reviewer", 204, "DELETE", path);
      await call("support", 200, "PUT", path, {});
    });

    it("can be taken over, which is recorded", async () => {
      const id = freshId();
      const held = await body<Claim>("reviewer", 200, "PUT", `/desk/v1/claims/${id}`, {});
      expect((await body<Claim>("lead", 200, "PUT", `/desk/v1/claims/${id}`, { takeOver: true })).mine).toBe(true);
      const { data } = await body<{ data: AuditEntry[] }>("lead", 200, "GET", `/desk/v1/audit-entries?filter[subject-id]=${id}`);
      expect(data).toMatchObject([{ action: "take-over-claim", details: { fromId: held.user.id, fromName: held.user.name } }]);
    });

    it("are listed for everybody, as theirs or not", async () => {
      const ids = [freshId(), freshId(), freshId()];
      for (const id of ids) await call("reviewer", 200, "PUT", `/desk/v1/claims/${id}`, {});
      const list = `/desk/v1/claims?filter[inquiry-id]=${ids[0]},${ids[2]}`;
      const { data } = await body<{ data: Claim[] }>("auditor", 200, "GET", list);
      expect(data.map(({ inquiryId }) => inquiryId).toSorted()).toEqual([String(ids[0]), String(ids[2])].toSorted());
      expect(data.map(({ mine }) => mine)).toEqual([false, false]);
    });

    it("are nothing for auditors", async () => {
      expect(await statusOf("auditor", "PUT", `/desk/v1/claims/${freshId()}`, {})).toBe(403);
    });
  });

  describe("what waits", () => {
    it("is postponed and taken up again, whatever its status", async () => {
      const { data } = await body<{ data: { id: string }[] }>("lead", 200, "GET", "/api/v1/inquiries");
      const path = `/desk/v1/postponements/${data[0]?.id ?? ""}`;
      await call("support", 200, "PUT", path, { kind: "snooze", reason: " The user is on the phone ", untilUserActs: true });
      const skip = await body("support", 200, "PUT", path, { kind: "skip", reason: " Not mine " });
      expect(skip).toMatchObject({ kind: "skip", reason: "Not mine", untilUserActs: false });
      await call("support", 204, "DELETE", path);
      await call("support", 204, "DELETE", path);
      await call("lead", 204, "DELETE", "/desk/v1/postponements/nothing");
    });

    it("is given to nobody where nothing is left", async () => {
      const none = { total: 0, ready: 0, claimed: 0, postponed: 0, secondLook: 0, inDecision: 0 };
      const nothing = await body("support", 200, "POST", "/desk/v1/review-queue/next", { inquiryTemplateIds: ["itmpl_none"] });
      expect(nothing).toMatchObject({ next: null, waiting: none, index: { whole: true } });
    });
  });
}
