import { z } from "zod/mini";
import { hour } from "@/lib/time";

/** The contract's (`PostponementRequest.reason`). */
export const longestReason = 200;

export const postponeChoices = [
  { value: "skip", label: "For me, 15 minutes: I pass over it" },
  { value: "1", label: "For everybody, 1 hour" },
  { value: "4", label: "For everybody, 4 hours" },
  { value: "24", label: "For everybody, until tomorrow at this time" },
  { value: "72", label: "For everybody, 3 days" },
  { value: "168", label: "For everybody, a week" },
  { value: "user", label: "For everybody, until the user does something" },
] as const;

/** Those that are for everybody. */
export const snoozeChoices = postponeChoices
  .filter(({ value }) => value !== "skip")
  .map(({ value, label }) => ({ value, label: label.replace("For everybody, ", "") }));

const values = postponeChoices.map(({ value }) => value);

export const postponeSchema = z.object({
  until: z.enum(values as [(typeof values)[number], ...(typeof values)[number][]]),
  reason: z.string().check(z.trim(), z.minLength(1, "Say why, in a few words: your colleagues see it"), z.maxLength(longestReason)),
});

export type PostponeValues = z.infer<typeof postponeSchema>;

/** What is asked of the server. @param now ms since the epoch */
export function postponementOf({ until, reason }: PostponeValues, now: number) {
  if (until === "skip") return { kind: "skip" as const, reason };
  // a user who does something ends every snooze: what they sent is what was waited for
  return { kind: "snooze" as const, reason, until: snoozeUntil(until, now), untilUserActs: true };
}

/** When a snooze ends by itself, ISO 8601; null where it waits for the user alone. @param now ms since the epoch */
export const snoozeUntil = (until: PostponeValues["until"], now: number): string | null =>
  until === "user" ? null : new Date(now + Number(until) * hour).toISOString();
