import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { propertyRuns } from "@test/support/property-runs";
import { seenOf } from "@/domain/inquiry-seen";
import { certainContradictions, type DecisionAction, rehearse, type RehearsalInput } from "@/domain/rehearsal";

const check = (name: string, status = "failed", requirement = "required") => ({ name, status, requirement, reasons: [], metadata: {} });
const attempt = (kind: string, status: string, minute = 0, checks: object[] = []) => ({
  type: `verification/${kind}`,
  status,
  createdAt: `2026-03-02T09:${String(minute).padStart(2, "0")}:00.000Z`,
  checks,
});
const report = (kind: string, hasMatch: boolean | null, status = "ready") => ({ type: `report/${kind}`, status, hasMatch });

const passed = [attempt("government-id", "passed"), attempt("selfie", "passed")];

const rehearsal = (action: DecisionAction, status: string, facts: Partial<Omit<RehearsalInput, "inquiry">> = {}) =>
  rehearse(action, { inquiry: { status }, verifications: [], reports: [], sessions: [], ...facts });

const against = (...args: Parameters<typeof rehearsal>) => rehearsal(...args).contradictions.map(({ sentence }) => sentence);
const kinds = (...args: Parameters<typeof rehearsal>) => rehearsal(...args).contradictions.map(({ about }) => about);

describe("what it does", () => {
  it.each([
    ["approve", "approved", ["Workflows and webhooks run.", "It can't be marked for review afterwards."]],
    ["decline", "declined", ["Workflows and webhooks run.", "It can't be marked for review afterwards."]],
    ["markForReview", "needs_review", ["Workflows and webhooks run."]],
  ] as const)("%s", (action, becomes, effects) => {
    expect(rehearsal(action, "completed")).toEqual({ becomes, effects, contradictions: [] });
  });
});

// Persona, "Inquiry lifecycle": approve, decline and review stop an ongoing flow; approved ↔ declined is taken as a new decision.
describe("what the status says against it", () => {
  it.each([
    ["approve", "created", ["unfinished"]],
    ["decline", "created", ["unfinished"]],
    ["markForReview", "created", ["unfinished"]],
    ["approve", "pending", ["unfinished"]],
    ["decline", "pending", ["unfinished"]],
    ["markForReview", "pending", ["unfinished"]],
    ["approve", "completed", []],
    ["decline", "completed", []],
    ["markForReview", "completed", []],
    ["approve", "failed", ["failed"]],
    ["decline", "failed", []],
    ["markForReview", "failed", []],
    ["approve", "expired", ["unfinished"]],
    ["decline", "expired", []],
    ["markForReview", "expired", []],
    ["approve", "needs_review", []],
    ["decline", "needs_review", []],
    ["approve", "declined", ["decision"]],
    ["decline", "approved", ["decision"]],
  ] as const)("%s on %s: %j", (action, status, expected) => {
    expect(kinds(action, status)).toEqual(expected);
  });

  it("a user in the middle of it is named as one who is stopped", () => {
    expect(against("approve", "pending")[0]).toMatch(/may be in the middle of it\. Approving it now stops them/);
  });

  it("an inquiry in review that its user never finished speaks against an approval alone", () => {
    const unfinished = { status: "needs_review", completedAt: null, failedAt: null };
    const kindsOf = (action: "approve" | "decline") =>
      rehearse(action, { inquiry: unfinished, verifications: [], reports: [], sessions: [] }).contradictions.map(({ about }) => about);
    expect([kindsOf("approve"), kindsOf("decline")]).toEqual([["unfinished"], []]);
  });

  it("what is only to be known is told as an effect", () => {
    expect(rehearsal("decline", "expired").effects[0]).toMatch(/The user never finished/);
  });
});

