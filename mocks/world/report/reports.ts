import type { Account, Inquiry } from "@/api/generated/persona/types.gen";
import { needAccount } from "../account/account-lookup";
import type { Actor } from "../core/actor";
import { reportTemplateOf, titled } from "../template/catalog";
import { change } from "../core/change";
import { emit } from "../core/events";
import type { ReportPlan } from "../core/hidden";
import { needInquiry } from "../inquiry/inquiry-status";
import { operation } from "../core/operation";
import { kindOf, linkedTo, linkOrNull, type AnyReport } from "../core/resources";
import { blankReportAttributes, findingsOf, matchesIn, matchingKinds, takenIn } from "./report-kinds";
import { iso, second } from "../core/time";
import type { World } from "../core/world";

export type CreateReportInput = {
  /** The part of the type after `report/`: `watchlist`, `adverse-media`, … */
  kind: string;
  inquiryId?: string | undefined;
  /** Default: the account of the inquiry. */
  accountId?: string | undefined;
  /** How it will turn out; ready without a match when left out. */
  plan?: ReportPlan | undefined;
  /** It will run again by itself. */
  recurring?: boolean | undefined;
  tags?: string[] | undefined;
};

/**
 * Starts a report: pending now, ready or errored after a few seconds (Persona help: Reports).
 * @throws Refusal 404 for an unknown inquiry or account
 */
export const createReport = operation((world: World, input: CreateReportInput, _actor: Actor): AnyReport => addReport(world, input));

/** The same with somebody waiting for its end. */
export function addReport(world: World, input: CreateReportInput, onFinished?: () => void): AnyReport {
  const inquiry = input.inquiryId === undefined ? undefined : needInquiry(world, input.inquiryId);
  const account = accountOf(world, input, inquiry);
  const { kind, plan = { status: "ready", hasMatch: false } } = input;
  const now = world.clock.now();
  const report = world.tables.reports.add({
    type: `report/${kind}`,
    id: world.id("rep_"),
    attributes: {
      status: "pending",
      createdAt: iso(now),
      completedAt: null,
      redactedAt: null,
      reportTemplateVersionName: `${titled(kind)} v1`,
      hasMatch: false,
      isContinuous: false,
      isRecurring: input.recurring ?? false,
      tags: input.tags ?? [],
      ...blankReportAttributes(kind, inquiry),
    },
    relationships: {
      inquiry: linkOrNull(inquiry),
      account: linkOrNull(account),
      transaction: { data: null },
      reportTemplate: { data: { type: `report-template/${kind}`, id: reportTemplateOf(world, kind).id } },
    },
  });
  world.hidden.reports.set(report.id, { plan, history: [], paused: false, running: true });
  if (inquiry !== undefined) change(world, inquiry, {}, { reports: linkedTo(inquiry.relationships.reports, report) });
  const seconds = plan.afterSeconds ?? world.random.int(3, 20);
  world.timers.set(now + seconds * second, () => {
    finishRun(world, report, "initial");
    onFinished?.();
  });
  return report;
}

/** The end of a run: `.ready` or `.errored`, and `.matched` when it found what was not there before. Ready never goes back to pending. */
export function finishRun(world: World, report: AnyReport, runType: "initial" | "manual" | "scheduled"): void {
  const hidden = world.hidden.reports.need(report.id);
  hidden.running = false;
  // A report whose subject was redacted meanwhile finds nobody.
  const redacted = report.attributes.redactedAt !== null;
  const { status, ...planned } = redacted ? { status: hidden.plan.status, hasMatch: false } : hidden.plan;
  const kind = kindOf(report);
  const now = iso(world.clock.now());
  const hadMatch = report.attributes.hasMatch;
  const again = runType === "initial" ? {} : { isContinuous: true };
  change(world, report, { status, completedAt: now, ...again, ...(status === "ready" && foundBy(report, planned)) });
  const matched = status === "ready" && report.attributes.hasMatch && !hadMatch;
  hidden.history.push({
    type: "run",
    id: world.id("rpr_"),
    runType,
    scheduledDate: now.slice(0, 10),
    completedAt: now,
    matches: report.attributes.hasMatch ? matchesIn(report) : 0,
  });
  emit(world, `${report.type}.${status}`, report);
  if (matched && matchingKinds.has(kind)) emit(world, `${report.type}.matched`, report);
}

/** What a run leaves on its report: nothing that was dismissed before counts as a match again. */
function foundBy(report: AnyReport, { hasMatch, attributes = {} }: Omit<ReportPlan, "status">): Record<string, unknown> {
  const found = takenIn(report, attributes);
  const isAllDismissed = hasMatch && hasFindings({ attributes }) && !hasFindings({ attributes: found });
  return { ...found, hasMatch: hasMatch && !isAllDismissed };

  function hasFindings({ attributes: some }: { attributes: Record<string, unknown> }): boolean {
    return findingsOf({ ...report, attributes: { ...report.attributes, ...some } }).length > 0;
  }
}

function accountOf(world: World, input: CreateReportInput, inquiry: Inquiry | undefined): Account | undefined {
  if (input.accountId !== undefined) return needAccount(world, input.accountId, "data.attributes.account_id is not found");
  const id = inquiry?.relationships.account.data?.id;
  return id === undefined ? undefined : world.tables.accounts.get(id);
}
