import { describe, expect, it } from "vitest";
import { defaultSettings } from "@/domain/default-settings";
import { reasonSetting } from "./reason-setting";
import { peopleChanges, policyChanges, queueChanges, reasonChanges, scriptChanges, slaChanges } from "./setting-changes";
import { peopleSchema, policySchema, queueSchema, type ReasonsForm, reasonsSchema, scriptsSchema, slaSchema } from "./setting-schemas";

const reasons = (...items: ReasonsForm["items"]): ReasonsForm => ({ items });
const altered = { id: "a", decision: "decline", label: "Altered", comment: "optional", preset: "", tag: "" } as const;
const other = { id: "b", decision: "decline", label: "Other", comment: "required", preset: "", tag: "" } as const;

describe("what changed in the decision reasons", () => {
  it.each<[string, ReasonsForm, ReasonsForm, string[]]>([
    ["nothing", reasons(altered, other), reasons(altered, other), []],
    ["one came", reasons(altered), reasons(altered, other), ["Added “Other”."]],
    ["one went", reasons(altered, other), reasons(other), ["Removed “Altered”."]],
    ["the order", reasons(altered, other), reasons(other, altered), ["Changed the order."]],
    ["a name", reasons(altered), reasons({ ...altered, label: "Forged" }), ["Renamed “Altered” to “Forged”."]],
    ["the decision", reasons(altered), reasons({ ...altered, decision: "approve" }), ["“Altered” is now for approve, not decline."]],
    ["the comment", reasons(altered), reasons({ ...altered, comment: "required" }), ["“Altered”: the comment is now required."]],
    ["the preset", reasons(altered), reasons({ ...altered, preset: "Seen:" }), ["“Altered”: changed what the comment begins with."]],
    ["the tag", reasons(altered), reasons({ ...altered, tag: "forged" }), ["“Altered”: the tag is now “forged”."]],
    ["no tag any more", reasons({ ...altered, tag: "forged" }), reasons(altered), ["“Altered”: no tag any more."]],
    ["one for another of the same name", reasons(altered), reasons({ ...altered, id: "c" }), ["Added “Altered”.", "Removed “Altered”."]],
  ])("%s", (_, before, after, words) => expect(reasonChanges(before, after)).toEqual(words));
});

describe("what changed elsewhere", () => {
  it("is told of the policy by situation", () => {
    const before = policySchema.parse(defaultSettings.duplicatePolicy);
    const after = {
      tooOldAfterDays: 1,
      reverifyAfterDays: 730,
      rules: before.rules.map((rule) =>
        rule.situation === "expired" ? { ...rule, advice: "create" as const, override: "never" as const } : rule,
      ),
    };
    expect(policyChanges(before, after)).toEqual([
      "Too old after 1 day instead of 30 days.",
      "Verified again after 730 days instead of 365 days.",
      "Expired: create a new one instead of resume it.",
      "Expired: can override: nobody instead of anybody, with a reason.",
    ]);
    expect(policyChanges(before, before)).toEqual([]);
  });

  it("is told of scripts without repeating them", () => {
    const script = { id: "s", title: "Link", toUser: "Here.", toTicket: "Sent." };
    const words = scriptChanges({ items: [script] }, { items: [{ ...script, toUser: "There.", toTicket: "" }] });
    expect(words).toEqual(["“Link”: changed what to tell the user.", "“Link”: changed what to write into the ticket."]);
  });

  it("is told of the service level in hours", () => {
    expect(slaChanges({ reviewHours: 24, warnHours: 4 }, { reviewHours: 1, warnHours: 4 })).toEqual([
      "An inquiry may wait 1 hour instead of 24 hours.",
    ]);
  });
});

it("a longer and a shorter queue say what waits, and what no longer does", () => {
  expect(queueChanges({ alsoWaiting: ["failed"] }, { alsoWaiting: ["completed"] })).toEqual([
    "Also waits: completed and not decided.",
    "Waits no longer: failed and not decided.",
  ]);
  expect(queueChanges({ alsoWaiting: ["failed", "completed"] }, { alsoWaiting: ["completed", "failed"] })).toEqual([]);
});

