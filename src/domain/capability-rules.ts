/** What the status of an inquiry allows: the part of the capability table that does not depend on who is looking. */
import { type InquiryFacts, linksOf } from "@/domain/facts";
import type { Capability, InquiryAction } from "@/domain/inquiry-action";
import { describeInquiryStatus, knownInquiryStatus, type KnownInquiryStatus, unfinishedAt } from "@/domain/inquiry-status";
import { lastSessionRefusal, sessionBudgetWarning } from "@/domain/session-budget";

type StatusAction = Exclude<InquiryAction, "editTags">;
type Row = Readonly<Record<KnownInquiryStatus, Capability>>;

const yes: Capability = { allowed: true };
const warn = (warning: string): Capability => ({ allowed: true, warning });
const no = (reason: string, sentence?: string, action?: InquiryAction): Capability =>
  sentence === undefined ? { allowed: false, reason } : { allowed: false, reason, wayOut: { sentence, action } };

const undo = "If the decision has to change, a reviewer can take the opposite one; it is recorded as a new decision.";
const noWayBack = "Give the user the result. A new inquiry is only for a deliberate re-verification.";
const decidedOnce = (word: string): Capability => no(`This inquiry is already ${word}; Persona takes the same decision only once.`, undo);
const finished: Pick<Row, "completed" | "failed" | "needs_review" | "approved" | "declined"> = {
  completed: no("The user has finished this inquiry, so it can't be opened again.", "Decide it, or mark it for review."),
  failed: no("This inquiry failed, so it can't be opened again.", "Decide it, or mark it for review.", "markForReview"),
  needs_review: no("This inquiry is under review, so the user can't return to it.", "It needs a decision, not a link."),
  approved: no("This inquiry was approved, so there is nothing left for the user to do in it.", noWayBack),
  declined: no("This inquiry was declined, so the user can't return to it.", noWayBack),
};

const neverFinished = "The user never finished. Look at what is missing before you decide.";

/** Approve, decline and review stop an ongoing flow (spec: POST /inquiries/{id}/approve, /decline, /mark-for-review). */
const stops = (what: string) => ({
  created: warn(`The user has not started. ${what} it now stops them: their link will no longer open.`),
  pending: warn(`The user may be in the middle of it. ${what} it now stops them, and what they have not submitted is lost.`),
  expired: warn(neverFinished),
});

const rules: Readonly<Record<StatusAction, Row>> = {
  approve: {
    ...stops("Approving"),
    completed: yes,
    failed: warn("The user failed this inquiry. Approving it overrides that result."),
    needs_review: yes,
    approved: decidedOnce("approved"),
    declined: warn("This inquiry was declined. Approving it reverses that decision and triggers workflows and webhooks again."),
  },
  decline: {
    ...stops("Declining"),
    completed: yes,
    failed: yes,
    needs_review: yes,
    approved: warn("This inquiry was approved. Declining it reverses that decision and triggers workflows and webhooks again."),
    declined: decidedOnce("declined"),
  },
  markForReview: {
    ...stops("Marking"),
    completed: yes,
    failed: yes,
    needs_review: no("This inquiry is already marked for review.", "It waits in the review queue for a decision."),
    approved: no("A decided inquiry can't go back to review.", undo, "decline"),
    declined: no("A decided inquiry can't go back to review.", undo, "approve"),
  },
  restoreAccess: { ...finished, created: yes, pending: yes, expired: yes },
  generateOneTimeLink: {
    ...finished,
    created: yes,
    pending: yes,
    expired: no(
      "A one-time link can't open an expired inquiry.",
      "Restore access: it resumes the inquiry and then creates the link.",
      "restoreAccess",
    ),
  },
  resume: {
    ...finished,
    created: no(
      "A created inquiry needs no resume: its own link still opens.",
      "Create a one-time link, or send the inquiry's link again.",
      "generateOneTimeLink",
    ),
    pending: warn("Its status stays pending. Resuming only makes a session the user needs a link for."),
    expired: yes,
  },
  expire: {
    created: warn("The user's link will stop working, and so will every session and one-time link of this inquiry."),
    pending: warn("The user is stopped: unfinished verifications are canceled and every session and one-time link ends."),
    expired: no("This inquiry has already expired.", "To let the user continue, restore access.", "restoreAccess"),
    completed: no("The user has finished this inquiry, so there is nothing left to expire."),
    failed: no("This inquiry failed and is over, so there is nothing left to expire."),
    needs_review: no("This inquiry is under review and closed to the user, so there is nothing left to expire."),
    approved: no("This inquiry was approved and is closed, so there is nothing left to expire."),
    declined: no("This inquiry was declined and is closed, so there is nothing left to expire."),
  },
};

/** Actions that make a session when none can be reused, and so count towards the inquiry's limit. */
const makesSession: readonly StatusAction[] = ["restoreAccess", "generateOneTimeLink", "resume"];

/**
 * The verdict of the inquiry's status alone. An unknown or missing status refuses everything: an action that cannot be undone is not
 * offered on a state whose meaning is a guess. Sources: the spec's descriptions of the action endpoints; Persona docs, "Resuming
 * inquiries", "One-time links", "Errors" (409: the action does not fit the current state).
 */
export function statusRule(action: StatusAction, inquiry: InquiryFacts): Capability {
  const status = knownInquiryStatus(inquiry);
  if (status === undefined) {
    const { label, status: raw } = describeInquiryStatus(inquiry.status);
    const reason = raw === "" ? "Persona sent no status for this inquiry" : `Inquiry Desk does not know the status “${label}”`;
    return no(`${reason}, so it can't tell what this would do.`, "Use Persona's own dashboard for this inquiry.");
  }
  const rule = action === "approve" && unfinishedAt(inquiry) !== undefined ? warn(neverFinished) : rules[action][status];
  if (!rule.allowed || !makesSession.includes(action)) return rule;
  const refusal = action === "restoreAccess" && status === "expired" ? lastSessionRefusal(linksOf(inquiry, "sessions")?.length) : undefined;
  if (refusal !== undefined) return no(refusal, "Create a new inquiry, or ask Persona support to raise the limit.");
  const budget = sessionBudgetWarning(inquiry);
  if (budget === undefined) return rule;
  return warn(rule.warning === undefined ? budget : `${rule.warning} ${budget}`);
}
