/**
 * Why an inquiry waits for review, as far as its own evidence tells. Persona records no reason for a mark; what is listed here is what a
 * reviewer would want to know first, in order of weight. Sources: Persona docs, "Reviewing inquiries" (red flags), "Report matches".
 */
import type { InquiryFacts, ReportFacts, SessionFacts, VerificationFacts } from "@/domain/facts";
import { isRedacted } from "@/domain/inquiry-status";
import { overviewSessions, viewSession } from "@/domain/session-view";
import { describeCheckCategory } from "@/domain/checks/check-category";
import type { CheckExplanation } from "@/domain/checks/check-catalogue";
import { verificationKindLabel } from "@/domain/verification-kind";
import { groupVerifications } from "@/domain/verification-view";
import { displayValue } from "@/lib/display-text";
import { readNumber, readProperty, readText } from "@/lib/read";
import { count, humanize, joinWords } from "@/lib/words";

export type WaitingInput = {
  readonly inquiry: InquiryFacts;
  readonly verifications: readonly VerificationFacts[];
  readonly reports: readonly ReportFacts[];
  readonly sessions: readonly SessionFacts[];
  /** Who marked it, where the desk knows. */
  readonly markedBy?: string | null | undefined;
};

const most = 4;

/** The reasons as sentences, the weightiest first; none for an inquiry that does not wait. */
export function waitingReasons(input: WaitingInput): string[] {
  const { inquiry, markedBy } = input;
  if (inquiry.status !== "needs_review" || isRedacted(inquiry)) return [];
  const marked = readText(markedBy);
  return [
    ...matches(input),
    ...failedChecks(input),
    ...unfinishedReports(input),
    ...signals(input),
    ...(wasStopped(inquiry) ? [stoppedSentence(inquiry)] : []),
    ...(marked === undefined ? [] : [`Marked for review by ${displayValue(marked, "", 80)}.`]),
  ];
}

/**
 * Whether the user was still in the flow when it was marked for review: they are stopped by it (spec: POST
 * /inquiries/{inquiry-id}/mark-for-review). Times that were not sent prove nothing.
 */
export function wasStopped({ status, completedAt, failedAt }: InquiryFacts): boolean {
  return status === "needs_review" && completedAt === null && failedAt === null;
}

function matches({ reports }: WaitingInput): string[] {
  const names = namesOf(reports.filter((report) => report.hasMatch === true));
  if (names.length === 0) return [];
  return [names.length === 1 ? `Match in the ${names[0]} report.` : `Matches in ${names.length} reports: ${joinWords(names)}.`];
}

/** A report that came back with nothing, or not at all yet, is why a workflow may have handed it to a person. */
function unfinishedReports({ reports }: WaitingInput): string[] {
  const errored = namesOf(reports.filter(({ status }) => status === "errored")).map((name) => `The ${name} report could not run.`);
  return [...errored, ...namesOf(reports.filter(({ status }) => status === "pending")).map((name) => `The ${name} report still runs.`)];
}

const namesOf = (reports: readonly ReportFacts[]): string[] => [
  ...new Set(reports.map(({ type }) => lowerFirst(verificationKindLabel(type)))),
];

function failedChecks({ verifications }: WaitingInput): string[] {
  const counting = groupVerifications(verifications).map(({ label, counting }) => ({ label, ...counting }));
  const fraud = [describeCheckCategory("fraud"), describeCheckCategory("biometrics")];
  const named = (pick: (attempt: (typeof counting)[number]) => readonly CheckExplanation[]) =>
    counting.flatMap((attempt) => pick(attempt).map((check) => `${check.label} (${attempt.label})`));
  const required = named(({ failedRequired }) => failedRequired);
  const optional = named(({ failedOptional }) => failedOptional.filter(({ category }) => fraud.includes(category)));
  const bare = counting.filter(({ status, failedRequired }) => isFailed(status.status) && failedRequired.length === 0);
  return [
    ...listed(required, "required check"),
    ...bare.map(({ label, status }) => `${label}: ${status.label.toLowerCase()}, and no required check says why.`),
    ...listed(optional, "optional check against fraud", "optional checks against fraud"),
  ];
}

const isFailed = (status: string): boolean => status === "failed" || status === "tentatively_failed";

function listed(names: readonly string[], singular: string, plural = `${singular}s`): string[] {
  if (names.length === 0) return [];
  const rest = names.length - most;
  const shown = rest > 0 ? [...names.slice(0, most), `${rest} more`] : names;
  return [`Failed ${names.length === 1 ? singular : plural}: ${joinWords(shown)}.`];
}

function signals({ inquiry, sessions }: WaitingInput): string[] {
  const views = sessions.map(viewSession);
  const networks = [...new Set(views.flatMap(({ flags }) => flags.map(({ label }) => label)))];
  const risky = views.filter(({ risk }) => risk?.tone === "red").length;
  return [
    ...behaviour(inquiry),
    ...(networks.length > 0 ? [`Sessions through ${joinWords(networks.map(lowerFirst))}.`] : []),
    ...(risky > 0 && networks.length === 0 ? [`${count(risky, "session")} over a network that Persona rates a high risk.`] : []),
    ...overviewSessions(sessions).remarks,
  ];
}

/** Persona's own rating; what a score means without one is nobody's to say (Persona docs, "Behavioral signals"). */
function behaviour(inquiry: InquiryFacts): string[] {
  const behaviors = readProperty(inquiry, "behaviors");
  const value = (kebab: string) =>
    readProperty(behaviors, kebab) ??
    readProperty(
      behaviors,
      kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    );
  const level = readText(value("behavior-threat-level"));
  if (level === undefined || level === "low") return [];
  const score = readNumber(value("bot-score"));
  return [`Behaviour rated ${displayValue(level, "", 20)} risk${score === undefined ? "" : `, bot score ${score}`}.`];
}

function stoppedSentence(inquiry: InquiryFacts): string {
  const step = readText(inquiry.previousStepName)?.replace(/^verification_/, "");
  const where = step === undefined ? "" : `; the last step on record is “${humanize(step)}”`;
  return `The user was stopped in the middle of the flow, before they finished${where}.`;
}

/** "Watchlist" → "watchlist", but "VPN" and "PEP" as they are. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) && text !== "Tor" ? text.charAt(0).toLowerCase() + text.slice(1) : text;
