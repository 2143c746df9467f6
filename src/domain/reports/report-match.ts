/**
 * Whether a report matched, and what became of it: the one rule that the verdict, the rehearsal, the screens and the server go by.
 * Sources: Persona help, "Reports" (a match is `has-match`, never the status; with every match dismissed there is none); changelog of
 * 2026, `matched-records[].review-status` of a screening.
 */
import type { ReportFacts } from "@/domain/facts";
import { reportFindings } from "@/domain/reports/report-findings";
import { verificationKindLabel } from "@/domain/verification-kind";
import { readList, readProperty, readText } from "@/lib/read";
import { joinWords } from "@/lib/words";

/**
 * - `open`: nobody has said whether it is this person;
 * - `confirmed`: somebody has found that a record is about this person;
 * - `cleared`: somebody has found that every record is about somebody else;
 * - `none`: it found nothing that is not dismissed.
 */
export type ReportMatch = "open" | "confirmed" | "cleared" | "none";

/** Null where the report has no result, or does not say. A match that an earlier run found stays one when the next could not run. */
export function reportMatch(report: ReportFacts): ReportMatch | null {
  const isReady = report.status === "ready";
  const reviews = readList(readProperty(report, "matchedRecords")).map((record) => readText(readProperty(record, "reviewStatus")));
  // beside cleared records there may be what nobody can clear, such as a list
  const others = { ...report, matchedRecords: [] };
  const isAllOfIt = reportFindings(others).length === 0;
  const isCleared = isAllOfIt && reviews.length > 0 && reviews.every((status) => status === "false_positive");
  if (report.hasMatch === false) return isReady ? (isCleared ? "cleared" : "none") : null;
  if (report.hasMatch !== true && !(isReady && reportFindings(report).length > 0)) return null;
  if (isCleared) return "cleared";
  return reviews.includes("true_positive") ? "confirmed" : "open";
}

/** Whether it matched, as a decision rests on it: what was cleared is no match any more. Null where that is not told. */
export function hasStandingMatch(report: ReportFacts): boolean | null {
  const match = reportMatch(report);
  return match === null ? null : match === "open" || match === "confirmed";
}

type Whose = "own" | "account";

/**
 * What the reports matched, a sentence for what was confirmed and one for what is open; empty where nothing stands.
 * @param of whose they are: of what is looked at, or others of the account of an inquiry
 */
export function matchSentences(reports: readonly ReportFacts[], of: Whose): string[] {
  const named = (match: ReportMatch) => reportNames(reports.filter((report) => reportMatch(report) === match));
  return [
    ...sentenceOf("Confirmed match", "Confirmed matches", named("confirmed"), of),
    ...sentenceOf("Match", "Matches", named("open"), of),
  ];
}

/** Who acts next where somebody was approved and a report has a match, in place of "Nobody needs to act.". */
export const lookAtTheMatch = "A reviewer acts next: look at the match.";

/** The colour of such a verdict: that of what waits for a reviewer, for green would say that all is well. */
export const matchTone = "violet";

function sentenceOf(one: string, several: string, names: readonly string[], of: Whose): string[] {
  if (names.length === 0) return [];
  if (of === "account") {
    const [what, which] = names.length === 1 ? [one, "another report"] : [several, `${names.length} other reports`];
    return [`${what} in ${which} of the account: ${joinWords(names)}.`];
  }
  return [names.length === 1 ? `${one} in the ${names[0]} report.` : `${several} in ${names.length} reports: ${joinWords(names)}.`];
}

/** What the reports are called within a sentence, each once. */
export const reportNames = (reports: readonly ReportFacts[]): string[] => [
  ...new Set(reports.map(({ type }) => lowerFirst(verificationKindLabel(type)))),
];

/** "Watchlist" → "watchlist", but "PEP" as it is. */
const lowerFirst = (text: string): string => (/^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** The reports of an account that are not among `shown`, those of the inquiry that is looked at. */
export function otherReports<R extends ReportFacts>(all: readonly R[], shown: readonly ReportFacts[]): R[] {
  const ids = new Set(shown.map(({ id }) => id));
  return all.filter(({ id }) => !ids.has(id));
}
