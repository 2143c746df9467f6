import * as z from "zod/mini";
import type { DecisionAction, DecisionReason, DecisionRequest } from "@/api/generated/desk/types.gen";
import { badRequest, Refusal } from "../../world/core/refusal";
import { isContradicted } from "./contradictions";

const name = z.string().check(z.maxLength(100));
const time = z.nullable(z.string().check(z.maxLength(60)));

const picture = z.strictObject({
  status: name,
  updatedAt: time,
  redactedAt: time,
  reviewerId: z.nullable(name),
  verifications: z.array(z.strictObject({ id: name, status: name })).check(z.maxLength(500)),
  reports: z.array(z.strictObject({ id: name, status: name, hasMatch: z.nullable(z.boolean()) })).check(z.maxLength(500)),
});

export const decisionBody = z.strictObject({
  inquiryId: z.string().check(z.regex(/^inq_[A-Za-z0-9]+$/)),
  action: z.enum(["approve", "decline", "markForReview"]),
  reasonIds: z.array(z.string().check(z.maxLength(40))).check(
    z.maxLength(10),
    z.refine((ids) => new Set(ids).size === ids.length),
  ),
  comment: z.nullable(z.string().check(z.maxLength(4000))),
  seen: picture,
  holdSeconds: z.optional(z.int().check(z.minimum(0), z.maximum(60))),
}) satisfies z.ZodMiniType<DecisionRequest>;

/** What each action is at Persona: the name of the operation, the end of its path, the status it leads to. */
export const operations: Readonly<Record<DecisionAction, { operation: string; path: string; status: string }>> = {
  approve: { operation: "approveAnInquiry", path: "approve", status: "approved" },
  decline: { operation: "declineAnInquiry", path: "decline", status: "declined" },
  markForReview: { operation: "markAnInquiryForReview", path: "mark-for-review", status: "needs_review" },
};

/**
 * The reasons of a decision, in the order they were chosen.
 * @param known the company's
 * @throws Refusal 400 for one that isn't the company's for this action, for a comment that is missing, and for a decline without a reason;
 * 422 where something speaks against it, and it lacks a reason or a comment
 */
export function reasonsOf(request: DecisionRequest, known: readonly DecisionReason[]): DecisionReason[] {
  const { action, comment, seen } = request;
  const chosen = saidReasons(request, known);
  if (isContradicted(action, seen)) {
    if (known.some(({ decision }) => decision === action) && chosen.length === 0) {
      throw unexplained("Something speaks against it: choose a reason.");
    }
    if (comment === null || comment.trim() === "") throw unexplained("Something speaks against it, so say why all the same.");
  }
  return chosen;
}

/** The same of what somebody would decide, whatever speaks against it. @throws Refusal 400 */
export function saidReasons(
  { action, reasonIds, comment }: Pick<DecisionRequest, "action" | "reasonIds" | "comment">,
  known: readonly DecisionReason[],
): DecisionReason[] {
  const possible = known.filter(({ decision }) => decision === action);
  const chosen = reasonIds.map((id) => {
    const reason = possible.find((one) => one.id === id);
    if (reason === undefined) throw badRequest("A reason is not, or not any more, one of the company's for this decision.");
    return reason;
  });
  if (action === "decline" && possible.length > 0 && chosen.length === 0) throw badRequest("A decline needs a reason.");
  const isSilent = comment === null || comment.trim() === "";
  const silent = isSilent ? chosen.find((reason) => reason.comment === "required") : undefined;
  if (silent !== undefined) throw badRequest(`“${silent.label}” needs a comment.`);
  return chosen;
}

const unexplained = (details: string) => new Refusal(422, "Unprocessable Entity", details);
