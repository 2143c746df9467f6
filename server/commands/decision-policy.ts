import type { DecisionAction } from "@/api/generated/desk/types.gen";
import type { GivenReason } from "@/domain/decision-comment";
import { missingOf } from "@/domain/decision-requirements";
import type { SettingsValues } from "@/domain/default-settings";
import type { InquirySeen } from "@/domain/inquiry-seen";
import { certainContradictions } from "@/domain/rehearsal";
import { badRequest, DeskError } from "../http/desk-error";

export type Considered = {
  readonly reasons: readonly GivenReason[];
  /** That the inquiry gets once the decision is confirmed. */
  readonly tags: readonly string[];
  readonly comment: string | null;
  readonly holdSeconds: number;
};

type Asked = {
  readonly action: DecisionAction;
  readonly reasonIds: readonly string[];
  readonly comment: string | null;
  readonly seen: InquirySeen;
  readonly holdSeconds?: number | undefined;
};

/**
 * Holds a decision to what the company has set: a decline needs a reason where there are any, some reasons need a comment, and the hold is
 * not shorter than the lower bound. Against what speaks against it, as far as the picture tells, a reason and a comment are needed. The
 * picture is the inquiry with its own reports, which one read of Persona gives. Other reports of the account would be another call for every
 * decision, so a match in one of them is held against it by the form alone, once it is on the page.
 * @throws DeskError 400 that says what is missing, 422 where it is missing since something speaks against the decision
 */
export function considered(
  asked: Asked,
  { decisionReasons, decisionHold }: Pick<SettingsValues, "decisionReasons" | "decisionHold">,
): Considered {
  const { chosen, hasReasons, comment } = said(asked, decisionReasons);
  if (certainContradictions(asked.action, asked.seen).length > 0) {
    const missing = missingOf({ action: asked.action, reason: chosen[0], comment: comment ?? "", hasReasons, isContradicted: true });
    const details = missing.reason ?? missing.comment;
    if (details !== undefined) throw new DeskError(422, "Unprocessable Entity", details);
  }
  return {
    reasons: chosen.map(({ id, label }) => ({ id, label })),
    tags: [...new Set(chosen.flatMap(({ tag }) => tag ?? []))],
    comment,
    holdSeconds: Math.max(decisionHold.atLeastSeconds, asked.holdSeconds ?? decisionHold.seconds),
  };
}

/**
 * What somebody says with what they decide, or would decide, held to the company's reasons.
 * @throws DeskError 400 that says what is missing
 */
export function said(
  { action, reasonIds, comment: written }: Pick<Asked, "action" | "reasonIds" | "comment">,
  reasons: SettingsValues["decisionReasons"],
) {
  const offered = reasons.filter(({ decision }) => decision === action);
  const chosen = reasonIds.map((id) => {
    const reason = offered.find((one) => one.id === id);
    if (reason === undefined) throw badRequest("A reason is not, or not any more, one of the company's for this decision.");
    return reason;
  });
  if (action === "decline" && offered.length > 0 && chosen.length === 0) throw badRequest("A decline needs a reason.");
  const comment = written === null || written.trim() === "" ? null : written.trim();
  const demanding = chosen.find((reason) => reason.comment === "required");
  if (demanding !== undefined && comment === null) throw badRequest(`“${demanding.label}” needs a comment.`);
  return { chosen, hasReasons: offered.length > 0, comment };
}
