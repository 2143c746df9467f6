/** What a decision would do to an inquiry, and what speaks against it: said before it is sent. */
import type * as Desk from "@/api/generated/desk/types.gen";
import { statusRule } from "@/domain/capability-rules";
import type { InquiryFacts, ReportFacts, SessionFacts, VerificationFacts } from "@/domain/facts";
import type { InquirySeen } from "@/domain/inquiry-seen";
import { missingParts } from "@/domain/missing-parts";
import { isOpen, type KnownInquiryStatus } from "@/domain/inquiry-status";
import { hasStandingMatch, reportMatch } from "@/domain/reports/report-match";
import { describeReportStatus } from "@/domain/resource-status";
import { overviewSessions, viewSession } from "@/domain/session-view";
import { sharedDeviceSignals, type SharedDeviceFacts } from "@/domain/signals/shared-devices";
import { verificationKindLabel } from "@/domain/verification-kind";
import { groupVerifications, type VerificationGroup } from "@/domain/verification-view";
import { count, joinWords, pluralOf } from "@/lib/words";

export type DecisionAction = Desk.DecisionAction;

export type Contradiction = {
  readonly about: "unfinished" | "failed" | "verification" | "report" | "signal" | "decision" | "passed";
  /** One plain sentence. */
  readonly sentence: string;
};

export type Rehearsal = {
  /** The status that the inquiry gets. */
  readonly becomes: KnownInquiryStatus;
  /** What happens, a sentence each. */
  readonly effects: readonly string[];
  /** What speaks against it, what weighs most first. Against any of it a reason and a comment are needed. */
  readonly contradictions: readonly Contradiction[];
};

export type RehearsalInput = {
  readonly inquiry: InquiryFacts;
  readonly verifications: readonly VerificationFacts[];
  readonly reports: readonly ReportFacts[];
  readonly sessions: readonly SessionFacts[];
  /** The account's other reports, where they are known. */
  readonly otherReports?: readonly ReportFacts[] | undefined;
  /** Who else used a device of it, where that is known. */
  readonly sharedDevices?: SharedDeviceFacts | undefined;
};

/** The status that each decision leads to. Source: spec, POST /inquiries/{id}/approve, /decline, /mark-for-review. */
export const statusAfter: Readonly<Record<DecisionAction, KnownInquiryStatus>> = {
  approve: "approved",
  decline: "declined",
  markForReview: "needs_review",
};

const runs = "Workflows and webhooks run.";

/** Most that is named in one sentence. */
const mostNamed = 4;

/**
 * What `action` would do, and what contradicts it. Judges the inquiry and not one attempt: of each kind the attempt that counts (Persona
 * help, "Verification checks"). What is a match is said by `reportMatch`. Optional checks that failed are for information and contradict nothing. Never throws, whatever the inquiry lacks.
 */
export function rehearse(
  action: DecisionAction,
  { inquiry, verifications, reports, sessions, otherReports = [], sharedDevices }: RehearsalInput,
): Rehearsal {
  const groups = groupVerifications(verifications);
  const missing = missingParts(inquiry, { verifications, reports, sessions });
  const evidence = [
    ...notPassed(groups),
    ...notRead(missing),
    ...reportsAgainst(reports),
    ...matchesIn(otherReports, "report of the account"),
    ...signalsOf(sessions, sharedDevices),
  ];
  const rule = statusRule(action, inquiry);
  const warning = rule.allowed ? rule.warning : undefined;
  const about = warning === undefined ? undefined : statusContradicts(action, inquiry);
  return {
    becomes: statusAfter[action],
    effects: [
      ...(warning !== undefined && about === undefined ? [warning] : []),
      runs,
      ...(action === "markForReview" ? [] : ["It can't be marked for review afterwards."]),
    ],
    contradictions: [
      ...(warning !== undefined && about !== undefined ? [{ about, sentence: warning }] : []),
      ...(action === "approve" ? evidence : []),
      // what is missing is in the evidence: that everything passed is not said without it
      ...(action === "decline" && evidence.length === 0 ? allPassed(inquiry, groups, reports) : []),
    ],
  };
}

/**
 * What certainly contradicts `action`, as far as the picture tells that somebody decided on. It tells neither the kind of a verification nor
 * its checks, and nothing of sessions: one attempt that passed may stand for all of them, and that everything passed can't be known.
 */
export function certainContradictions(action: DecisionAction, seen: InquirySeen): readonly Contradiction[] {
  const hasPassed = seen.verifications.some(({ status }) => settledWell.has(status));
  const verifications = hasPassed ? [] : seen.verifications;
  const { status, redactedAt, reports } = seen;
  // none of these has passed: it is never said that everything did
  return rehearse(action, { inquiry: { status, redactedAt }, verifications, reports, sessions: [] }).contradictions;
}

