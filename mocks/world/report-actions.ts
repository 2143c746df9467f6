import type { Actor } from "./actor";
import { recordUserAudit } from "./audit";
import { change } from "./change";
import { emit } from "./events";
import type { ReportHistoryItem } from "./hidden";
import { operation } from "./operation";
import { conflict, notFound, unprocessable } from "./refusal";
import { dismissibleKinds, withoutFindings } from "./report-kinds";
import { finishRun } from "./reports";
import { kindOf, type AnyReport } from "./resources";
import { iso, second } from "./time";
import { memberOf } from "./users";
import type { World } from "./world";

export interface ReportInput {
  reportId: string;
}

export interface DismissInput extends ReportInput {
  reason?: string | undefined;
  /** entity or media; needed for the adverse media kinds, together with `entityId`. */
  dismissType?: string | undefined;
  entityId?: string | undefined;
}

/**
 * Dismisses the matches of a report: none is left, and `.dismissed` fires (spec: POST /reports/{report-id}/dismiss).
 * @throws Refusal 404, 409 without a match, when pending, redacted or of a kind that has no matches, 422 for missing entity parameters
 */
export const dismissReportMatches = operation((world: World, input: DismissInput, actor: Actor): AnyReport => {
  const report = needReport(world, input.reportId, "dismissed");
  const kind = kindOf(report);
  if (!dismissibleKinds.has(kind)) throw conflict(`Matches of a ${kind} report cannot be dismissed`);
  if (kind.endsWith("adverse-media")) {
    if (input.dismissType !== "entity" && input.dismissType !== "media")
      throw unprocessable("Dismiss type is not valid", "/data/attributes/dismiss-type");
    if (input.entityId === undefined) throw unprocessable("Entity ID is missing", "/data/attributes/entity-id");
  }
  if (!report.attributes.hasMatch) throw conflict("Report has no match to dismiss");
  change(world, report, { ...withoutFindings(kind), hasMatch: false });
  note(world, report, "dismiss", actor);
  emit(world, `${report.type}.dismissed`, report);
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
  const member = memberOf(world, actor)?.attributes;
  const creatorName = member === undefined ? "API" : `${member.nameFirst} ${member.nameLast}`;
  const { history } = world.hidden.reports.need(report.id);
  history.push({ type, id: world.id("ract_"), createdAt: iso(world.clock.now()), creatorName });
  audit(world, report, type, actor);
}

function audit(world: World, report: AnyReport, verb: string, actor: Actor): void {
  recordUserAudit(world, { method: "POST", path: `/dashboard/reports/${report.id}/${verb}` }, actor);
}
