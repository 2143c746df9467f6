import { readEntries, readList, readProperty } from "@/lib/read";
import type { Actor } from "../core/actor";
import { recordUserAudit } from "../user/audit";
import { change } from "../core/change";
import { emit } from "../core/events";
import type { ReportHistoryItem } from "../core/hidden";
import { operation } from "../core/operation";
import { conflict, notFound, unprocessable } from "../core/refusal";
import { dismissibleKinds, findingsOf, idOfMatch, withFindings, withIgnored } from "./report-kinds";
import { finishRun } from "./reports";
import { kindOf, type AnyReport } from "../core/resources";
import { iso, second } from "../core/time";
import { memberOf } from "../user/users";
import type { World } from "../core/world";

export type ReportInput = {
  reportId: string;
};

export type DismissInput = ReportInput & {
  reason?: string | undefined;
  /** entity or media; needed for the adverse media kinds, together with `entityId`. */
  dismissType?: string | undefined;
  entityId?: string | undefined;
};

export type ReviewInput = ReportInput & {
  reviewType: "all_records" | "record";
  reviewStatus: "pending" | "indeterminate" | "true_positive" | "false_positive";
  /** Needed for one record. */
  recordToken?: string | null | undefined;
  riskLevel?: "material" | "immaterial" | null | undefined;
};

/**
 * Dismisses the matches of a report, of adverse media one entity or one article, and `.dismissed` fires. What is dismissed stays away when
 * the report runs again (spec: POST /reports/{report-id}/dismiss).
 * @throws Refusal 404 for the report or the entity, 409 without a match, when redacted or of a kind that has no matches, 422 for missing
 * entity parameters
 */
export const dismissReportMatches = operation((world: World, input: DismissInput, actor: Actor): AnyReport => {
  const report = needReport(world, input.reportId, "dismissed");
  const kind = kindOf(report);
  if (!dismissibleKinds.has(kind)) throw conflict(`Matches of a ${kind} report cannot be dismissed`);
  const isByEntity = kind.endsWith("adverse-media");
  const entityId = isByEntity ? needEntity(input) : undefined;
  if (!report.attributes.hasMatch) throw conflict("Report has no match to dismiss");
  const before = findingsOf(report);
  const after = entityId === undefined ? [] : without(before, input.dismissType, entityId);
  const dismissal = { ignoredAt: iso(world.clock.now()), user: nameOf(world, actor), ignoreReason: input.reason };
  const dismissed = before.filter((finding) => !after.some((left) => idOfMatch(left) === idOfMatch(finding)));
  change(world, report, {
    ...withFindings(kind, after),
    ...withIgnored(report, dismissed, dismissal),
    hasMatch: after.length > 0,
  });
  note(world, report, "dismiss", actor);
  emit(world, `${report.type}.dismissed`, report);
  return report;
});

/** @throws Refusal 422 */
function needEntity({ dismissType, entityId }: DismissInput): string {
  if (dismissType !== "entity" && dismissType !== "media") {
    throw unprocessable("Dismiss type is not valid", "/data/attributes/dismiss-type");
  }
  if (entityId === undefined) throw unprocessable("Entity ID is missing", "/data/attributes/entity-id");
  return entityId;
}

/** The findings without one entity, or without one article of whichever entity has it. @throws Refusal 404 when there is none */
function without(found: readonly unknown[], dismissType: string | undefined, id: string): readonly unknown[] {
  const mediaOf = (finding: unknown) => readList(readProperty(finding, "media"));
  const has = (finding: unknown) =>
    dismissType === "media" ? mediaOf(finding).some((article) => readProperty(article, "id") === id) : idOfMatch(finding) === id;
  if (!found.some(has)) throw notFound("data.attributes.entity_id is not found");
  if (dismissType !== "media") return found.filter((finding) => !has(finding));
  return found.map((finding) => ({
    ...Object.fromEntries(readEntries(finding)),
    media: mediaOf(finding).filter((article) => readProperty(article, "id") !== id),
  }));
}

/**
 * Reviews the records of a screening report, all or one; `.reviewed` fires. It has no match any more once every record is a false positive;
 * that last rule is ours (Persona's changelog of 2026: POST /reports/{report-id}/review).
 * @throws Refusal 404 for the report or the record, 409 for another kind or after redaction, 422 without a record token
 */
