import "@/lib/zod-config";
import { z } from "zod/mini";

/** Persona documents no limit; this one keeps a pasted file from being sent as a comment. */
export const longestComment = 5_000;

export const commentSchema = z.object({
  comment: z
    .string()
    .check(
      z.maxLength(
        longestComment,
        `At most ${longestComment.toLocaleString("en")} characters. Shorten it, or put the rest into the ticket.`,
      ),
    ),
});

export type CommentValues = z.infer<typeof commentSchema>;
