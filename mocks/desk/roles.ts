import type { DeskRole } from "@/api/generated/desk/types.gen";
import type { Route } from "../http/define-route";

/** What only leads and admins do. */
const keptForLeads: Readonly<Record<string, string>> = {
  redactAnInquiry: "redact inquiries",
  redactAnAccount: "redact accounts",
  consolidateIntoAnAccount: "consolidate accounts",
};

/** What a support agent never does: decide, about inquiries, reports or cases. */
const keptFromSupport: Readonly<Record<string, string>> = {
  approveAnInquiry: "approve inquiries",
  declineAnInquiry: "decline inquiries",
  inquiriesPerformSimulateActions: "simulate users",
  dismissMatches: "dismiss matches",
  reviewMatches: "review matches",
  reportActionReRunReport: "run reports",
  reportActionPauseContinuousMonitoring: "pause reports",
  reportActionResumeContinuousMonitoring: "resume reports",
  setStatusForACase: "set the status of cases",
};

/** What Persona's own users did is for those who supervise. */
const supervision: readonly string[] = ["listAllUserAuditLogs", "retrieveAUserAuditLog"];

/** Why the server side of the desk refuses an operation to a role; undefined when it does not. */
export function refusalOf(role: DeskRole, { operation, safe }: Pick<Route, "operation" | "safe">): string | undefined {
  const supervises = role === "lead" || role === "admin";
  if (supervision.includes(operation)) {
    return supervises || role === "auditor" ? undefined : `Your role (${role}) may not read user audit logs`;
  }
  if (safe) return undefined;
  if (role === "auditor") return "Your role (auditor) may read only";
  const kept = (supervises ? undefined : keptForLeads[operation]) ?? (role === "support" ? keptFromSupport[operation] : undefined);
  return kept === undefined ? undefined : `Your role (${role}) may not ${kept}`;
}