describe("approving against the evidence", () => {
  it("names the failed required checks of the attempt that counts", () => {
    const verifications = [
      attempt("government-id", "failed", 1, [check("id_fabrication_detection"), check("id_glare_detection", "failed", "not_required")]),
      attempt("selfie", "passed"),
    ];
    expect(against("approve", "needs_review", { verifications })).toEqual(["Government ID: required check failed: Fabrication."]);
  });

  it("judges the inquiry and not one attempt: what passed later, or earlier, counts", () => {
    const failed = [check("id_fabrication_detection")];
    for (const [first, second] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const verifications = [attempt("government-id", "failed", first, failed), attempt("government-id", "passed", second)];
      expect(against("approve", "completed", { verifications })).toEqual([]);
    }
  });

  it("names four checks at most", () => {
    const names = ["id_fabrication_detection", "id_tamper_detection", "id_portrait_detection", "id_mrz_detection", "id_blur_detection"];
    const verifications = [
      attempt(
        "government-id",
        "failed",
        0,
        names.map((name) => check(name)),
      ),
    ];
    expect(against("approve", "failed", { verifications }).at(-1)).toMatch(
      /^Government ID: required checks failed: (.+, ){3}.+ and 1 more\.$/,
    );
  });

  it.each([
    ["passed", []],
    ["skipped", []],
    ["failed", ["Selfie failed."]],
    ["canceled", ["Selfie has not passed: canceled."]],
    ["submitted", ["Selfie has not passed: processing."]],
    ["initiated", ["Selfie has not passed: collecting."]],
    ["requires_retry", ["Selfie has not passed: retry needed."]],
    ["tentatively_passed", ["Selfie has not passed: tentatively passed."]],
    ["escalated_to_moon", ["Selfie has not passed: escalated_to_moon."]],
  ] as const)("a verification that is %s", (status, expected) => {
    expect(against("approve", "completed", { verifications: [attempt("selfie", status)] })).toEqual(expected);
  });

  it("names list matches by their report; a match is not a status", () => {
    const reports = [report("watchlist", true), report("adverse-media", false), report("politically-exposed-person", true)];
    expect(against("approve", "needs_review", { reports })).toEqual([
      "Watchlist report: list match.",
      "Politically exposed person report: list match.",
    ]);
  });

  const reviewed = (...statuses: readonly string[]) => ({
    ...report("screening", true),
    matchedRecords: statuses.map((reviewStatus) => ({ reviewStatus })),
  });

  it("a match that was cleared record by record speaks against nothing, and one that was confirmed says so", () => {
    expect(against("approve", "needs_review", { reports: [reviewed("false_positive", "false_positive")] })).toEqual([]);
    expect(against("approve", "needs_review", { reports: [reviewed("false_positive", "pending")] })).toEqual([
      "Screening report: list match.",
    ]);
    expect(against("approve", "needs_review", { reports: [reviewed("true_positive", "pending")] })).toEqual([
      "Screening report: match, confirmed by review.",
    ]);
  });

  it("what was cleared before a run that failed has no result all the same", () => {
    expect(against("approve", "needs_review", { reports: [{ ...reviewed("false_positive"), status: "errored" }] })).toEqual([
      "Screening report has no result: errored.",
    ]);
  });

  it("a match in another report of the account speaks against it, one without a result does not", () => {
    const otherReports = [report("screening", true), report("watchlist", false), report("adverse-media", null, "pending")];
    expect(against("approve", "completed", { otherReports })).toEqual(["Screening report of the account: list match."]);
    expect(against("decline", "needs_review", { verifications: passed, otherReports })).toEqual([]);
  });

  it("a report without a result is not one without a match", () => {
    const reports = [report("watchlist", null, "pending"), report("adverse-media", null, "errored")];
    expect(against("approve", "completed", { reports })).toEqual([
      "Watchlist report has no result: pending.",
      "Adverse media report has no result: errored.",
    ]);
  });

  it("names four failed checks in full, without saying that there are more", () => {
    const names = ["id_fabrication_detection", "id_tamper_detection", "id_portrait_detection", "id_mrz_detection"];
    const verifications = [
      attempt(
        "government-id",
        "failed",
        0,
        names.map((name) => check(name)),
      ),
    ];
    expect(against("approve", "failed", { verifications }).at(-1)).not.toMatch(/more/);
  });

  it("tells who else used a device", () => {
    const inquiry = { inquiryId: "inq_2", accountId: "act_2", status: "declined" };
    const sharedDevices = { inquiries: [inquiry], accounts: 1, hasMore: false };
    expect(against("approve", "completed", { verifications: passed, sharedDevices })).toEqual([
      "Same device as 1 other account, declined.",
    ]);
    expect(against("decline", "completed", { verifications: passed, sharedDevices })).toEqual([]);
  });

  it("tells signals: high risk, Tor, another country by GPS; not a VPN, which many have", () => {
    const sessions = [
      { status: "expired", threatLevel: "high", isTor: true },
      { status: "expired", isVpn: true, threatLevel: "medium" },
      { status: "active", countryCode: "DE", gpsCountryCode: "KP" },
    ];
    expect(against("approve", "completed", { sessions })).toEqual([
      "1 session rated high risk.",
      "1 session over Tor.",
      "1 session with GPS in another country than the IP address.",
    ]);
  });

  it("what speaks against approving speaks against nothing else", () => {
    const facts = { verifications: [attempt("selfie", "failed")], reports: [report("watchlist", true)] };
    expect(against("decline", "needs_review", facts)).toEqual([]);
    expect(against("markForReview", "completed", facts)).toEqual([]);
  });
});

describe("what the inquiry names and did not come along", () => {
  const links = {
    verifications: [{ type: "verification/selfie", id: "ver_gone" }],
    reports: [{ type: "report/watchlist", id: "rep_gone" }],
  };
  const of = (action: DecisionAction, inquiry: object) =>
    rehearse(action, { inquiry: { status: "completed", ...inquiry }, verifications: passed, reports: [], sessions: [] }).contradictions;

  it("may speak against an approval, and that everything passed is not said without it", () => {
    expect(of("approve", { links })).toEqual([
      { about: "verification", sentence: "1 verification of it could not be read." },
      { about: "report", sentence: "1 report of it could not be read." },
    ]);
    expect(of("decline", { links })).toEqual([]);
    expect(of("decline", {})).not.toEqual([]);
    expect(of("approve", { links: { sessions: [{ type: "inquiry-session", id: "iqse_gone" }] } })).toEqual([
      { about: "signal", sentence: "1 session of it could not be read." },
    ]);
  });

  it("is gone for good once it was redacted", () => {
    expect(of("approve", { links, redactedAt: "2026-03-02T09:00:00.000Z" }).filter(({ about }) => about === "report")).toEqual([]);
  });
});

