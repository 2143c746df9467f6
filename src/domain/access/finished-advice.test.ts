import { describe, expect, it } from "vitest";
import { before, everythingAnswered, id, now } from "@/domain/access/access-facts.fixture";
import { diagnoseAccess } from "@/domain/access/access-diagnosis";
import type { ReportFacts } from "@/domain/facts";

const approved = { id, status: "approved", decisionedAt: before(1) };
const completed = { id, status: "completed", completedAt: before(1) };
const report = (hasMatch: boolean | null, more: object = {}): ReportFacts => ({
  type: "report/watchlist",
  status: "ready",
  hasMatch,
  ...more,
});
const cleared = report(true, { type: "report/screening", matchedRecords: [{ reviewStatus: "false_positive" }] });

describe("what is through is let in, unless a report speaks against it", () => {
  it.each([
    ["approved, with a match that came afterwards", approved, { reports: [report(true)] }, "Match in the watchlist report."],
    ["completed, with a match", completed, { reports: [report(true)] }, "Match in the watchlist report."],
    [
      "approved, with a match of the account",
      approved,
      { otherReports: [report(true)] },
      "Match in another report of the account: watchlist.",
    ],
    [
      "approved, with a match of which an earlier run told",
      approved,
      { reports: [report(true, { status: "errored" })] },
      "Match in the watchlist report.",
    ],
  ])("%s: a reviewer looks first", (_, inquiry, reports, told) => {
    const { remedy, proof, sayToUser, doNotSay, ticketNote } = diagnoseAccess({ ...everythingAnswered, inquiry, ...reports, now });
    expect(remedy.action).toBe("decide");
    expect(remedy.sentence).toMatch(/^Have a reviewer look at its reports/);
    expect(proof.map(({ sentence }) => sentence)).toContain(told);
    // nobody whom a list names may hear of it, and a ticket is read by many
    expect(`${sayToUser} ${ticketNote}`).not.toMatch(/match|watchlist|complete\./i);
    expect(doNotSay).toContain("that anything was found");
  });

  it.each([
    ["without reports", {}],
    ["with a report that found nothing", { reports: [report(false)] }],
    ["with a match that somebody cleared", { reports: [cleared] }],
    ["with a report that has not run", { reports: [report(null, { status: "pending" })] }],
  ])("approved, %s: they are let in", (_, reports) => {
    const { remedy, sayToUser, doNotSay } = diagnoseAccess({ ...everythingAnswered, inquiry: approved, ...reports, now });
    expect(remedy.sentence).toBe("Let the user in: they are approved. A finished inquiry is not reopened.");
    expect([sayToUser, doNotSay]).toEqual(["Your verification is complete. There is nothing more for you to do.", undefined]);
  });

  it("says where the reports of the account could not be read", () => {
    const { remedy } = diagnoseAccess({ ...everythingAnswered, inquiry: approved, otherReports: null, now });
    expect(remedy.sentence).toMatch(/The reports of the account could not be read: look at those first\.$/);
  });

  it("no match of a declined or a failed one says that it is to be decided otherwise", () => {
    const sentenceOf = (status: string) =>
      diagnoseAccess({ ...everythingAnswered, inquiry: { id, status }, reports: [report(true)], now }).remedy.sentence;
    expect([sentenceOf("declined"), sentenceOf("failed")]).toEqual([
      "The decision stands. A reviewer can reverse it, with a reason.",
      "Look at the failed checks, then decide it or mark it for review.",
    ]);
  });
});

it("who was approved on the way is not told that they had finished", () => {
  const stopped = { ...approved, startedAt: before(3), completedAt: null };
  expect(diagnoseAccess({ ...everythingAnswered, inquiry: stopped, now }).sayToUser).not.toMatch(/you have finished/i);
});
