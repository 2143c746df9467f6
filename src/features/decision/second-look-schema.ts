import "@/lib/zod-config";
import { z } from "zod/mini";
import { decisionCommentLimit } from "@/domain/decision-comment";
import { missingOf } from "@/domain/decision-requirements";
import type { DecisionReason } from "@/domain/default-settings";

/** The contract's (`SecondLookRequest.note`). */
export const longestNote = 500;

/**
 * What is needed to ask for a second look. Whoever answers weighs what speaks against it: it is theirs to say why all the same.
 * @param reasons the company's for what is proposed; undefined while they are not known
 */
export const secondLookSchema = (reasons: readonly DecisionReason[] | undefined) =>
  z
    .object({
      action: z.enum(["approve", "decline"]),
      reasonId: z.string(),
      comment: z.string().check(z.maxLength(decisionCommentLimit, "It is too long: shorten it, or put the rest into the ticket.")),
      note: z.string().check(z.maxLength(longestNote, `At most ${longestNote} characters.`)),
    })
    .check(({ value: { action, reasonId, comment }, issues }) => {
      const reason = reasons?.find(({ id }) => id === reasonId);
      const missing = missingOf({ action, reason, comment, hasReasons: reasons?.length !== 0, isContradicted: false });
      for (const path of ["reason", "comment"] as const) {
        const message = missing[path];
        if (message !== undefined) issues.push({ code: "custom", path: [path === "reason" ? "reasonId" : path], message, input: "" });
      }
    });

export type SecondLookValues = z.infer<ReturnType<typeof secondLookSchema>>;
