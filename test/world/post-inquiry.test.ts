import { assignCase, setCaseStatus } from "@mocks/world/case/cases";
import { approveInquiry } from "@mocks/world/inquiry/inquiry-decisions";
import { reportsOf } from "@mocks/world/inquiry/inquiry-lookup";
import {
  dismissReportMatches,
  pauseReport,
  reportHistory,
  resumeReport,
  reviewReportMatches,
  runReport,
} from "@mocks/world/report/report-actions";
import { createReport } from "@mocks/world/report/reports";
import { failVerification } from "@mocks/world/flow/flow-results";
import { minute, second } from "@mocks/world/core/time";
import { walkFlow } from "@mocks/world/flow/walk";
import type { WorkflowSettings } from "@mocks/world/core/hidden";
import { expect, it } from "vitest";
import { apiKey, caseTemplateId, eventNames, pendingInquiry, reviewer, sampleWorld } from "./sample-world";

const workflow: Partial<WorkflowSettings> = { onCompleted: "approve", onReportMatch: "review", onFailed: "decline", caseTemplateId };

function completed(hasMatch: boolean, settings: Partial<WorkflowSettings> = workflow) {
  const world = sampleWorld({ settings: { reports: ["watchlist", "adverse-media"], workflow: settings } });
  const { inquiry, sessionId } = pendingInquiry(world);
  const matchedLists = hasMatch ? [{ name: "Some list" }, { name: "Other list" }] : null;
  walkFlow(world, { sessionId, reports: { watchlist: { status: "ready", hasMatch, attributes: { matchedLists }, afterSeconds: 5 } } });
  const [watchlist] = reportsOf(world, inquiry);
  if (watchlist === undefined) throw new Error("No report");
  return { world, inquiry, watchlist };
}

it("reports start when the inquiry completes and are ready seconds later", () => {
  const { world, inquiry, watchlist } = completed(false);
  expect(reportsOf(world, inquiry).map((report) => `${report.type} ${report.attributes.status}`)).toEqual([
    "report/watchlist pending",
    "report/adverse-media pending",
  ]);
  expect(inquiry.attributes.status).toBe("completed");
  world.clock.advance(5 * second);
  world.settle();
  expect(watchlist.attributes).toMatchObject({ status: "ready", hasMatch: false, isContinuous: false, nameFirst: "Alexander" });
  expect(eventNames(world, watchlist.id)).toEqual(["report/watchlist.ready"]);
});

it("without a hit the workflow approves, and its run is the reviewer", () => {
  const { world, inquiry } = completed(false);
  world.clock.advance(minute);
  world.settle();
  expect(inquiry.attributes).toMatchObject({ status: "approved", reviewerComment: null });
  expect(inquiry.relationships.reviewer.data?.type).toBe("workflow-run");
  expect(world.find(inquiry.relationships.reviewer.data ?? { type: "", id: "" })?.attributes).toMatchObject({ status: "completed" });
});

it("with a hit it goes to review, with a case that holds the inquiry and its reports", () => {
  const { world, inquiry, watchlist } = completed(true);
  world.clock.advance(minute);
  world.settle();
  expect(inquiry.attributes).toMatchObject({ status: "needs_review", nextStepName: "review" });
  expect(eventNames(world, watchlist.id)).toEqual(["report/watchlist.ready", "report/watchlist.matched"]);
  const [row] = world.tables.cases.newestFirst();
  expect(row?.attributes).toMatchObject({ name: "KYC-1", status: "Open", creatorType: "workflow-run" });
  expect(row?.relationships.inquiries.data).toEqual([{ type: "inquiry", id: inquiry.id }]);
  expect(row?.relationships.reports.data).toHaveLength(2);
});

it("whoever decides first wins: the workflow leaves a decided inquiry alone", () => {
  const { world, inquiry } = completed(true);
  approveInquiry(world, { inquiryId: inquiry.id, comment: "known customer" }, reviewer);
  world.clock.advance(minute);
  world.settle();
  expect(inquiry.attributes).toMatchObject({ status: "approved", reviewerComment: "known customer" });
  expect(world.tables.workflowRuns.size).toBe(0);
});

