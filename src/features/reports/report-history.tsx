import { useQuery } from "@tanstack/react-query";
import { reportHistoryQuery } from "@/api/reports/queries";
import { FailurePanel } from "@/components/failure-panel";
import { historyLine } from "@/domain/reports/report-history";
import { SkeletonLines } from "@/ui/skeleton";
import { Time } from "@/ui/time";

/** What happened to a report, newest first. Asked for when it is opened. */
export function ReportHistory({ reportId }: { reportId: string }) {
  const { data, error, refetch } = useQuery(reportHistoryQuery(reportId));
  if (error && !data) return <FailurePanel error={error} headingLevel={3} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonLines count={2} />;
  if (data.entries.length === 0) return <p className="text-xs text-ink-muted">Persona tells nothing of it.</p>;
  return (
    <>
      <ol aria-label="History" className="text-xs">
        {data.entries.map((entry, index) => {
          const { sentence, at } = historyLine(entry);
          return (
            <li key={entry.id ?? index} className="flex flex-wrap gap-x-2 py-0.5">
              <bdi className="wrap-anywhere">{sentence}</bdi>
              {at !== null && (
                <span className="text-ink-muted">
                  <Time value={at} show="absolute" />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {data.hasMore && <p className="text-xs text-ink-muted">The newest {data.entries.length}; Persona has more.</p>}
    </>
  );
}
