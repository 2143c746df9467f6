import "@/lib/zod-config";
import { z } from "zod/mini";
import { alsoWaitingStatuses, duplicateSituations, possibleAdvice } from "@/domain/default-settings";
import { holdsPlaceholder } from "@/domain/script-placeholder";

// What each setting may be (openapi/desk.yaml, SettingsValues), with words for whoever fills it in. Lists are wrapped: a form is an object.

const mostItems = 50;
const noControl = z.regex(/^\P{Cc}*$/u, "Leave out control characters.");

const optionalLine = (most: number) => z.string().check(z.trim(), z.maxLength(most, `At most ${most} characters.`), noControl);

const line = (most: number, missing: string) => optionalLine(most).check(z.minLength(1, missing));

const text = (most: number) =>
  z
    .string()
    .check(
      z.maxLength(most, `At most ${most.toLocaleString("en")} characters.`),
      z.regex(/^[\P{Cc}\n\r\t]*$/u, "Leave out control characters."),
    );

const script = text(4_000).check(
  z.refine(
    (words) => !holdsPlaceholder(words),
    "Nothing is filled in here: leave out what stands in braces. The link and its end come below the words by themselves.",
  ),
);

const whole = (least: number, most: number, unit: string) => {
  const words = `A whole number of ${unit}, from ${least} to ${most.toLocaleString("en")}.`;
  return z.int(words).check(z.minimum(least, words), z.maximum(most, words));
};

const tooMany = z.maxLength(mostItems, `At most ${mostItems}.`);

export const reasonsSchema = z.object({
  items: z
    .array(
      z.object({
        id: line(40, "It has no ID."),
        decision: z.enum(["approve", "decline", "markForReview"]),
        label: line(80, "Say what the reason is."),
        comment: z.enum(["required", "optional"]),
        // empty for none
        preset: text(500),
        tag: optionalLine(60),
      }),
    )
    .check(tooMany),
});

export const holdSchema = z.object({ seconds: whole(0, 60, "seconds"), atLeastSeconds: whole(0, 60, "seconds") }).check(
  z.refine(({ seconds, atLeastSeconds }) => atLeastSeconds <= seconds, {
    path: ["atLeastSeconds"],
    error: "Not longer than the hold of everybody else.",
  }),
);

export const policySchema = z.object({
  tooOldAfterDays: whole(1, 3_650, "days"),
  reverifyAfterDays: whole(1, 3_650, "days"),
  rules: z
    .array(
      z
        .object({
          situation: z.enum(duplicateSituations),
          advice: z.enum(["reuse", "block", "resume", "continue", "create"]),
          override: z.enum(["never", "withReason", "freely"]),
        })
        .check(z.refine(({ situation, advice }) => possibleAdvice[situation].includes(advice), "Persona can't do this in this situation.")),
    )
    .check(
      z.refine((rules) => duplicateSituations.every((one) => rules.some(({ situation }) => situation === one)), "A situation is missing."),
    ),
});

export const scriptsSchema = z.object({
  items: z
    .array(
      z.object({
        id: line(40, "It has no ID."),
        title: line(80, "Give it a title."),
        toUser: script,
        toTicket: script,
        cause: z.optional(z.string()),
      }),
    )
    .check(tooMany),
});

export const slaSchema = z
  .object({ reviewHours: whole(1, 720, "hours"), warnHours: whole(0, 720, "hours") })
  .check(
    z.refine(({ reviewHours, warnHours }) => warnHours <= reviewHours, { path: ["warnHours"], error: "Not longer than the whole time." }),
  );

export const queueSchema = z.object({ alsoWaiting: z.array(z.enum(alsoWaitingStatuses)) });

export const twoPeopleDecisions = ["declines", "approvalsAgainstMatches", "every"] as const;

export const peopleSchema = z.object({
  items: z
    .array(
      z.object({
        inquiryTemplateId: z
          .string()
          .check(z.trim(), z.regex(/^itmpl_[A-Za-z0-9]{1,60}$/, "The ID of an inquiry template: itmpl_ and what follows it.")),
        decisions: z.enum(twoPeopleDecisions),
      }),
    )
    .check(tooMany)
    .check(({ value, issues }) => {
      const names = value.map(({ inquiryTemplateId, decisions }) => `${inquiryTemplateId} ${decisions}`);
      for (const [index, name] of names.entries()) {
        if (names.indexOf(name) === index) continue;
        issues.push({ code: "custom", path: [index, "inquiryTemplateId"], message: "There is such a rule already.", input: name });
      }
    }),
});

export type ReasonsForm = z.infer<typeof reasonsSchema>;
export type HoldForm = z.infer<typeof holdSchema>;
export type PolicyForm = z.infer<typeof policySchema>;
export type ScriptsForm = z.infer<typeof scriptsSchema>;
export type SlaForm = z.infer<typeof slaSchema>;
export type PeopleForm = z.infer<typeof peopleSchema>;
export type QueueForm = z.infer<typeof queueSchema>;
