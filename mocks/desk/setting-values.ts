import * as z from "zod/mini";
import type { SettingsValues } from "@/api/generated/desk/types.gen";

export type SettingKey = keyof SettingsValues;

/** One line that says something. */
const line = (most: number) => z.string().check(z.maxLength(most), z.regex(/\S/), z.regex(/^\P{Cc}*$/u));
/** Several lines that say something. */
const text = (most: number) => z.string().check(z.maxLength(most), z.regex(/\S/), z.regex(/^[\P{Cc}\n\r\t]*$/u));
/** Without what other tools would fill in: `{{link}}`, `${name}`, `<% name %>`. */
const words = z.string().check(
  z.maxLength(4000),
  z.regex(/^[\P{Cc}\n\r\t]*$/u),
  z.refine((said) => !/\{\{.*?\}\}|\$\{.*?\}|<%.*?%>/s.test(said)),
);
const upTo = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));

const isUnique = (values: readonly string[]) => new Set(values).size === values.length;
const ownIds = <Item extends { id: string }>() => z.refine<Item[]>((items) => isUnique(items.map(({ id }) => id)));

/** What Persona can do about an inquiry in this situation. */
const possibleAdvice: Readonly<Record<string, readonly string[]>> = {
  finishedWell: ["reuse", "block", "create"],
  finishedLongAgo: ["reuse", "block", "create"],
  finishedBadly: ["block", "create"],
  inReview: ["block", "create"],
  expired: ["resume", "block", "create"],
  expiredTooOld: ["resume", "block", "create"],
  open: ["continue", "resume", "block", "create"],
  redacted: ["block", "create"],
};

/** What each setting may be. */
export const settingValues = {
  decisionReasons: z
    .array(
      z.strictObject({
        id: line(40),
        decision: z.enum(["approve", "decline", "markForReview"]),
        label: line(80),
        comment: z.enum(["required", "optional"]),
        preset: z.optional(text(500)),
        tag: z.optional(line(60)),
      }),
    )
    .check(z.maxLength(50), ownIds()),
  decisionHold: z
    .strictObject({ seconds: upTo(0, 60), atLeastSeconds: upTo(0, 60) })
    .check(z.refine(({ seconds, atLeastSeconds }) => atLeastSeconds <= seconds)),
  duplicatePolicy: z.strictObject({
    tooOldAfterDays: upTo(1, 3650),
    reverifyAfterDays: upTo(1, 3650),
    rules: z
      .array(
        z.strictObject({
          situation: z.enum([
            "finishedWell",
            "finishedLongAgo",
            "finishedBadly",
            "inReview",
            "expired",
            "expiredTooOld",
            "open",
            "redacted",
          ]),
          advice: z.enum(["reuse", "block", "resume", "continue", "create"]),
          override: z.enum(["never", "withReason", "freely"]),
        }),
      )
      .check(
        z.length(8),
        z.refine((rules) => isUnique(rules.map(({ situation }) => situation))),
        z.refine((rules) => rules.every(({ situation, advice }) => possibleAdvice[situation]?.includes(advice))),
      ),
  }),
  scripts: z
    .array(z.strictObject({ id: line(40), title: line(80), toUser: words, toTicket: words, cause: z.optional(line(40)) }))
    .check(z.maxLength(50), ownIds()),
  sla: z
    .strictObject({ reviewHours: upTo(1, 720), warnHours: upTo(0, 720) })
    .check(z.refine(({ reviewHours, warnHours }) => warnHours <= reviewHours)),
  reviewQueue: z.strictObject({
    alsoWaiting: z.array(z.enum(["completed", "failed"])).check(z.refine((statuses) => isUnique(statuses))),
  }),
  twoPeople: z
    .array(
      z.strictObject({
        inquiryTemplateId: z.string().check(z.regex(/^itmpl_[A-Za-z0-9]{1,60}$/)),
        decisions: z.enum(["declines", "approvalsAgainstMatches", "every"]),
      }),
    )
    .check(
      z.maxLength(50),
      z.refine((rules) => isUnique(rules.map(({ inquiryTemplateId, decisions }) => `${inquiryTemplateId} ${decisions}`))),
    ),
} satisfies { [Key in SettingKey]: z.ZodMiniType<SettingsValues[Key]> };

export const settingKeys = [
  "decisionReasons",
  "decisionHold",
  "duplicatePolicy",
  "scripts",
  "sla",
  "reviewQueue",
  "twoPeople",
] as const satisfies readonly SettingKey[];

export const isSettingKey = (key: string): key is SettingKey => settingKeys.some((known) => known === key);
