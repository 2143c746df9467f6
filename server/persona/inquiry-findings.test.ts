import { expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { findingsOf, matchesIn, noteMatches } from "./inquiry-findings";
import type { InquiryObservation } from "./inquiry-observation";
import { createInquiryStates } from "./inquiry-states";
import type { Resource } from "./resources/schemas";

const at = Date.parse("2026-03-02T09:00:00.000Z");

const to = (...ids: string[]) => ({ data: ids.map((id) => ({ type: id.split("_")[0] ?? "", id })) });
const inquiry = (verifications: string[], reports: string[]): Resource => ({
  type: "inquiry",
  id: "inq_1",
  relationships: { verifications: to(...verifications), reports: to(...reports) },
});
const verification = (id: string, ...statuses: string[]): Resource => ({
  type: "verification/selfie",
  id,
  attributes: { checks: statuses.map((status) => ({ name: "a", status })) },
});
const report = (id: string, hasMatch: unknown): Resource => ({
  type: "report/watchlist",
  id,
  attributes: { hasMatch },
  relationships: { inquiry: to("inq_1") },
});

it("checks are counted over all verifications, or not at all", () => {
  const beside = [verification("ver_1", "passed", "failed", "passed"), verification("ver_2", "not_applicable", "to_come")];
  expect(findingsOf(inquiry(["ver_1", "ver_2"], []), beside)).toEqual({
    checks: { passed: 2, failed: 1, notApplicable: 1 },
    hasMatch: false,
  });
  expect(findingsOf(inquiry(["ver_1", "ver_3"], ["rep_1"]), beside)).toEqual({ checks: undefined, hasMatch: undefined });
  const odd = { type: "verification/selfie", id: "ver_3", attributes: { checks: "none" } };
  expect(findingsOf(inquiry(["ver_1", "ver_3"], []), [...beside, odd]).checks).toBeUndefined();
  expect(findingsOf({ type: "inquiry", id: "inq_1" }, beside)).toEqual({ checks: undefined, hasMatch: undefined });
});

it("a match is one of any report", () => {
  const reports = (...matches: unknown[]) => matches.map((match, index) => report(`rep_${index}`, match));
  expect(findingsOf(inquiry([], ["rep_0", "rep_1"]), reports(false, true)).hasMatch).toBe(true);
  expect(findingsOf(inquiry([], ["rep_0", "rep_1"]), reports(null, false)).hasMatch).toBe(false);
  expect(matchesIn(reports(true, false, "yes"))).toEqual(["inq_1"]);
});

describeOnEachDatabase("findings", (fresh) => {
  it("are those that were seen last, whatever changed at the inquiry meanwhile", async () => {
    const db = await fresh();
    const states = createInquiryStates({ db, now: () => at + 1_000 });
    const seen = (observedAt: number, more: Partial<InquiryObservation>) =>
      states.note({
        inquiryId: "inq_1",
        referenceId: null,
        inquiryTemplateId: null,
        accountId: null,
        status: "pending",
        redacted: false,
        updatedAt: at,
        source: "read",
        observedAt,
        ...more,
      });
    const kept = async () =>
      (await db.query("select checks_passed as passed, checks_failed as failed, has_match as match from inquiry_states"))[0];
    await noteMatches(db, ["inq_1"], at);
    await seen(at + 5, { findings: { checks: { passed: 9, failed: 1, notApplicable: 0 }, hasMatch: false } });
    await seen(at + 3, { updatedAt: at + 3, findings: { checks: { passed: 1, failed: 0, notApplicable: 0 }, hasMatch: true } });
    await noteMatches(db, ["inq_1", "inq_unknown"], at + 4);
    expect(await kept()).toEqual({ passed: 9, failed: 1, match: false });
    await seen(at + 7, { updatedAt: at + 9 });
    await noteMatches(db, ["inq_1"], at + 6);
    expect(await kept()).toEqual({ passed: 9, failed: 1, match: true });
  });
});