it("a failed inquiry runs no reports and is declined by the workflow", () => {
  const world = sampleWorld({ settings: { reports: ["watchlist"], workflow } });
  const { inquiry, sessionId } = pendingInquiry(world);
  failVerification(world, { sessionId });
  failVerification(world, { sessionId });
  world.clock.advance(minute);
  world.settle();
  expect(inquiry.attributes.status).toBe("declined");
  expect(inquiry.attributes.failedAt).not.toBeNull();
  expect(reportsOf(world, inquiry)).toEqual([]);
});

it("a template without a workflow leaves completed inquiries as they are", () => {
  const { world, inquiry } = completed(true, { onCompleted: "none", onReportMatch: "none" });
  world.clock.advance(60 * minute);
  world.settle();
  expect(inquiry.attributes.status).toBe("completed");
});

it("dismissing empties the findings; the history tells who and what", () => {
  const { world, watchlist } = completed(true);
  const reportId = watchlist.id;
  expect(() => dismissReportMatches(world, { reportId }, reviewer)).toThrow("Report has no match to dismiss");
  world.clock.advance(minute);
  dismissReportMatches(world, { reportId, reason: "namesake" }, reviewer);
  expect(watchlist.attributes).toMatchObject({ status: "ready", hasMatch: false, matchedLists: null });
  expect(eventNames(world, reportId).at(-1)).toBe("report/watchlist.dismissed");
  expect(reportHistory(world, { reportId })).toMatchObject([
    { type: "dismiss", creatorName: "Ada Park" },
    { type: "run", runType: "initial", matches: 2 },
  ]);
});

it("a rerun keeps the report ready meanwhile and makes it continuous; a hit that was there before is no new match", () => {
  const { world, watchlist } = completed(true);
  world.clock.advance(minute);
  runReport(world, { reportId: watchlist.id }, apiKey);
  expect(watchlist.attributes).toMatchObject({ status: "ready", isContinuous: false });
  expect(() => runReport(world, { reportId: watchlist.id }, apiKey)).toThrow("Report is already running");
  world.clock.advance(minute);
  world.settle();
  expect(watchlist.attributes.isContinuous).toBe(true);
  expect(eventNames(world, watchlist.id)).toEqual(["report/watchlist.ready", "report/watchlist.matched", "report/watchlist.ready"]);
});

it("what was dismissed stays away when the report runs again", () => {
  const { world, watchlist } = completed(true);
  const reportId = watchlist.id;
  world.clock.advance(minute);
  dismissReportMatches(world, { reportId, reason: "namesake" }, reviewer);
  expect(watchlist.attributes).toMatchObject({
    ignoreList: [
      { match: { name: "Some list" }, user: "Ada Park", ignoreReason: "namesake" },
      { match: { name: "Other list" }, user: "Ada Park", ignoreReason: "namesake" },
    ],
  });
  runReport(world, { reportId }, apiKey);
  world.clock.advance(minute);
  world.settle();
  expect(watchlist.attributes).toMatchObject({ hasMatch: false, matchedLists: null });
  expect(eventNames(world, reportId).filter((name) => name.endsWith(".matched"))).toHaveLength(1);
});

it("adverse media is dismissed entity by entity", () => {
  const world = sampleWorld();
  const relatedSources = [
    { entityId: "e1", name: "Jane Doe" },
    { entityId: "e2", name: "J. Doe" },
  ];
  const plan = { status: "ready", hasMatch: true, attributes: { relatedSources } } as const;
  const { id: reportId } = createReport(world, { kind: "adverse-media", plan }, apiKey);
  world.clock.advance(minute);
  const dismiss = (more: object) => dismissReportMatches(world, { reportId, ...more }, apiKey).attributes;
  expect(() => dismiss({})).toThrow("Dismiss type");
  expect(() => dismiss({ dismissType: "entity" })).toThrow("Entity ID");
  expect(() => dismiss({ dismissType: "entity", entityId: "e9" })).toThrow("entity_id is not found");
  expect(dismiss({ dismissType: "entity", entityId: "e1" })).toMatchObject({
    hasMatch: true,
    relatedSources: [{ entityId: "e2" }],
    ignoreListEntity: [{ match: { entityId: "e1" } }],
  });
  expect(dismiss({ dismissType: "entity", entityId: "e2" })).toMatchObject({ hasMatch: false, relatedSources: [] });
});

