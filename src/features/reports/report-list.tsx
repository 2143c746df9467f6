import CheckIcon from "lucide-react/icons/check";
import TriangleAlertIcon from "lucide-react/icons/triangle-alert";
import { StatusBadge } from "@/components/status-badge";
import { UntrustedText } from "@/components/untrusted-text";
import { Veiled } from "@/components/veiled";
import type { ReportFacts } from "@/domain/facts";
import { isRedacted } from "@/domain/inquiry-status";
import { isCleared } from "@/domain/reports/report-findings";
import { type ReportView, viewReport } from "@/domain/reports/report-view";
import { readText } from "@/lib/read";
import { count } from "@/lib/words";
import { Badge } from "@/ui/badge";
import { EmptyState } from "@/ui/empty-state";
import { IdChip } from "@/ui/id-chip";
import { Section } from "@/ui/section";
import { Time } from "@/ui/time";
import { ReportActions } from "./report-actions";

const reportsStart = "Reports start when the inquiry completes, if its template has any.";

type ReportListProps = {
  reports: readonly ReportFacts[];
  /** Without what was searched for and found, which is personal. */
  isVeiled?: boolean;
  /** How many more there are that did not come along. */
  missing?: number;
};

/** Every report: what it was asked, whether it found something, and what it tells. Matches themselves stand above the checks. */
export function ReportList({ reports, isVeiled = false, missing = 0 }: ReportListProps) {
  if (reports.length === 0 && missing > 0) {
    return <EmptyState title={`${count(missing, "report")} not read`}>They did not come with Persona's answer.</EmptyState>;
  }
  if (reports.length === 0) return <EmptyState title="No reports">{reportsStart}</EmptyState>;
  return (
    <ul className="divide-y divide-line text-sm">
      {reports.map((report, index) => (
        <ReportItem key={report.id ?? index} report={report} isVeiled={isVeiled} />
      ))}
    </ul>
  );
}

function ReportItem({ report, isVeiled }: { report: ReportFacts; isVeiled: boolean }) {
  const view = viewReport(report);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0 last:pb-0">
      <span className="min-w-44 print:flex print:min-w-0 print:gap-x-2">
        <span className="block font-medium">
          <bdi>{view.label}</bdi>
        </span>
        {report.id && <IdChip id={report.id} className="-ms-1" />}
      </span>
      {/* one that says whether it matched is ready, which stands beside its time */}
      {view.hasMatch === null && <StatusBadge of="report" status={report.status} />}
      <MatchBadge view={view} />
      <span className="text-xs text-ink-muted">
        {report.completedAt ? "Ready" : "Started"} <Time value={report.completedAt ?? report.createdAt} show="absolute" />
      </span>
      {report.isRecurring === true && <span className="text-xs text-ink-muted">Runs again by itself</span>}
      {isRedacted(report) && <span className="text-xs text-ink-muted">Its findings were erased</span>}
      <ReportActions report={report} />
      {!isVeiled && <ReportFactList title="Searched for" panel="Reports" facts={view.searchedFor} />}
      {!isVeiled && <ReportFactList title="Told" panel="Reports" facts={view.facts} />}
      {!isVeiled && view.dismissed.length > 0 && (
        <ul aria-label="Dismissed before" className="w-full text-xs text-ink-muted">
          {view.dismissed.map(({ title, by, at, reason }, index) => (
            <li key={index} className="wrap-anywhere">
              Dismissed: <bdi className="text-ink">{title}</bdi>
              {by !== "" && <bdi> by {by}</bdi>}
              {readText(at) !== undefined && (
                <>
                  {" "}
                  on <Time value={readText(at)} show="absolute" />
                </>
              )}
              {reason !== "" && <bdi>: {reason}</bdi>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function ReportFactList({ title, panel, facts }: { title: string; panel: string; facts: ReportView["facts"] }) {
  if (facts.length === 0) return null;
  return (
    <div className="flex w-full flex-wrap gap-x-4 print:gap-x-2 gap-y-0.5 text-xs text-ink-muted">
      <span className="font-medium">{title}</span>
      <dl aria-label={title} className="contents">
        {facts.map(({ label, text, pii }, index) => (
          <div key={index} className="flex min-w-0 items-baseline gap-1">
            <dt>{label}:</dt>
            <dd className="min-w-0 text-ink wrap-anywhere">
              {pii === "identification number" ? (
                <Veiled what={label.toLowerCase()} panel={panel}>
                  <UntrustedText value={text} limit={160} />
                </Veiled>
              ) : (
                <UntrustedText value={text} limit={300} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function MatchBadge({ view: { hasMatch, match, findings } }: { view: ReportView }) {
  const standing = findings.filter((finding) => !isCleared(finding)).length;
  if (hasMatch === true) {
    return (
      <Badge tone="violet" icon={TriangleAlertIcon}>
        {match === "confirmed" ? "Confirmed match" : standing > 1 ? count(standing, "match", "matches") : "Match"}
      </Badge>
    );
  }
  return hasMatch === false ? (
    <Badge tone="neutral" icon={CheckIcon}>
      {match === "cleared" ? "Match cleared" : "No match"}
    </Badge>
  ) : null;
}

/** The same on paper, where the parts below the evidence are not all open. */
export function PrintedReports({ reports }: { reports: readonly ReportFacts[] }) {
  if (reports.length === 0) return null;
  return (
    <Section title="Reports" aside={count(reports.length, "report")} className="hidden print:block">
      <ReportList reports={reports} />
    </Section>
  );
}
