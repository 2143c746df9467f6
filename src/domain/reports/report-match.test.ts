import { describe, expect, it } from "vitest";
import { hasStandingMatch, matchSentences, otherReports, reportMatch } from "@/domain/reports/report-match";

const records = (...statuses: readonly (string | null | undefined)[]) => ({
  matchedRecords: statuses.map((reviewStatus) => ({ token: "scrre_1", reviewStatus })),
});
const report = (kind: string, facts: object = {}, id = kind) => ({ id, type: `report/${kind}`, status: "ready", hasMatch: true, ...facts });

describe("what became of a match", () => {
  it.each([
    ["Persona says that there is one, and its kind has no reviews", {}, "open", true],
    ["nobody has reviewed its records", records("pending", null, undefined), "open", true],
    ["one of its records is left", records("false_positive", "indeterminate"), "open", true],
    ["its review is of a word nobody has documented", records("escalated"), "open", true],
    ["one of its records is confirmed, whatever the others are", records("true_positive", "pending", "false_positive"), "confirmed", true],
    ["every record is about somebody else, whatever Persona's flag says", records("false_positive", "false_positive"), "cleared", false],
    ["a list stands beside cleared records", { ...records("false_positive"), matchedLists: [{ name: "OFAC SDN" }] }, "open", true],
    ["the same, and the flag is gone", { ...records("false_positive"), hasMatch: false }, "cleared", false],
    ["every match was dismissed", { hasMatch: false, matchedLists: [], ignoreList: [{ ignoredAt: "2026-03-02" }] }, "none", false],
    ["it found nothing", { hasMatch: false }, "none", false],
    ["it runs for the first time", { hasMatch: false, status: "pending" }, null, null],
    ["it could not run", { hasMatch: false, status: "errored" }, null, null],
    ["it could not run again, and had one", { status: "errored" }, "open", true],
    ["it does not say, and lists what it found", { hasMatch: undefined, matchedLists: [{ name: "OFAC SDN" }] }, "open", true],
    ["it does not say, and lists nothing", { hasMatch: null }, null, null],
    ["its records are no list", { matchedRecords: "many" }, "open", true],
  ])("%s", (_, facts, match, stands) => {
    const given = report("screening", facts);
    expect([reportMatch(given), hasStandingMatch(given)]).toEqual([match, stands]);
  });
});

describe("what is said of it", () => {
  const confirmed = report("screening", records("true_positive"));
  const cleared = report("screening", records("false_positive"), "cleared");

  it.each([
    ["nothing where none stands", [cleared, report("watchlist", { hasMatch: false })], "own", []],
    ["the report, where it is one", [report("watchlist")], "own", ["Match in the watchlist report."]],
    [
      "the kinds, each once, and what was confirmed by itself and first",
      [report("watchlist"), report("watchlist", {}, "again"), report("adverse-media"), confirmed],
      "own",
      ["Confirmed match in the screening report.", "Matches in 2 reports: watchlist and adverse media."],
    ],
    ["that it is the account's", [cleared, confirmed], "account", ["Confirmed match in another report of the account: screening."]],
    [
      "that they are the account's",
      [report("watchlist"), report("adverse-media")],
      "account",
      ["Matches in 2 other reports of the account: watchlist and adverse media."],
    ],
  ] as const)("%s", (_, reports, of, expected) => {
    expect(matchSentences(reports, of)).toEqual(expected);
  });

  it("those of the inquiry are not told as others of its account", () => {
    expect(otherReports([report("a"), report("b")], [report("a")])).toEqual([report("b")]);
  });
});
