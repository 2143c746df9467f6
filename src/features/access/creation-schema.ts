import "@/lib/zod-config";
import { z } from "zod/mini";
import { type Duplicate, duplicateRefusal } from "@/domain/duplicate-guard";

/** Characters that a reason may have: openapi/desk.yaml, CreationRequest. */
export const longestReason = 500;

/**
 * What a new inquiry needs to be created.
 * @param duplicates what the person has on the template already
 */
export const creationSchema = (duplicates: readonly Duplicate[]) =>
  z.object({
    templateId: z.string().check(z.minLength(1, "Choose the template of the new inquiry.")),
    reason: z.string().check(
      z.trim(),
      z.maxLength(longestReason, `At most ${longestReason} characters.`),
      z.refine((reason) => duplicateRefusal(duplicates, reason) === undefined, "Say why: the policy asks for a reason."),
    ),
  });

export type CreationValues = z.infer<ReturnType<typeof creationSchema>>;
