import type { DecisionAction } from "@/api/generated/desk/types.gen";
import type { GivenReason } from "@/domain/decision-comment";
import type { SettingsValues } from "@/domain/default-settings";
import { badRequest } from "../http/desk-error";

export interface Considered {
  readonly reasons: readonly GivenReason[];
  /** That the inquiry gets once the decision is confirmed. */
  readonly tags: readonly string[];
  readonly comment: string | null;
  readonly holdSeconds: number;
}

interface Asked {
  readonly action: DecisionAction;
  readonly reasonIds: readonly string[];
  readonly comment: string | null;
  readonly holdSeconds?: number | undefined;
}

/**
 * Holds a decision to what the company has set: a decline needs a reason where there are any, some reasons need a comment, and the hold is
 * not shorter than the lower bound.
 * @throws DeskError 400 that says what is missing
 */
export function considered(
  asked: Asked,
  { decisionReasons, decisionHold }: Pick<SettingsValues, "decisionReasons" | "decisionHold">,
): Considered {
  const offered = decisionReasons.filter(({ decision }) => decision === asked.action);
  const chosen = asked.reasonIds.map((id) => {
    const reason = offered.find((one) => one.id === id);
    if (reason === undefined) throw badRequest("A reason is not, or not any more, one of the company's for this decision.");
    return reason;
  });
  if (asked.action === "decline" && offered.length > 0 && chosen.length === 0) throw badRequest("A decline needs a reason.");
  const comment = asked.comment === null || asked.comment.trim() === "" ? null : asked.comment.trim();
  const demanding = chosen.find((reason) => reason.comment === "required");
  if (demanding !== undefined && comment === null) throw badRequest(`“${demanding.label}” needs a comment.`);
  return {
    reasons: chosen.map(({ id, label }) => ({ id, label })),
    tags: [...new Set(chosen.flatMap(({ tag }) => tag ?? []))],
    comment,
    holdSeconds: Math.max(decisionHold.atLeastSeconds, asked.holdSeconds ?? decisionHold.seconds),
  };
}
