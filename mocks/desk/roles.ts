import type { DeskRole } from "@/api/generated/desk/types.gen";
import type { Route } from "../http/define-route";

/** What a support agent never does: decide, and destroy. */
const keptFromSupport: Readonly<Record<string, string>> = {
  approveAnInquiry: "approve inquiries",
  declineAnInquiry: "decline inquiries",
  redactAnInquiry: "redact inquiries",
  redactAnAccount: "redact accounts",
};

/** Why the server side of the desk refuses an operation to a role; undefined when it does not. */
export function refusalOf(role: DeskRole, { operation, safe }: Pick<Route, "operation" | "safe">): string | undefined {
  if (safe) return undefined;
  if (role === "auditor") return "Your role (auditor) may read only";
  const kept = role === "support" ? keptFromSupport[operation] : undefined;
  return kept === undefined ? undefined : `Your role (support) may not ${kept}`;
}
