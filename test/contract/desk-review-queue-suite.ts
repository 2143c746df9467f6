import { describe, expect, it } from "vitest";
import type { DeskUnderTest } from "./desk-api-suite";
import { readDeskAnswer } from "./desk-validator";
import type { Claim, DeskRole, IndexedInquiryList, NextInquiry, Postponement, ReviewQueue } from "@/api/generated/desk/types.gen";

const next = "/desk/v1/review-queue/next";

/**
 * What every server side of the desk does with what waits for a human, whichever it is.
 * @param started a desk of a world with several inquiries in review and some that failed, its index whole; nobody has done anything yet
 */
export function describeReviewQueue(name: string, started: () => Pick<DeskUnderTest, "fetch">): void {
  /** An answer with this status, which is as the contract has it. */
  const call = async (role: DeskRole, status: number, method: string, path: string, sent?: unknown) => {
    const answer = await readDeskAnswer(method, path, await started().fetch(role, method, path, sent));
    expect({ path, status: answer.status, problems: answer.problems }).toEqual({ path, status, problems: [] });
    return answer;
  };
  const body = async <T>(...of: Parameters<typeof call>) => (await call(...of)).body as T;
  const draw = (role: DeskRole, passOver: readonly string[] = []) => body<NextInquiry>(role, 200, "POST", next, { passOver });
  const queue = (role: DeskRole) => body<ReviewQueue>(role, 200, "GET", "/desk/v1/review-queue");
  const giveBack = (role: DeskRole, id: string) => call(role, 204, "DELETE", `/desk/v1/claims/${id}`);
  const listed = (query: string) => body<IndexedInquiryList>("auditor", 200, "GET", `/desk/v1/inquiries?${query}`);
  const entriesOf = async (id: string) =>
    (await body<{ data: object[] }>("auditor", 200, "GET", `/desk/v1/audit-entries?filter[subject-id]=${id}`)).data;
  const postpone = (role: DeskRole, id: string, sent: object) => body<Postponement>(role, 200, "PUT", `/desk/v1/postponements/${id}`, sent);
  const takeUp = (role: DeskRole, id: string) => call(role, 204, "DELETE", `/desk/v1/postponements/${id}`);
  const idOf = ({ next: given }: NextInquiry) => given?.inquiry.inquiryId ?? "";
  const tomorrow = () => new Date(Date.now() + 24 * 60 * 60_000).toISOString();

  describe(`the review queue of ${name}`, () => {
    it("gives each person another inquiry, the one that has waited longest first, claimed", async () => {
      const first = await draw("reviewer");
      const second = await draw("lead");
      const oldest = await listed("filter[status]=needs_review&filter[redacted]=false&sort=status-since&page[size]=2");
      expect([idOf(first), idOf(second)]).toEqual(oldest.data.map(({ inquiryId }) => inquiryId));
      expect(first.next?.inquiry).toEqual(oldest.data[0]);
      expect(first.next?.claim).toMatchObject({ inquiryId: idOf(first), mine: true });
      // a page that is loaded again goes on with what it had
      expect(idOf(await draw("reviewer"))).toBe(idOf(first));
      const third = await draw("reviewer", [idOf(first)]);
      expect([idOf(first), idOf(second)]).not.toContain(idOf(third));
      const { data } = await body<{ data: Claim[] }>("auditor", 200, "GET", `/desk/v1/claims?filter[inquiry-id]=${idOf(second)}`);
      expect(data).toMatchObject([{ user: second.next?.claim.user, mine: false }]);
      for (const id of [idOf(first), idOf(third)]) await giveBack("reviewer", id);
      await giveBack("lead", idOf(second));
    });

    it("says how many wait, and why some do not wait for who asks", async () => {
      const before = await queue("lead");
      expect(before).toMatchObject({ statuses: ["needs_review"], index: { whole: true } });
      const { total, ready } = before.waiting;
      const [mine, theirs] = [idOf(await draw("lead")), idOf(await draw("reviewer"))];
      await postpone("lead", mine, { kind: "skip", reason: "Ask Ines first" });
      expect((await queue("lead")).waiting).toMatchObject({ total, ready: ready - 2, claimed: 1, postponed: 1 });
      expect((await queue("auditor")).waiting).toMatchObject({ total, ready: ready - 2, claimed: 2, postponed: 0 });
      const templates = (await listed(`filter[inquiry-id]=${mine}`)).data.map(({ inquiryTemplateId }) => inquiryTemplateId);
      const ofOne = await body<ReviewQueue>("lead", 200, "GET", `/desk/v1/review-queue?filter[inquiry-template-id]=${templates[0]}`);
      expect(ofOne.waiting).toMatchObject({ postponed: 1 });
      const none = await body<ReviewQueue>("lead", 200, "GET", "/desk/v1/review-queue?filter[inquiry-template-id]=itmpl_none");
      expect(none.waiting).toEqual({ total: 0, ready: 0, claimed: 0, postponed: 0, secondLook: 0, inDecision: 0 });
      await takeUp("lead", mine);
      await giveBack("lead", mine);
      await giveBack("reviewer", theirs);
      expect((await queue("lead")).waiting).toEqual(before.waiting);
    });

    it("gives nobody anything where nothing is left", async () => {
      const nothing = await body<NextInquiry>("lead", 200, "POST", next, { inquiryTemplateIds: ["itmpl_none"] });
      expect(nothing).toMatchObject({ next: null, waiting: { total: 0 } });
    });

    it("is longer where the settings say so", async () => {
      const { total } = (await queue("lead")).waiting;
      const path = "/desk/v1/settings/reviewQueue";
      await call("lead", 200, "PUT", path, { value: { alsoWaiting: ["failed"] }, version: 0 });
      const longer = await queue("support");
      expect(longer.statuses).toEqual(["needs_review", "failed"]);
      const failed = await body<{ total: number }>(
        "lead",
        200,
        "GET",
        "/desk/v1/inquiries/counts?filter[status]=failed&filter[redacted]=false",
      );
      expect(failed.total).toBeGreaterThan(0);
      expect(longer.waiting.total).toBe(total + failed.total);
      await call("lead", 200, "PUT", path, { value: { alsoWaiting: [] }, version: 1 });
    });

    it("is nothing for auditors to take from", async () => {
      const { body: refused } = await call("auditor", 403, "POST", next, {});
      expect(refused).toMatchObject({ errors: [{ title: "Forbidden" }] });
    });
  });

  describe(`a postponement at ${name}`, () => {
    it("takes an inquiry out of everybody's queue, is shown to all, and is recorded", async () => {
      const id = idOf(await draw("reviewer"));
      await giveBack("reviewer", id);
      const until = tomorrow();
      const reason = "Waits for the second document";
      const snooze = await postpone("reviewer", id, { kind: "snooze", reason, until, untilUserActs: true });
      expect(snooze).toMatchObject({ inquiryId: id, kind: "snooze", until, untilUserActs: true, reason });
      for (const role of ["reviewer", "lead"] as const) {
        const other = idOf(await draw(role));
        expect(other).not.toBe(id);
        await giveBack(role, other);
      }
      expect((await listed(`filter[inquiry-id]=${id}&filter[snoozed]=true`)).data).toMatchObject([{ postponements: [snooze] }]);
      expect((await listed(`filter[inquiry-id]=${id}&filter[snoozed]=false`)).data).toEqual([]);
      await takeUp("lead", id);
      await takeUp("lead", id);
      expect((await listed(`filter[inquiry-id]=${id}&filter[snoozed]=false`)).data).toMatchObject([{ postponements: [] }]);
      const [up, down] = await entriesOf(id);
      expect(down).toMatchObject({ action: "snooze-inquiry", comment: reason, details: { until, untilUserActs: true } });
      expect(up).toMatchObject({
        action: "take-up-inquiry",
        actor: { role: "lead" },
        details: { ended: "snooze", snoozedById: snooze.by.id },
      });
    });

    it("of one person alone is a skip, and leaves the inquiry to the others", async () => {
      const id = idOf(await draw("reviewer"));
      const skip = await postpone("reviewer", id, { kind: "skip", reason: "I know the person" });
      expect(skip).toMatchObject({ kind: "skip", untilUserActs: false });
      await giveBack("reviewer", id);
      const another = idOf(await draw("reviewer"));
      expect(another).not.toBe(id);
      expect(idOf(await draw("lead"))).toBe(id);
      await takeUp("lead", id);
      expect((await listed(`filter[inquiry-id]=${id}`)).data).toMatchObject([{ postponements: [skip] }]);
      await takeUp("reviewer", id);
      expect((await listed(`filter[inquiry-id]=${id}`)).data).toMatchObject([{ postponements: [] }]);
      await giveBack("reviewer", another);
      await giveBack("lead", id);
      expect((await entriesOf(id)).slice(0, 2)).toMatchObject([
        { action: "take-up-inquiry", details: { ended: "skip" } },
        { action: "skip-inquiry", comment: "I know the person", details: {} },
      ]);
    });

    it("that waits for the user is not over when the desk itself changes the inquiry", async () => {
      const id = idOf(await draw("lead"));
      await giveBack("lead", id);
      await postpone("lead", id, { kind: "snooze", reason: "Asked for a better picture", untilUserActs: true });
      await call("lead", 200, "POST", `/api/v1/inquiries/${id}/add-tag`, { meta: { tagName: "Asked" } });
      expect((await listed(`filter[inquiry-id]=${id}&filter[snoozed]=true`)).data).toHaveLength(1);
      await takeUp("lead", id);
    });

    it("is nothing for auditors", async () => {
      await call("auditor", 403, "PUT", "/desk/v1/postponements/inq_1", { kind: "skip", reason: "x" });
      await call("auditor", 403, "DELETE", "/desk/v1/postponements/inq_1");
      expect((await entriesOf("inq_1")).slice(0, 2)).toMatchObject([
        { action: "take-up-inquiry", outcome: "refused" },
        { action: "skip-inquiry", outcome: "refused" },
      ]);
    });
  });
}
