import type { Inquiry } from "@/api/generated/persona/types.gen";
import { missingValues, withAccountValues } from "../account/account-fields";
import { setAccountFields } from "../account/accounts";
import type { Actor } from "../core/actor";
import { createCase } from "../case/cases";
import type { WorkflowSettings } from "../core/hidden";
import { approveInquiry, declineInquiry, markInquiryForReview } from "./inquiry-decisions";
import { reportsOf, settingsOf } from "./inquiry-lookup";
import { isRedacted } from "./inquiry-status";
import { addReport } from "../report/reports";
import { second } from "../core/time";
import { startRun } from "./workflow-runs";
import type { World } from "../core/world";

/** What happens once the end user reached the completed screen: the account fills up, reports start, the workflow waits for them. */
export function afterCompletion(world: World, inquiry: Inquiry): void {
  fillAccount(world, inquiry);
  const { reports } = settingsOf(world, inquiry);
  const { reportPlans } = world.hidden.inquiries.need(inquiry.id);
  for (const kind of reports) {
    addReport(world, { kind, inquiryId: inquiry.id, plan: reportPlans[kind] }, () => {
      if (reportsOf(world, inquiry).every((report) => report.attributes.status !== "pending")) {
        scheduleWorkflow(world, inquiry, "completed");
      }
    });
  }
  if (reports.length === 0) scheduleWorkflow(world, inquiry, "completed");
}

/** A failed inquiry runs no reports, only the workflow (Persona help: Reports). */
export function afterFailure(world: World, inquiry: Inquiry): void {
  scheduleWorkflow(world, inquiry, "failed");
}

function fillAccount(world: World, inquiry: Inquiry): void {
  const id = inquiry.relationships.account.data?.id;
  const account = id === undefined ? undefined : world.tables.accounts.get(id);
  if (account === undefined) return;
  const values = missingValues(account.attributes.fields, inquiry.attributes.fields);
  if (Object.keys(values).length > 0) setAccountFields(world, account, withAccountValues(account.attributes.fields, values));
}

function scheduleWorkflow(world: World, inquiry: Inquiry, status: "completed" | "failed"): void {
  const { workflow } = settingsOf(world, inquiry);
  world.timers.set(world.clock.now() + workflow.delaySeconds * second, () => {
    // Somebody may have decided meanwhile.
    if (inquiry.attributes.status === status && !isRedacted(inquiry)) runWorkflow(world, inquiry, workflow);
  });
}

/** The usual workflow (Persona help): completed without a hit → approved, with a hit → review, failed → declined, each as the template says. */
function runWorkflow(world: World, inquiry: Inquiry, workflow: WorkflowSettings): void {
  const hit = reportsOf(world, inquiry).some((report) => report.attributes.hasMatch);
  const completed = hit ? workflow.onReportMatch : workflow.onCompleted;
  const outcome = inquiry.attributes.status === "completed" ? completed : workflow.onFailed;
  if (outcome === "none") return;
  const actor = startRun(world, world.random.fork("workflow").text(24));
  const inquiryId = inquiry.id;
  if (outcome === "approve") {
    approveInquiry(world, { inquiryId }, actor);
  } else if (outcome === "decline") {
    declineInquiry(world, { inquiryId }, actor);
  } else {
    markInquiryForReview(world, { inquiryId }, actor);
    if (workflow.caseTemplateId !== undefined) openCase(world, inquiry, workflow.caseTemplateId, actor);
  }
}

function openCase(world: World, inquiry: Inquiry, caseTemplateId: string, actor: Actor): void {
  const { account, reports, verifications } = inquiry.relationships;
  const linked = [{ id: inquiry.id }, ...(account.data === null ? [] : [account.data]), ...reports.data, ...verifications.data];
  createCase(world, { caseTemplateId, objectIds: linked.map(({ id }) => id) }, actor);
}
