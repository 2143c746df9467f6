import { describe, expect, it } from "vitest";
import { type DecisionDraft, missingOf, reasonsFor } from "@/domain/decision-requirements";
import { defaultSettings } from "@/domain/default-settings";

const draft: DecisionDraft = { action: "approve", reason: undefined, comment: "", hasReasons: true, isContradicted: false };
const free = { label: "It fits", comment: "optional" } as const;
const strict = { label: "Another reason", comment: "required" } as const;

const against = "Something speaks against it, so say why all the same.";

describe("what has to be said with a decision", () => {
  it.each<[string, Partial<DecisionDraft>, object]>([
    ["an approval needs nothing", {}, {}],
    ["a mark for review needs nothing", { action: "markForReview" }, {}],
    ["a decline needs a reason", { action: "decline" }, { reason: "Choose a reason." }],
    ["a decline with a reason", { action: "decline", reason: free }, {}],
    ["a reason that asks for a comment", { reason: strict }, { comment: "“Another reason” needs a comment." }],
    ["a comment of blanks is none", { reason: strict, comment: " \n " }, { comment: "“Another reason” needs a comment." }],
    ["a reason that asks for a comment, with one", { action: "decline", reason: strict, comment: "See ticket." }, {}],
    [
      "against a contradiction: both",
      { isContradicted: true },
      { reason: "Something speaks against it: choose a reason.", comment: against },
    ],
    ["against a contradiction, with a reason", { isContradicted: true, reason: free }, { comment: against }],
    [
      "against a contradiction, with a comment",
      { isContradicted: true, comment: "Namesake." },
      { reason: "Something speaks against it: choose a reason." },
    ],
    ["against a contradiction, with both", { isContradicted: true, reason: free, comment: "Namesake." }, {}],
    [
      "a decline where the company has no reasons",
      { action: "decline", hasReasons: false },
      { comment: "Say why: your company has no reasons to choose from." },
    ],
    ["a decline where the company has no reasons, with a comment", { action: "decline", hasReasons: false, comment: "Forged." }, {}],
    ["a contradiction where the company has no reasons", { isContradicted: true, hasReasons: false }, { comment: against }],
  ])("%s", (_, part, missing) => {
    expect(missingOf({ ...draft, ...part })).toEqual(missing);
  });
});

it("reasons are those of the decision, in the company's order", () => {
  const { decisionReasons } = defaultSettings;
  expect(reasonsFor("approve", decisionReasons).map(({ id }) => id)).toEqual([
    "evidence-consistent",
    "failed-check-explained",
    "match-is-somebody-else",
  ]);
});
