import { describe, expect, it } from "vitest";
import { type operationAccess, operationRefusal } from "@/domain/operation-access";
import { reportOffers, reportsCapability } from "@/domain/reports/report-actions";
import { historyLine, latestOfMonitoring } from "@/domain/reports/report-history";
import { defaultKeyPermissions } from "@/domain/key-permissions";
import { roles } from "@/domain/viewer";

const report = (kind: string, more: object = {}) => ({ id: "rep_1", type: `report/${kind}`, status: "ready", ...more });

describe("what is offered on a report", () => {
  it.each([
    ["watchlist", "dismiss-all"],
    ["business-watchlist", "dismiss-all"],
    ["politically-exposed-person", "dismiss-all"],
    ["adverse-media", "dismiss-each"],
    ["business-adverse-media", "dismiss-each"],
    ["screening", "review-each"],
    ["crypto-address-watchlist", null],
    ["profile", null],
    ["of-tomorrow", null],
  ])("matches of %s: %s", (kind, expected) => {
    expect(reportOffers(report(kind)).matches).toBe(expected);
    expect(reportOffers(report(kind, { status: "pending" })).matches).toBeNull();
    expect(reportOffers(report(kind, { redactedAt: "2026-03-01T09:00:00.000Z" })).matches).toBeNull();
  });

  it.each([
    ["monitored", { isRecurring: true }, undefined, { run: true, pause: true, resume: false }],
    ["run once", {}, undefined, { run: false, pause: false, resume: false }],
    ["could not run", { status: "errored" }, undefined, { run: true, pause: false, resume: false }],
    ["ran more than once and does not any more", { isContinuous: true }, undefined, { run: false, pause: false, resume: true }],
    ["paused, by its history", {}, "pause", { run: false, pause: false, resume: true }],
    ["resumed last, and over since", { isContinuous: true }, "resume", { run: false, pause: false, resume: false }],
    ["redacted", { isRecurring: true, redactedAt: "2026-03-01T09:00:00.000Z" }, undefined, { run: false, pause: false, resume: false }],
    ["without an ID", { id: null, isRecurring: true }, undefined, { run: false, pause: false, resume: false }],
  ] as const)("monitoring of one that is %s", (_, more, latest, expected) => {
    expect(reportOffers(report("watchlist", more), latest)).toMatchObject(expected);
  });
});

const writes = [
  "dismissMatches",
  "reviewMatches",
  "reportActionReRunReport",
  "reportActionPauseContinuousMonitoring",
  "reportActionResumeContinuousMonitoring",
] as const satisfies readonly (keyof typeof operationAccess)[];

it.each([...roles, "of tomorrow"])("%s is offered what the server lets through", (role) => {
  const viewer = { role, permissions: defaultKeyPermissions };
  for (const write of writes) expect(reportsCapability(viewer).allowed).toBe(operationRefusal(write, viewer) === undefined);
});

it("is not offered without the permission of the key", () => {
  const viewer = { role: "lead", permissions: ["report.read"] };
  expect(reportsCapability(viewer)).toMatchObject({ allowed: false, reason: expect.stringContaining("report.write") });
});

describe("the history of a report", () => {
  const at = "2026-03-01T09:00:00.000Z";
  it.each([
    [
      { type: "run", runType: "scheduled", completedAt: at, matches: 30 },
      { sentence: "Run, scheduled: 30 matches", at },
    ],
    [
      { type: "run", runType: "manual", completedAt: at, matches: 0 },
      { sentence: "Run, manual: no match", at },
    ],
    [
      { type: "run", completedAt: at },
      { sentence: "Run", at },
    ],
    [
      { type: "run", runType: "manual", completedAt: null, matches: null },
      { sentence: "Run, manual: not over yet", at: null },
    ],
    [
      { type: "dismiss", createdAt: at, creatorName: "John Doe" },
      { sentence: "Matches dismissed by John Doe", at },
    ],
    [
      { type: "review", createdAt: at, creatorName: "John Doe" },
      { sentence: "Matched records reviewed by John Doe", at },
    ],
    [
      { type: "pause", createdAt: at, creatorName: "" },
      { sentence: "Monitoring paused", at },
    ],
    [
      { type: "handed_over", createdAt: at, creatorName: "John Doe" },
      { sentence: "Handed over by John Doe", at },
    ],
    [null, { sentence: "Something that is not told", at: null }],
  ])("tells %j", (entry, expected) => {
    expect(historyLine(entry)).toEqual(expected);
  });

  it("knows what was done last about monitoring", () => {
    expect(latestOfMonitoring([{ type: "run" }, { type: "pause" }, { type: "resume" }])).toBe("pause");
    expect(latestOfMonitoring([{ type: "run" }, null])).toBeUndefined();
    expect(latestOfMonitoring("none")).toBeUndefined();
  });
});
