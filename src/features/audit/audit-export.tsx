import { useMutation } from "@tanstack/react-query";
import DownloadIcon from "lucide-react/icons/download";
import { exportAuditEntriesMutation, mostExportedEntries } from "@/api/audit-entries/writes";
import type { AuditFilters } from "@/api/audit-entries/queries";
import { FailurePanel } from "@/components/failure-panel";
import { dayKey } from "@/lib/time";
import { Button } from "@/ui/button";
import { download } from "@/ui/download";
import { currentTime } from "@/ui/now";
import { Popover } from "@/ui/popover";
import { exportWords } from "./export-words";

/** What the filters show as a file. Says beforehand how much that is at most, and that it is recorded. */
export function AuditExport({ filters, isFiltered }: { filters: AuditFilters; isFiltered: boolean }) {
  const { mutate, isPending, data, error } = useMutation({
    ...exportAuditEntriesMutation(),
    onSuccess: ({ file }) => download(file, `audit-${dayKey(currentTime())}.csv`),
  });
  return (
    <Popover
      label="Export"
      align="end"
      className="w-80"
      trigger={(popoverTarget) => (
        <Button size="small" icon={<DownloadIcon />} popoverTarget={popoverTarget}>
          Export CSV
        </Button>
      )}
    >
      <div className="flex flex-col gap-3 p-2">
        <p className="text-ink-muted">
          {isFiltered ? "The entries your filters show" : "All entries you can see, without openings"}, the newest{" "}
          {mostExportedEntries.toLocaleString("en")} of them at most. The export itself is recorded here.
        </p>
        <Button variant="primary" busy={isPending} icon={<DownloadIcon />} onClick={() => mutate(filters)}>
          {isPending ? "Exporting…" : "Download"}
        </Button>
        <p role="status" className={data ? "text-xs" : "sr-only"}>
          {data && exportWords(data)}
        </p>
        {error && <FailurePanel error={error} headingLevel={3} />}
      </div>
    </Popover>
  );
}
