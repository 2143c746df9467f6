import { describe, expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { findingsOf, matchesIn, noteMatches } from "./inquiry-findings";
import type { InquiryObservation } from "./inquiry-observation";
import { createInquiryStates } from "./inquiry-states";
import { readDocument } from "./resources/read-document";
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
const report = (id: string, attributes: object, type = "report/watchlist"): Resource => ({
  type,
  id,
  attributes: { ...attributes },
  relationships: { inquiry: to("inq_1") },
});
const screening = (...reviews: string[]) =>
  report(
    "rep_0",
    { status: "ready", "has-match": true, "matched-records": reviews.map((status) => ({ "review-status": status })) },
    "report/screening",
  );

it("checks are counted over all verifications, or not at all", () => {
  const beside = [verification("ver_1", "passed", "failed", "passed"), verification("ver_2", "not_applicable", "to_come")];
  expect(findingsOf(inquiry(["ver_1", "ver_2"], []), beside)).toEqual({
    checks: { passed: 2, failed: 1, notApplicable: 1 },
    reportMatches: {},
  });
  expect(findingsOf(inquiry(["ver_1", "ver_3"], ["rep_1"]), beside)).toEqual({ checks: undefined, reportMatches: undefined });
  const odd = { type: "verification/selfie", id: "ver_3", attributes: { checks: "none" } };
  expect(findingsOf(inquiry(["ver_1", "ver_3"], []), [...beside, odd]).checks).toBeUndefined();
  expect(findingsOf({ type: "inquiry", id: "inq_1" }, beside)).toEqual({ checks: undefined, reportMatches: undefined });
});

it("of each report it is told whether it matched, or of none", () => {
  const reports = [report("rep_0", { hasMatch: false }), report("rep_1", { hasMatch: true }), report("rep_2", { hasMatch: null })];
  expect(findingsOf(inquiry([], ["rep_0", "rep_1", "rep_2"]), reports).reportMatches).toEqual({ rep_0: false, rep_1: true, rep_2: false });
  expect(findingsOf(inquiry([], ["rep_0", "rep_9"]), reports).reportMatches).toBeUndefined();
  expect(matchesIn([...reports, report("rep_3", { hasMatch: "yes" })])).toEqual([
    { inquiryId: "inq_1", reportId: "rep_0", isMatch: false },
    { inquiryId: "inq_1", reportId: "rep_1", isMatch: true },
  ]);
});

describe("a match that stands is what screens go by", () => {
  it.each([
    ["a record that nobody has looked at", screening("pending"), true],
    ["one that was cleared beside another", screening("false_positive", "pending"), true],
    ["one that is this person", screening("true_positive"), true],
    ["records that are all about somebody else, whatever has-match says", screening("false_positive", "false_positive"), false],
    ["records that nobody counted as a match", report("rep_0", { status: "ready", matchedLists: [{ name: "A list" }] }), true],
    ["what was dismissed", report("rep_0", { status: "ready", hasMatch: false, matchedLists: [{ name: "A list" }] }), false],
  ])("%s", (_what, told, isMatch) => {
    const [one] = readDocument({ data: told }).value?.data ?? [];
    if (one === undefined) throw new Error("no report");
    expect(matchesIn([one])).toEqual([{ inquiryId: "inq_1", reportId: "rep_0", isMatch }]);
    expect(findingsOf(inquiry([], ["rep_0"]), [one]).reportMatches).toEqual({ rep_0: isMatch });
  });
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
    const one = (reportId: string, isMatch: boolean, inquiryId = "inq_1") => [{ inquiryId, reportId, isMatch }];
    await noteMatches(db, one("rep_1", true), at);
    await seen(at + 5, { findings: { checks: { passed: 9, failed: 1, notApplicable: 0 }, reportMatches: { rep_1: false } } });
    const older = { checks: { passed: 1, failed: 0, notApplicable: 0 }, reportMatches: { rep_1: true } };
    await seen(at + 3, { updatedAt: at + 3, findings: older });
    await noteMatches(db, one("rep_1", true), at + 4);
    await noteMatches(db, one("rep_1", true, "inq_unknown"), at + 9);
    expect(await kept()).toEqual({ passed: 9, failed: 1, match: false });
    await seen(at + 7, { updatedAt: at + 9 });
    await noteMatches(db, one("rep_1", true), at + 6);
    expect(await kept()).toEqual({ passed: 9, failed: 1, match: true });
  });

  it("know of one report that it has no match any more, and nothing of the others by that", async () => {
    const db = await fresh();
    const states = createInquiryStates({ db, now: () => at + 1_000 });
    const seen = (observedAt: number, reportMatches?: Record<string, boolean>) =>
      states.note({
        inquiryId: "inq_1",
        referenceId: null,
        inquiryTemplateId: null,
        accountId: null,
        status: "needs_review",
        redacted: false,
        updatedAt: at,
        source: "read",
        observedAt,
        findings: { reportMatches },
      });
    const told = (reportId: string, isMatch: boolean, ms: number) => noteMatches(db, [{ inquiryId: "inq_1", reportId, isMatch }], at + ms);
    const match = async () => (await db.query("select has_match as match from inquiry_states"))[0]?.["match"];
    await seen(at);
    expect(await match()).toBeNull();
    // events come late and in any order: cleared at 20, matched at 10
    await told("rep_1", false, 20);
    await told("rep_1", true, 10);
    expect(await match()).toBeNull();
    await told("rep_2", true, 5);
    expect(await match()).toBe(true);
    await seen(at + 30, { rep_1: true, rep_2: true });
    await told("rep_2", false, 40);
    expect(await match()).toBe(true);
    await told("rep_1", false, 41);
    expect(await match()).toBe(false);
    await seen(at + 35, { rep_1: true, rep_2: true });
    expect(await match()).toBe(false);
  });
});
