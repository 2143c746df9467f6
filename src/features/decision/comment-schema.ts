import "@/lib/zod-config";
import { z } from "zod/mini";
import { decisionCommentLimit } from "@/domain/decision-comment";

export const commentSchema = z.object({
  comment: z
    .string()
    .check(
      z.maxLength(
        decisionCommentLimit,
        `At most ${decisionCommentLimit.toLocaleString("en")} characters. Shorten it, or put the rest into the ticket.`,
      ),
    ),
});

export type CommentValues = z.infer<typeof commentSchema>;
