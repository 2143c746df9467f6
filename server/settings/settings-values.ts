import { z } from "zod";
import { alsoWaitingStatuses, duplicateSituations, possibleAdvice, type SettingKey } from "@/domain/default-settings";
import { holdsPlaceholder } from "@/domain/script-placeholder";

/** One line of text that says something. */
const line = (most: number) =>
  z
    .string()
    .max(most, `has to be at most ${most} characters`)
    .regex(/\S/, "is empty")
    .regex(/^\P{Cc}*$/u, "may not hold control characters");
/** Text of several lines. */
const prose = (most: number) =>
  z
    .string()
    .max(most, `has to be at most ${most} characters`)
    .regex(/^[\P{Cc}\n\r\t]*$/u, "may not hold control characters");

/** What somebody says: nothing is filled in here, so nobody may be made to read a placeholder. */
const words = prose(4_000).refine((text) => !holdsPlaceholder(text), "may not hold a placeholder such as {{link}}: nothing is filled in");

const list = <T extends z.ZodType<{ readonly id: string }>>(item: T) =>
  z
    .array(item)
    .max(50, "has to hold at most 50")
    .superRefine((items, context) => {
      const ids = items.map(({ id }) => id);
      for (const [index, id] of ids.entries()) {
        if (ids.indexOf(id) !== index) context.addIssue({ code: "custom", path: [index, "id"], message: "is there twice" });
      }
    });

const rule = z
  .strictObject({
    situation: z.enum(duplicateSituations),
    advice: z.enum(["reuse", "block", "resume", "continue", "create"]),
    override: z.enum(["never", "withReason", "freely"]),
  })
  .refine(({ situation, advice }) => possibleAdvice[situation].includes(advice), {
    path: ["advice"],
    message: "Persona can't do this in this situation",
  });

/** What each setting may be: openapi/desk.yaml, SettingsValues, and what a schema there cannot say. */
export const settingValueSchemas = {
  decisionReasons: list(
    z.strictObject({
      id: line(40),
      decision: z.enum(["approve", "decline", "markForReview"]),
      label: line(80),
      comment: z.enum(["required", "optional"]),
      preset: prose(500).regex(/\S/, "is empty").optional(),
      tag: line(60).optional(),
    }),
  ),
  decisionHold: z
    .strictObject({ seconds: z.int().min(0).max(60), atLeastSeconds: z.int().min(0).max(60) })
    .refine(({ seconds, atLeastSeconds }) => atLeastSeconds <= seconds, { path: ["atLeastSeconds"], message: "has to be at most seconds" }),
  duplicatePolicy: z.strictObject({
    tooOldAfterDays: z.int().min(1).max(3650),
    reverifyAfterDays: z.int().min(1).max(3650),
    rules: z.array(rule).refine(hasEverySituationOnce, "has to hold every situation exactly once"),
  }),
  scripts: list(z.strictObject({ id: line(40), title: line(80), toUser: words, toTicket: words, cause: line(40).optional() })),
  sla: z
    .strictObject({ reviewHours: z.int().min(1).max(720), warnHours: z.int().min(0).max(720) })
    .refine(({ reviewHours, warnHours }) => warnHours <= reviewHours, {
      path: ["warnHours"],
      message: "has to be at most reviewHours",
    }),
  reviewQueue: z.strictObject({
    alsoWaiting: z.array(z.enum(alsoWaitingStatuses)).refine((all) => new Set(all).size === all.length, "has one of them twice"),
  }),
  twoPeople: z
    .array(
      z.strictObject({
        inquiryTemplateId: z.string().regex(/^itmpl_[A-Za-z0-9]{1,60}$/, "has to be the ID of an inquiry template"),
        decisions: z.enum(["declines", "approvalsAgainstMatches", "every"]),
      }),
    )
    .max(50, "has to hold at most 50")
    .superRefine((rules, context) => {
      const names = rules.map(({ inquiryTemplateId, decisions }) => `${inquiryTemplateId} ${decisions}`);
      for (const [index, name] of names.entries()) {
        if (names.indexOf(name) !== index) context.addIssue({ code: "custom", path: [index], message: "is there twice" });
      }
    }),
} satisfies Record<SettingKey, z.ZodType>;

function hasEverySituationOnce(rules: readonly { readonly situation: string }[]): boolean {
  const told = rules.map(({ situation }) => situation);
  return told.length === duplicateSituations.length && duplicateSituations.every((situation) => told.includes(situation));
}