it("rules for two people say which came and went, in whatever order they stand", () => {
  const rule = (decisions: "declines" | "every", inquiryTemplateId = "itmpl_1") => ({ inquiryTemplateId, decisions });
  expect(peopleChanges({ items: [rule("declines")] }, { items: [rule("every", "itmpl_2")] })).toEqual([
    "Two people for every approval and decline on itmpl_2.",
    "One person is enough for declines on itmpl_1.",
  ]);
  expect(peopleChanges({ items: [rule("declines"), rule("every")] }, { items: [rule("every"), rule("declines")] })).toEqual([]);
});

it("what a reason leaves out stays out of it", () => {
  const value = [
    { id: "a", decision: "decline", label: "Altered", comment: "optional" },
    { id: "b", decision: "decline", label: "Other", comment: "required", preset: "Seen: ", tag: "odd" },
  ];
  const form = reasonSetting.read(value);
  expect(form && reasonSetting.write(form)).toEqual([value[0], { ...value[1], preset: "Seen:" }]);
});

describe("what a form takes", () => {
  it("every setting as the desk starts with it", () => {
    expect(reasonSetting.read(defaultSettings.decisionReasons)?.items.length).toBe(defaultSettings.decisionReasons.length);
    expect(scriptsSchema.safeParse({ items: defaultSettings.scripts }).success).toBe(true);
    expect(policySchema.safeParse(defaultSettings.duplicatePolicy).success).toBe(true);
    expect(slaSchema.safeParse(defaultSettings.sla).success).toBe(true);
    expect(queueSchema.safeParse(defaultSettings.reviewQueue).success).toBe(true);
    expect(peopleSchema.safeParse({ items: defaultSettings.twoPeople }).success).toBe(true);
  });

  it.each([
    ["a script that waits for a name", scriptsSchema, { items: [{ id: "s", title: "S", toUser: "Dear {{name}}", toTicket: "" }] }],
    ["a reason without words", reasonsSchema, { items: [{ ...altered, label: "  " }] }],
    ["a reason with a line break", reasonsSchema, { items: [{ ...altered, label: "a\nb" }] }],
    ["a tag of more than sixty", reasonsSchema, { items: [{ ...altered, tag: "x".repeat(61) }] }],
    ["a preset of more than five hundred", reasonsSchema, { items: [{ ...altered, preset: "x".repeat(501) }] }],
    ["more than fifty", reasonsSchema, { items: Array.from({ length: 51 }, (_, n) => ({ ...altered, id: `r${n}` })) }],
    ["half a day", policySchema, { ...defaultSettings.duplicatePolicy, tooOldAfterDays: 0.5 }],
    ["no number", policySchema, { ...defaultSettings.duplicatePolicy, tooOldAfterDays: Number.NaN }],
    ["a policy with a hole", policySchema, { ...defaultSettings.duplicatePolicy, rules: defaultSettings.duplicatePolicy.rules.slice(1) }],
    [
      "an advice Persona can't follow",
      policySchema,
      {
        ...defaultSettings.duplicatePolicy,
        rules: defaultSettings.duplicatePolicy.rules.map((rule) => (rule.situation === "redacted" ? { ...rule, advice: "resume" } : rule)),
      },
    ],
    ["a status that nobody waits with", queueSchema, { alsoWaiting: ["approved"] }],
    ["a rule for two people on no template", peopleSchema, { items: [{ inquiryTemplateId: "", decisions: "every" }] }],
    ["a rule for two people twice", peopleSchema, { items: Array(2).fill({ inquiryTemplateId: "itmpl_1", decisions: "every" }) }],
    ["a mark before the beginning", slaSchema, { reviewHours: 2, warnHours: 3 }],
  ])("not %s", (_, schema, value) => expect(schema.safeParse(value).success).toBe(false));
});
