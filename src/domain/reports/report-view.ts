/** A report as a reviewer reads it: what was searched for, what was found, what was dismissed before, and what else it tells. */
import { fieldLabel, piiKindOf, type PiiKind } from "@/domain/field-keys";
import { fieldViewText, viewFieldValue } from "@/domain/field-value";
import type { ReportFacts } from "@/domain/facts";
import { findingsLeftOut, reportFindings, type Finding } from "@/domain/reports/report-findings";
import { hasStandingMatch, reportMatch, type ReportMatch } from "@/domain/reports/report-match";
import { kindOf, verificationKindLabel } from "@/domain/verification-kind";
import { displayValue } from "@/lib/display-text";
import { readEntries, readList, readProperty, readText } from "@/lib/read";

type ReportFact = { readonly label: string; readonly text: string; readonly pii: PiiKind | null };

/** A match that somebody set aside before; Persona keeps it out of `hasMatch`. */
type DismissedMatch = { readonly title: string; readonly by: string; readonly at: unknown; readonly reason: string };

export type ReportView = {
  readonly label: string;
  /** Null when it has not run, failed, or does not say. What was cleared is no match. */
  readonly hasMatch: boolean | null;
  readonly match: ReportMatch | null;
  readonly findings: readonly Finding[];
  /** How many more there are than are read. */
  readonly leftOut: number;
  readonly searchedFor: readonly ReportFact[];
  readonly dismissed: readonly DismissedMatch[];
  /** What its kind tells besides: scores, resolved addresses, records. */
  readonly facts: readonly ReportFact[];
};

/** What every report has, what is read elsewhere, and what the inquiry itself tells better. */
const toldElsewhere = new Set(
  [
    "id type links status createdAt completedAt redactedAt reportTemplateVersionName hasMatch isContinuous isRecurring tags",
    "matchedLists sanctionList warningList fitnessProbityList relatedSources matchedRecords ignoreList ignoreListMedia ignoreListEntity query",
  ].flatMap((names) => names.split(" ")),
);

/** What these kinds were asked to find stands among their own attributes (spec: `report-watchlist`, `report-adverse-media`). */
const asked = ["term", "nameFirst", "nameMiddle", "nameLast", "birthdate", "birthdateYear", "countryCode"];
const kindsAskedByAttribute = new Set(["watchlist", "adverse-media", "business-adverse-media", "screening"]);

/** Never throws, whatever the report holds. */
export function viewReport(report: ReportFacts): ReportView {
  const byAttribute = kindsAskedByAttribute.has(kindOf(report.type));
  const query = byAttribute ? asked.map((name) => [name, readProperty(report, name)] as const) : readEntries(readProperty(report, "query"));
  const findings = reportFindings(report);
  return {
    label: reportLabel(report.type),
    hasMatch: hasStandingMatch(report),
    match: reportMatch(report),
    findings,
    leftOut: findingsLeftOut(report),
    searchedFor: factsOf(withoutParts(query)),
    dismissed: ["ignoreList", "ignoreListEntity"].flatMap((name) => readList(readProperty(report, name)).slice(0, 50).map(dismissedMatch)),
    facts: factsOf(
      readEntries(report).filter(
        ([name, value]) =>
          !toldElsewhere.has(name) &&
          !(byAttribute && asked.includes(name)) &&
          !(name === "result" && (Array.isArray(value) || findings.length > 0)),
      ),
    ),
  };
}

/** A name that was searched for as a whole is not told in parts again. */
function withoutParts(query: readonly (readonly [string, unknown])[]): (readonly [string, unknown])[] {
  const isWhole = query.some(([name, value]) => name === "term" && readText(value) !== undefined);
  return query.filter(([name]) => !isWhole || !/^name(First|Middle|Last)$/.test(name));
}

const labels = new Map([
  ["politically-exposed-person", "Politically exposed person"],
  ["phone-number", "Phone risk"],
  ["integration/sentilink-scores", "SentiLink scores"],
  ["profile-non-authoritative", "Profile (non-authoritative)"],
  ["screening", "Screening"],
]);

/** "Watchlist" for `report/watchlist`; kinds nobody has documented are put into words. */
export function reportLabel(type: unknown): string {
  return labels.get(kindOf(type)) ?? verificationKindLabel(type).replace(/^Verification$/, "Report");
}

function factsOf(entries: readonly (readonly [string, unknown])[]): ReportFact[] {
  return entries.slice(0, 100).flatMap(([name, value]) => {
    const text = fieldViewText(viewFieldValue(value));
    return text === "" ? [] : [{ label: fieldLabel(name), text, pii: piiKindOf(name) }];
  });
}

/** Source: spec, `report-watchlist` `ignore-list`. */
function dismissedMatch(entry: unknown): DismissedMatch {
  const match = readProperty(entry, "match");
  return {
    title: displayValue(readProperty(match, "name") ?? readProperty(entry, "name"), "A match", 120),
    by: displayValue(readProperty(entry, "user"), "", 80),
    at: readProperty(entry, "ignoredAt"),
    reason: displayValue(readProperty(entry, "ignoreReason"), "", 200),
  };
}
