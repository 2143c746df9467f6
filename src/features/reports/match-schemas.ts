import "@/lib/zod-config";
import { z } from "zod/mini";
import { reviewStatuses, riskLevels } from "@/domain/reports/report-actions";

// What is said of a match (openapi/persona.yaml, DismissMatchesAttributes and ReviewMatchesAttributes), with words for whoever fills it in.

/** Characters that a reason or a comment may have. */
export const longestWords = 1_000;

const words = z.string().check(z.trim(), z.maxLength(longestWords, `At most ${longestWords.toLocaleString("en")} characters.`));

export const dismissSchema = z.object({ reason: words.check(z.minLength(1, "Write why the match is dismissed.")) });

export const reviewSchema = z.object({
  reviewStatus: z.enum(reviewStatuses, "Choose one."),
  /** Empty for none. */
  riskLevel: z.enum(["", ...riskLevels]),
  /** Empty for none. */
  comment: words,
});
