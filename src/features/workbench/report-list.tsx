import { StatusBadge } from "@/components/status-badge";
import type { ReportFacts } from "@/domain/facts";
import { verificationKindLabel } from "@/domain/verification-kind";
import { Badge } from "@/ui/badge";
import { EmptyState } from "@/ui/empty-state";
import { CheckIcon, TriangleAlertIcon } from "@/ui/icons";
import { IdChip } from "@/ui/id-chip";
import { Time } from "@/ui/time";

/** Reports and whether they found something; a ready report says nothing about that by its status. */
export function ReportList({ reports }: { reports: readonly ReportFacts[] }) {
  if (reports.length === 0)
    return <EmptyState title="No reports">Reports start when the inquiry completes, if its template has any.</EmptyState>;
  return (
    <ul className="divide-y divide-line text-sm">
      {reports.map((report, index) => (
        <li key={report.id ?? index} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <span className="min-w-48">
            <span className="block font-medium">
              <bdi>{verificationKindLabel(report.type)}</bdi>
            </span>
            {report.id && <IdChip id={report.id} className="-ms-1" />}
          </span>
          <StatusBadge of="report" status={report.status} />
          {report.status === "ready" && <MatchBadge hasMatch={report.hasMatch} />}
          <span className="text-xs text-ink-muted">
            Started <Time value={report.createdAt} show="absolute" />
          </span>
          {report.completedAt && (
            <span className="text-xs text-ink-muted">
              Ready <Time value={report.completedAt} show="absolute" />
            </span>
          )}
          {report.isRecurring === true && <span className="text-xs text-ink-muted">Runs again by itself</span>}
        </li>
      ))}
    </ul>
  );
}

function MatchBadge({ hasMatch }: { hasMatch: boolean | null | undefined }) {
  if (hasMatch === true) {
    return (
      <Badge tone="violet" icon={TriangleAlertIcon}>
        Match
      </Badge>
    );
  }
  return hasMatch === false ? (
    <Badge tone="neutral" icon={CheckIcon}>
      No match
    </Badge>
  ) : null;
}
