/**
 * The one table that decides what may be done: action × inquiry × viewer → allowed, or the reason and the way out. Buttons, menus,
 * palette and shortcuts all ask it, so none of them can disagree.
 */
import { statusRule } from "@/domain/capability-rules";
import type { InquiryFacts } from "@/domain/facts";
import { type Capability, type InquiryAction, inquiryActions } from "@/domain/inquiry-action";
import { isRedacted } from "@/domain/inquiry-status";
import { hasPermission, knownRole, roleLabel, type Role, roles, type Viewer } from "@/domain/viewer";

/** What each role may do to an inquiry. Decisions belong to reviewers; auditors read. */
const everything: readonly InquiryAction[] = inquiryActions;
const roleActions: Record<Role, readonly InquiryAction[]> = {
  reviewer: everything,
  lead: everything,
  admin: everything,
  support: everything.filter((action) => action !== "approve" && action !== "decline"),
  auditor: [],
};

/** The roles an action is for, whatever the inquiry. */
export const rolesFor = (action: InquiryAction): readonly Role[] => roles.filter((role) => roleActions[role].includes(action));

/**
 * Whether `viewer` may do `action` to `inquiry` now. The first refusal wins, in the order role, key permission, redaction, status:
 * the earlier ones would stay true whatever became of the inquiry.
 */
export function capability(action: InquiryAction, inquiry: InquiryFacts, viewer: Viewer): Capability {
  const verdict = decide(action, inquiry, viewer);
  const offered = verdict.allowed ? undefined : verdict.wayOut?.action;
  if (verdict.allowed || offered === undefined || decide(offered, inquiry, viewer).allowed) return verdict;
  // A way out the viewer can't take either is none: what is left is asking somebody who can.
  return { allowed: false, reason: verdict.reason, wayOut: { sentence: "A reviewer can tell you what to do with it." } };
}

function decide(action: InquiryAction, inquiry: InquiryFacts, viewer: Viewer): Capability {
  const refusal = viewerRefusal(action, viewer);
  if (refusal) return refusal;
  if (action === "editTags") return { allowed: true };
  if (isRedacted(inquiry)) {
    return {
      allowed: false,
      reason: "This inquiry was redacted: its personal data is gone, so only its tags can change.",
      wayOut: { sentence: "If the person has to be verified again, start a new inquiry under the same reference ID." },
    };
  }
  return statusRule(action, inquiry);
}

/** Whether `viewer` may change the tags of accounts. Persona takes tags even on a redacted account. */
export function accountTagsCapability(viewer: Viewer): Capability {
  const role = knownRole(viewer);
  if (role === undefined || role === "auditor") return readOnlyRefusal(viewer);
  return permissionRefusal(viewer, "account.write") ?? { allowed: true };
}

/** Whether `viewer` may create inquiries, as far as they go; what the person has already is the duplicate policy's. */
export function creationCapability(viewer: Viewer): Capability {
  const role = knownRole(viewer);
  if (role === undefined || role === "auditor") return readOnlyRefusal(viewer);
  return permissionRefusal(viewer, "inquiry.write") ?? { allowed: true };
}

/** Whether `viewer` may write the note of an inquiry: Persona takes it in every status, until the inquiry is redacted. */
export function noteCapability(inquiry: InquiryFacts, viewer: Viewer): Capability {
  const refused = creationCapability(viewer);
  if (!refused.allowed) return refused;
  return isRedacted(inquiry) ? { allowed: false, reason: "This inquiry was redacted, and its note with it." } : { allowed: true };
}

function viewerRefusal(action: InquiryAction, viewer: Viewer): Capability | undefined {
  const role = knownRole(viewer);
  if (role === undefined || role === "auditor") return readOnlyRefusal(viewer);
  if (!roleActions[role].includes(action)) {
    return {
      allowed: false,
      reason: `Your role (${roleLabel(viewer)}) can't approve or decline inquiries.`,
      wayOut: { sentence: "Mark it for review, and a reviewer will decide.", action: "markForReview" },
    };
  }
  return permissionRefusal(viewer, "inquiry.write");
}

function readOnlyRefusal(viewer: Viewer): Capability {
  return {
    allowed: false,
    reason: `Your role (${roleLabel(viewer)}) can only read.`,
    wayOut: { sentence: "Ask a colleague with the Support or Reviewer role to do it." },
  };
}

/** Why the desk's API key can't do it; undefined when it can. */
export function permissionRefusal(viewer: Viewer, permission: "inquiry.write" | "account.write" | "report.write"): Capability | undefined {
  if (hasPermission(viewer, permission)) return undefined;
  return {
    allowed: false,
    reason: `The Persona API key behind Inquiry Desk lacks the permission ${permission}.`,
    wayOut: { sentence: "Ask whoever manages the key in Persona's dashboard to add it." },
  };
}