describe("declining although everything passed", () => {
  it.each(["completed", "needs_review"])("%s", (status) => {
    expect(against("decline", status, { verifications: passed, reports: [report("watchlist", false)] })).toEqual([
      "Everything passed: Government ID and Selfie. No report of it has a match.",
    ]);
    expect(against("decline", status, { verifications: passed })).toEqual(["Everything passed: Government ID and Selfie."]);
  });

  it("names what passed, and not what did not apply", () => {
    expect(against("decline", "completed", { verifications: [...passed, attempt("database", "skipped")] })).toEqual([
      "Everything passed: Government ID and Selfie.",
    ]);
  });

  it("an inquiry that was approved is said to be so as well", () => {
    expect(kinds("decline", "approved", { verifications: passed })).toEqual(["decision", "passed"]);
  });

  it.each([
    ["a match", { verifications: passed, reports: [report("watchlist", true)] }],
    ["an attempt that failed", { verifications: [...passed, attempt("database", "failed")] }],
    ["a signal", { verifications: passed, sessions: [{ status: "expired", isTor: true }] }],
    ["nothing that was verified", { verifications: [] }],
  ])("is no contradiction with %s", (_, facts) => {
    expect(against("decline", "needs_review", facts)).toEqual([]);
  });
});

it("survives an inquiry without anything, and a status nobody has documented", () => {
  expect(rehearse("approve", { inquiry: {}, verifications: [{}], reports: [{}], sessions: [{}] }).becomes).toBe("approved");
  expect(against("approve", "teleported")).toEqual([]);
});

describe("what certainly speaks against it, as far as the picture tells", () => {
  const statuses = ["created", "pending", "expired", "completed", "failed", "needs_review", "approved", "declined", "new_status"];
  const attempts = fc.record({
    type: fc.constantFrom("verification/government-id", "verification/selfie"),
    status: fc.constantFrom("initiated", "submitted", "passed", "failed", "requires_retry", "canceled", "skipped", "new_status"),
    createdAt: fc.constantFrom("2026-03-02T09:00:00.000Z", "2026-03-02T09:01:00.000Z"),
  });
  const reports = fc.record({
    type: fc.constantFrom("report/watchlist", "report/adverse-media"),
    status: fc.constantFrom("pending", "ready", "errored"),
    hasMatch: fc.constantFrom(true, false, null),
    matchedRecords: fc.array(fc.record({ reviewStatus: fc.constantFrom("pending", "true_positive", "false_positive") }), { maxLength: 2 }),
  });
  const numbered = <Item>(item: fc.Arbitrary<Item>) =>
    fc.array(item, { maxLength: 4 }).map((items) => items.map((one, index) => ({ id: String(index), ...one })));

  type Attempt = ReturnType<typeof attempt>;
  const certain = (action: DecisionAction, status: string, verifications: Attempt[], of: ReturnType<typeof report>[] = []) => {
    const identified = <Item extends { status: string }>(items: Item[]) => items.map((item, index) => ({ id: String(index), ...item }));
    const seen = seenOf({ inquiry: { status }, reviewerId: null, verifications: identified(verifications), reports: identified(of) });
    return certainContradictions(action, seen).map(({ sentence }) => sentence);
  };

  it("is what the status says, what no attempt has passed, and what the reports found", () => {
    expect(certain("approve", "expired", [attempt("selfie", "failed")], [report("watchlist", true)])).toEqual([
      "The user never finished. Look at what is missing before you decide.",
      expect.stringMatching(/failed\.$/),
      expect.stringMatching(/list match\.$/),
    ]);
  });

  it("is nothing of the attempts once one has passed, whichever: it may stand for all of them", () => {
    const mixed = [attempt("government-id", "failed"), attempt("selfie", "passed")];
    for (const verifications of [mixed, mixed.toReversed(), [attempt("database", "skipped"), attempt("selfie", "failed")]]) {
      expect(certain("approve", "completed", verifications)).toEqual([]);
    }
  });

  it("is nothing against declining what passed: whether all did is not known", () => {
    expect(certain("decline", "completed", passed)).toEqual([]);
    expect(certain("decline", "approved", passed)).toEqual([expect.stringMatching(/^This inquiry was approved\. Declining it reverses/)]);
  });

  it("is never more than the form says of the whole", () => {
    const actions = fc.constantFrom<DecisionAction>("approve", "decline", "markForReview");
    fc.assert(
      fc.property(actions, fc.constantFrom(...statuses), numbered(attempts), numbered(reports), (action, status, verifications, of) => {
        const seen = seenOf({ inquiry: { status }, reviewerId: null, verifications, reports: of });
        const certain = certainContradictions(action, seen);
        const said = kinds(action, status, { verifications, reports: of });
        expect(said).toEqual(expect.arrayContaining(certain.map(({ about }) => about)));
      }),
      { numRuns: propertyRuns(500) },
    );
  });
});
