/**
 * Why an inquiry waits for review, as far as its own evidence tells. Persona records no reason for a mark; what is listed here is what a
 * reviewer would want to know first, in order of weight. Sources: Persona docs, "Reviewing inquiries" (red flags), "Report matches".
 */
import type { InquiryFacts, ReportFacts, SessionFacts, VerificationFacts } from "@/domain/facts";
import { isRedacted, unfinishedAt } from "@/domain/inquiry-status";
import { matchSentences, reportNames } from "@/domain/reports/report-match";
import { inquirySignals } from "@/domain/signals/inquiry-signals";
import { describeCheckCategory } from "@/domain/checks/check-category";
import type { CheckExplanation } from "@/domain/checks/check-catalogue";
import { groupVerifications } from "@/domain/verification-view";
import { displayValue } from "@/lib/display-text";
import { readText } from "@/lib/read";
import { humanize } from "@/lib/humanize";
import { joinWords, pluralOf } from "@/lib/words";

export type WaitingInput = {
  readonly inquiry: InquiryFacts;
  readonly verifications: readonly VerificationFacts[];
  readonly reports: readonly ReportFacts[];
  readonly sessions: readonly SessionFacts[];
  /** The account's other reports, where they are known. */
  readonly otherReports?: readonly ReportFacts[] | undefined;
  /** Who marked it, where the desk knows. */
  readonly markedBy?: string | null | undefined;
};

export type WaitingReason = {
  /** The kind of reason in a sentence; figures and details stand where it leads to. */
  readonly sentence: string;
  /** The part of the workbench that tells more; absent where nothing does. */
  readonly at?: "matches" | "verifications" | "reports" | "signals";
};

const most = 4;

/** What was approved or may be let in without anybody having looked. */
const matchesAlone: readonly string[] = ["approved", "completed", "failed"];

/** The reasons, the weightiest first; of one that is approved or not decided the matches alone, and none of any other that does not wait. */
export function waitingReasons(input: WaitingInput): WaitingReason[] {
  const { inquiry, markedBy } = input;
  if (isRedacted(inquiry)) return [];
  const marked = readText(markedBy);
  const at = (place: NonNullable<WaitingReason["at"]>, sentences: readonly string[]) =>
    sentences.map((sentence) => ({ sentence, at: place }));
  const matches = [
    ...at("matches", matchSentences(input.reports, "own")),
    ...at("reports", matchSentences(input.otherReports ?? [], "account")),
  ];
  // reports run on after an approval, and nothing marks a finished inquiry for review by itself
  if (matchesAlone.includes(inquiry.status ?? "")) return matches;
  if (inquiry.status !== "needs_review") return [];
  return [
    ...matches,
    ...at("verifications", failedChecks(input)),
    ...at("reports", unfinishedReports(input)),
    ...at("signals", signals(input)),
    ...unfinishedSentence(inquiry).map((sentence) => ({ sentence })),
    ...(marked === undefined ? [] : [{ sentence: `Marked for review by ${displayValue(marked, "", 80)}.` }]),
  ];
}

/** A report that came back with nothing, or not at all yet, is why a workflow may have handed it to a person. */
function unfinishedReports({ reports }: WaitingInput): string[] {
  const errored = reportNames(reports.filter(({ status }) => status === "errored")).map((name) => `The ${name} report could not run.`);
  return [...errored, ...reportNames(reports.filter(({ status }) => status === "pending")).map((name) => `The ${name} report still runs.`)];
}

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
  return [`Failed ${pluralOf(names.length, singular, plural)}: ${joinWords(shown)}.`];
}

/** What weighs on its own; the rest is for the strip of signals, which has every one with its figures. */
function signals(input: WaitingInput): string[] {
  const serious = inquirySignals(input).filter(({ tone }) => tone !== "amber");
  const of = (kind: "session" | "behavior") => serious.some(({ fact }) => fact.of === kind);
  const kinds = [...(of("session") ? ["sessions"] : []), ...(of("behavior") ? ["behavior"] : [])];
  return kinds.length === 0 ? [] : [`Unusual ${joinWords(kinds)}.`];
}

function unfinishedSentence(inquiry: InquiryFacts): string[] {
  const step = readText(inquiry.previousStepName)?.replace(/^verification_/, "");
  const where = step === undefined ? "" : `; the last step on record is “${humanize(step)}”`;
  switch (unfinishedAt(inquiry)) {
    case "midway":
      return [`The user was stopped in the middle of the flow, before they finished${where}.`];
    case "start":
      return ["The user was stopped before they had started."];
    case "expiry":
      return [`It had expired before the user finished; it was marked for review afterwards${where}.`];
    case undefined:
      return [];
  }
}
