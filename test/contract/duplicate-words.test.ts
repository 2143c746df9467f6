import { expect, it } from "vitest";
import { duplicateSituations, type DuplicateRule, possibleAdvice } from "@/domain/default-settings";
import { duplicateRefusal } from "@/domain/duplicate-guard";
import { duplicateRefusal as simulated } from "@mocks/desk/duplicate-words";

const overrides: readonly DuplicateRule["override"][] = ["never", "withReason", "freely"];
const rules = duplicateSituations.flatMap((situation) =>
  possibleAdvice[situation].flatMap((advice) => overrides.map((override) => ({ situation, advice, override }))),
);
const inquiry = { id: "inq_1", status: "created" };

it.each(rules)("$situation, $advice, $override: the simulator refuses in the words of the desk, or neither does", (rule) => {
  for (const reason of ["", "They asked for it."]) {
    for (const other of rules) {
      const both = [rule, other];
      const words = duplicateRefusal(
        both.map((one) => ({ ...one, inquiry })),
        reason,
      );
      expect(simulated(both, reason)).toBe(words);
    }
  }
});