it("records of a screening are reviewed one by one or all at once, and keep their review when it runs again", () => {
  const world = sampleWorld();
  const record = (token: string) => ({ token, names: [token], reviewStatus: "pending", riskLevel: null, reviewedAt: null });
  const plan = { status: "ready", hasMatch: true, attributes: { matchedRecords: [record("scrre_1"), record("scrre_2")] } } as const;
  const report = createReport(world, { kind: "screening", plan, recurring: true }, apiKey);
  const reportId = report.id;
  world.clock.advance(minute);
  const one = { reportId, reviewType: "record", reviewStatus: "false_positive" } as const;
  expect(() => reviewReportMatches(world, one, apiKey)).toThrow("Record token is missing");
  expect(() => reviewReportMatches(world, { ...one, recordToken: "scrre_9" }, apiKey)).toThrow("record_token is not found");
  expect(() => dismissReportMatches(world, { reportId }, apiKey)).toThrow("cannot be dismissed");
  expect(reviewReportMatches(world, { ...one, recordToken: "scrre_2", riskLevel: "immaterial" }, reviewer).attributes).toMatchObject({
    hasMatch: true,
    matchedRecords: [record("scrre_1"), { token: "scrre_2", reviewStatus: "false_positive", riskLevel: "immaterial" }],
  });
  runReport(world, { reportId }, apiKey);
  world.clock.advance(minute);
  world.settle();
  expect(report.attributes).toMatchObject({ matchedRecords: [{ reviewStatus: "pending" }, { reviewStatus: "false_positive" }] });
  reviewReportMatches(world, { reportId, reviewType: "all_records", reviewStatus: "false_positive" }, reviewer);
  expect(report.attributes.hasMatch).toBe(false);
  expect(eventNames(world, reportId).filter((name) => name === "report/screening.reviewed")).toHaveLength(2);
  expect(reportHistory(world, { reportId })[0]).toMatchObject({ type: "review", creatorName: "Ada Park" });
});

it("monitoring is paused and resumed, each once", () => {
  const world = sampleWorld();
  const { id: reportId } = createReport(world, { kind: "watchlist", recurring: true }, apiKey);
  expect(() => resumeReport(world, { reportId }, apiKey)).toThrow("not paused");
  expect(pauseReport(world, { reportId }, apiKey).attributes.isRecurring).toBe(false);
  expect(() => pauseReport(world, { reportId }, apiKey)).toThrow("not monitored");
  expect(resumeReport(world, { reportId }, apiKey).attributes.isRecurring).toBe(true);
  expect(reportHistory(world, { reportId }).map(({ type }) => type)).toEqual(["resume", "pause"]);
});

it("a case is assigned to members only, resolved and reopened by its statuses, and leaves its inquiry alone", () => {
  const { world, inquiry } = completed(true);
  world.clock.advance(minute);
  world.settle();
  const caseId = [...world.tables.cases.newestFirst()][0]?.id ?? "";
  expect(() => assignCase(world, { caseId, userEmailAddress: "nobody@example.com" }, reviewer)).toThrow("Unprocessable entity");
  expect(assignCase(world, { caseId, userEmailAddress: "Ada.Park@example.com" }, reviewer).attributes).toMatchObject({
    assigneeId: "ada.park@example.com",
    assignerType: "user",
  });
  expect(() => setCaseStatus(world, { caseId, status: "Shelved" }, reviewer)).toThrow("Case status Shelved is not defined");
  setCaseStatus(world, { caseId, status: "Approved" }, reviewer);
  expect(setCaseStatus(world, { caseId, status: "Open" }, reviewer).attributes).toMatchObject({ resolution: null, resolvedAt: null });
  expect(eventNames(world, caseId)).toEqual([
    "case.created",
    "case.assigned",
    "case.status-updated",
    "case.resolved",
    "case.status-updated",
    "case.reopened",
  ]);
  expect(inquiry.attributes.status).toBe("needs_review");
});
