import { describe, expect, it } from "vitest";
import { waitingReasons } from "@/domain/waiting-reasons";

const waiting = { id: "inq_1", status: "needs_review", completedAt: "2026-03-04T10:00:00.000Z", failedAt: null };
const nothing = { inquiry: waiting, verifications: [], reports: [], sessions: [] };
const report = (kind: string, hasMatch: boolean | null, status = "ready") => ({ type: `report/${kind}`, status, hasMatch });
const check = (name: string, requirement: string | null, status = "failed", category: string | null = null) => ({
  name,
  requirement,
  status,
  category,
});
const verification = (kind: string, status: string, ...checks: ReturnType<typeof check>[]) => ({
  id: kind,
  type: `verification/${kind}`,
  status,
  checks,
});

describe("why an inquiry waits for review", () => {
  it.each([
    ["nothing that the desk can see", {}, []],
    ["a match", { reports: [report("watchlist", true), report("adverse-media", false)] }, ["Match in the watchlist report."]],
    [
      "several matches",
      { reports: [report("watchlist", true), report("politically-exposed-person", true), report("adverse-media", true)] },
      ["Matches in 3 reports: watchlist, politically exposed person and adverse media."],
    ],
    [
      "reports that told nothing",
      { reports: [report("adverse-media", null, "errored"), report("watchlist", null, "pending")] },
      ["The adverse media report could not run.", "The watchlist report still runs."],
    ],
    [
      "a failed required check of the attempt that counts",
      {
        verifications: [
          verification(
            "selfie",
            "failed",
            check("selfie_id_comparison", "required"),
            check("selfie_liveness_detection", "required", "passed"),
          ),
        ],
      },
      ["Failed required check: Selfie-to-ID comparison (Selfie)."],
    ],
    [
      "a failed check against fraud that is optional, and none that is not",
      {
        verifications: [
          verification(
            "government-id",
            "passed",
            check("id_repeat_detection", "not_required", "failed", "fraud"),
            check("id_glare_detection", "not_required", "failed", "user_action_required"),
          ),
        ],
      },
      ["Failed optional check against fraud: Repeat (Government ID)."],
    ],
    [
      "more checks than fit on a line",
      { verifications: [verification("selfie", "failed", ...["a", "b", "c", "d", "e", "f"].map((name) => check(name, "required")))] },
      ["Failed required checks: A (Selfie), B (Selfie), C (Selfie), D (Selfie) and 2 more."],
    ],
    [
      "a failure that no required check explains",
      { verifications: [verification("database", "tentatively_failed", check("x", null, "passed"))] },
      ["Database: tentatively failed, and no required check says why."],
    ],
    [
      "signals of the sessions and the behavior, which the strip under the verdict tells one by one",
      {
        inquiry: { ...waiting, behaviors: { "bot-score": 91, "behavior-threat-level": "high" } },
        sessions: [
          { id: "iqse_1", status: "expired", isTor: true },
          { id: "iqse_2", status: "expired", isVpn: true, threatLevel: "high" },
        ],
      },
      ["Unusual sessions and behavior."],
    ],
    ["behavior that is rated low", { inquiry: { ...waiting, behaviors: { "bot-score": 4, "behavior-threat-level": "low" } } }, []],
    ["a signal that weighs with others only", { inquiry: { ...waiting, behaviors: { "completion-time": 41.7 } } }, []],
    [
      "a screening that somebody has cleared, and one that nobody has",
      {
        reports: [
          { ...report("screening", true), matchedRecords: [{ reviewStatus: "false_positive" }] },
          { ...report("watchlist", true), matchedRecords: [] },
        ],
      },
      ["Match in the watchlist report."],
    ],
    [
      "a match of the account, where its reports are known, after those of the inquiry itself",
      { reports: [report("watchlist", true)], otherReports: [report("screening", true), report("adverse-media", false)] },
      ["Match in the watchlist report.", "Match in another report of the account: screening."],
    ],
    [
      "a match that somebody has confirmed",
      { reports: [{ ...report("screening", true), matchedRecords: [{ reviewStatus: "true_positive" }] }] },
      ["Confirmed match in the screening report."],
    ],
    [
      "a stop in the middle of the flow",
      { inquiry: { ...waiting, completedAt: null, previousStepName: "verification_selfie" } },
      ["The user was stopped in the middle of the flow, before they finished; the last step on record is “Selfie”."],
    ],
    [
      "a stop before the user had begun",
      { inquiry: { ...waiting, completedAt: null, startedAt: null } },
      ["The user was stopped before they had started."],
    ],
    [
      "a mark after the time had run out, which stopped nobody",
      { inquiry: { ...waiting, completedAt: null, expiredAt: "2026-03-04T09:00:00.000Z", previousStepName: "verification_selfie" } },
      ["It had expired before the user finished; it was marked for review afterwards; the last step on record is “Selfie”."],
    ],
    ["who marked it", { markedBy: "Inês Carvalho" }, ["Marked for review by Inês Carvalho."]],
  ])("%s", (_, facts, expected) => {
    expect(waitingReasons({ ...nothing, ...facts }).map(({ sentence }) => sentence)).toEqual(expected);
  });

  it("in order of weight", () => {
    const reasons = waitingReasons({
      inquiry: { ...waiting, completedAt: null },
      markedBy: "Inês",
      sessions: [{ isTor: true }],
      reports: [report("watchlist", true)],
      verifications: [
        verification(
          "selfie",
          "failed",
          check("selfie_id_comparison", "required"),
          check("selfie_public_figure_detection", null, "failed", "fraud"),
        ),
      ],
    });
    expect(reasons.map(({ sentence, at }) => [sentence.split(" ")[0], at])).toEqual([
      ["Match", "matches"],
      ["Failed", "verifications"],
      ["Failed", "verifications"],
      ["Unusual", "signals"],
      ["The", undefined],
      ["Marked", undefined],
    ]);
    expect(reasons[1]?.sentence).toContain("required");
  });

  it("is not said of one that does not wait, or of what was redacted", () => {
    const reports = [report("watchlist", true)];
    expect(waitingReasons({ ...nothing, reports, inquiry: { ...waiting, status: "declined" } })).toEqual([]);
    expect(waitingReasons({ ...nothing, reports, inquiry: { ...waiting, redactedAt: "2026-03-04T11:00:00.000Z" } })).toEqual([]);
  });

  it.each(["approved", "completed", "failed"])("is a match alone, of its own or of the account, once it is %s", (status) => {
    const after = { ...nothing, markedBy: "Inês", inquiry: { ...waiting, status }, otherReports: [report("watchlist", true)] };
    expect(waitingReasons(after).map(({ sentence }) => sentence)).toEqual(["Match in another report of the account: watchlist."]);
    expect(waitingReasons({ ...after, otherReports: undefined })).toEqual([]);
  });
});