/** Whether what the capability table warns of speaks against it; who never finished, or failed, may well be declined or looked at. */
function statusContradicts(action: DecisionAction, inquiry: InquiryFacts): Contradiction["about"] | undefined {
  if (isOpen(inquiry)) return "unfinished";
  if (inquiry.status === "approved" || inquiry.status === "declined") return "decision";
  if (action !== "approve") return undefined;
  return inquiry.status === "failed" ? "failed" : "unfinished";
}

/** Verifications that did not apply contradict nothing (spec: `skipped`, e.g. AAMVA outside the participating states). */
const settledWell = new Set(["passed", "skipped"]);

function notPassed(groups: readonly VerificationGroup[]): Contradiction[] {
  return groups.flatMap(({ label, counting }) => {
    const { failedRequired, status } = counting;
    if (failedRequired.length > 0) {
      const names = listed(failedRequired.map((check) => check.label));
      const sentence = `${label}: required ${pluralOf(failedRequired.length, "check", "checks")} failed: ${names}.`;
      return [{ about: "verification" as const, sentence }];
    }
    if (settledWell.has(status.status)) return [];
    const sentence = status.status === "failed" ? `${label} failed.` : `${label} has not passed: ${status.label.toLowerCase()}.`;
    return [{ about: "verification" as const, sentence }];
  });
}

/** What belongs to it and did not come along may be what speaks against it. */
function notRead(missing: ReturnType<typeof missingParts>): Contradiction[] {
  const kinds = [
    { about: "verification", told: count(missing.verifications, "verification"), many: missing.verifications },
    { about: "report", told: count(missing.reports, "report"), many: missing.reports },
    { about: "signal", told: count(missing.sessions, "session"), many: missing.sessions },
  ] as const;
  return kinds.flatMap(({ about, told, many }) => (many === 0 ? [] : [{ about, sentence: `${told} of it could not be read.` }]));
}

function reportsAgainst(reports: readonly ReportFacts[]): Contradiction[] {
  const unfinished = reports.filter((report) => !hasStandingMatch(report) && (report.status === "pending" || report.status === "errored"));
  return [
    ...matchesIn(reports, "report"),
    ...unfinished.map(({ type, status }) => ({
      about: "report" as const,
      sentence: `${verificationKindLabel(type)} report has no result: ${describeReportStatus(status).label.toLowerCase()}.`,
    })),
  ];
}

/** Confirmed ones say so: nobody needs to look whether it is them. */
function matchesIn(reports: readonly ReportFacts[], what: string): Contradiction[] {
  return reports.filter(hasStandingMatch).map((report) => {
    const match = reportMatch(report) === "confirmed" ? "match, confirmed by review" : "list match";
    return { about: "report", sentence: `${verificationKindLabel(report.type)} ${what}: ${match}.` };
  });
}

/** What of the sessions Persona itself rates as risky, or hides where the user is, and who else used a device; a VPN alone is too common to say anything. */
function signalsOf(sessions: readonly SessionFacts[], sharedDevices: SharedDeviceFacts | undefined): Contradiction[] {
  const views = sessions.map(viewSession);
  const risky = views.filter(({ risk }) => risk?.level === "high").length;
  const hidden = views.filter(({ flags }) => flags.some(({ flag }) => flag === "tor")).length;
  return [
    ...(risky === 0 ? [] : [`${count(risky, "session")} rated high risk.`]),
    ...(hidden === 0 ? [] : [`${count(hidden, "session")} over Tor.`]),
    ...sharedDeviceSignals(sharedDevices).map(({ label }) => `${label}.`),
    ...overviewSessions(sessions).remarks,
  ].map((sentence) => ({ about: "signal", sentence }));
}

function allPassed(inquiry: InquiryFacts, groups: readonly VerificationGroup[], reports: readonly ReportFacts[]): Contradiction[] {
  const passed = groups.filter(({ counting }) => counting.status.status === "passed");
  if (passed.length === 0 || !["completed", "needs_review", "approved"].includes(inquiry.status ?? "")) return [];
  const noMatch = reports.length === 0 ? "" : " No report of it has a match.";
  return [{ about: "passed", sentence: `Everything passed: ${listed(passed.map(({ label }) => label))}.${noMatch}` }];
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return joinWords(more > 0 ? [...names.slice(0, mostNamed), `${more} more`] : names);
}
