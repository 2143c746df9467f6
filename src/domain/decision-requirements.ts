/** What has to be said with a decision before it may be taken. */
import type { DecisionReason } from "@/domain/default-settings";
import type { DecisionAction } from "@/domain/rehearsal";

export type DecisionDraft = {
  readonly action: DecisionAction;
  /** The one that was chosen. */
  readonly reason: Pick<DecisionReason, "label" | "comment"> | undefined;
  readonly comment: string;
  /** Whether the company has reasons for this decision to choose from. */
  readonly hasReasons: boolean;
  /** Whether something speaks against it. */
  readonly isContradicted: boolean;
};

export type Missing = { readonly reason?: string; readonly comment?: string };

/**
 * What is missing, each in one sentence; an empty object when nothing is. A decline needs a reason; against a contradiction a reason and a
 * comment are needed; a reason may ask for a comment itself. Where the company has no reasons for a decision, the comment stands for one.
 */
export function missingOf({ action, reason, comment, hasReasons, isContradicted }: DecisionDraft): Missing {
  const needsReason = action === "decline" || isContradicted;
  const lacksReason = needsReason && hasReasons && reason === undefined;
  const why = isContradicted
    ? "Something speaks against it, so say why all the same."
    : reason?.comment === "required"
      ? `“${reason.label}” needs a comment.`
      : needsReason && !hasReasons
        ? "Say why: your company has no reasons to choose from."
        : undefined;
  return {
    ...(lacksReason && {
      reason: isContradicted ? "Something speaks against it: choose a reason." : "Choose a reason.",
    }),
    ...(why !== undefined && comment.trim() === "" && { comment: why }),
  };
}

/** The company's reasons for a decision, in its order; the first nine have a digit. */
export const reasonsFor = (action: DecisionAction, reasons: readonly DecisionReason[]): readonly DecisionReason[] =>
  reasons.filter(({ decision }) => decision === action);