export const reviewReportMatches = operation((world: World, input: ReviewInput, actor: Actor): AnyReport => {
  const report = needReport(world, input.reportId, "reviewed");
  if (kindOf(report) !== "screening") throw conflict(`Matches of a ${kindOf(report)} report cannot be reviewed`);
  const { reviewType, reviewStatus, recordToken, riskLevel = null } = input;
  if (reviewType === "record" && !recordToken) throw unprocessable("Record token is missing", "/data/attributes/record-token");
  const isMeant = (record: unknown) => reviewType === "all_records" || idOfMatch(record) === recordToken;
  const records = findingsOf(report);
  if (!records.some(isMeant)) throw notFound("data.attributes.record_token is not found");
  const reviewedAt = reviewStatus === "pending" ? null : iso(world.clock.now());
  const matchedRecords = records.map((record) =>
    isMeant(record) ? { ...Object.fromEntries(readEntries(record)), reviewStatus, riskLevel, reviewedAt } : record,
  );
  change(world, report, {
    ...withFindings("screening", matchedRecords),
    hasMatch: matchedRecords.some((record) => readProperty(record, "reviewStatus") !== "false_positive"),
  });
  note(world, report, "review", actor);
  emit(world, `${report.type}.reviewed`, report);
  return report;
});

/**
 * Runs a report again; it stays ready while it does (spec: POST /reports/{report-id}/run).
 * @throws Refusal 404, 409 while a run is on or after redaction
 */
export const runReport = operation((world: World, input: ReportInput, actor: Actor): AnyReport => {
  const report = needReport(world, input.reportId, "run");
  const hidden = world.hidden.reports.need(report.id);
  if (hidden.running) throw conflict("Report is already running");
  hidden.running = true;
  world.timers.set(world.clock.now() + world.random.int(3, 20) * second, () => finishRun(world, report, "manual"));
  audit(world, report, "run", actor);
  return report;
});

/** Stops continuous monitoring (spec: POST /reports/{report-id}/pause). @throws Refusal 404, 409 unless the report is recurring */
export const pauseReport = operation((world: World, input: ReportInput, actor: Actor): AnyReport => monitor(world, input, actor, "pause"));

/** Takes continuous monitoring up again (spec: POST /reports/{report-id}/resume). @throws Refusal 404, 409 unless it was paused */
export const resumeReport = operation((world: World, input: ReportInput, actor: Actor): AnyReport =>
  monitor(world, input, actor, "resume"),
);

/** What happened to a report, newest first, flat as the API answers it (spec: GET /reports/{report-id}/history). @throws Refusal 404 */
export function reportHistory(world: World, { reportId }: ReportInput): ReportHistoryItem[] {
  return world.perform(() => {
    if (world.tables.reports.get(reportId) === undefined) throw notFound();
    return world.hidden.reports.get(reportId)?.history.toReversed() ?? [];
  });
}

function monitor(world: World, { reportId }: ReportInput, actor: Actor, verb: "pause" | "resume"): AnyReport {
  const report = needReport(world, reportId, `${verb}d`);
  const hidden = world.hidden.reports.need(reportId);
  if (verb === "pause" && !report.attributes.isRecurring) throw conflict("Report is not monitored continuously");
  if (verb === "resume" && !hidden.paused) throw conflict("Report monitoring is not paused");
  hidden.paused = verb === "pause";
  change(world, report, { isRecurring: verb === "resume" });
  note(world, report, verb, actor);
  return report;
}

function needReport(world: World, reportId: string, doing: string): AnyReport {
  const report = world.tables.reports.get(reportId);
  if (report === undefined) throw notFound();
  if (report.attributes.redactedAt !== null) throw conflict(`Report cannot be ${doing} after it was redacted`);
  return report;
}

function note(world: World, report: AnyReport, type: ReportHistoryItem["type"], actor: Actor): void {
  const { history } = world.hidden.reports.need(report.id);
  history.push({ type, id: world.id("ract_"), createdAt: iso(world.clock.now()), creatorName: nameOf(world, actor) });
  audit(world, report, type, actor);
}

function nameOf(world: World, actor: Actor): string {
  const member = memberOf(world, actor)?.attributes;
  return member === undefined ? "API" : `${member.nameFirst} ${member.nameLast}`;
}

function audit(world: World, report: AnyReport, verb: string, actor: Actor): void {
  recordUserAudit(world, { method: "POST", path: `/dashboard/reports/${report.id}/${verb}` }, actor);
}
