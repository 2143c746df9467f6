import { useMutation, useQuery } from "@tanstack/react-query";
import DownloadIcon from "lucide-react/icons/download";
import { useRef, useState } from "react";
import { inquiryCountsQuery } from "@/api/inquiry-index/queries";
import { type ExportProgress, exportInquiriesMutation, type InquiryFile } from "@/api/inquiry-index/writes";
import { deskSessionQuery } from "@/api/sessions/queries";
import { FailurePanel } from "@/components/failure-panel";
import { inquiryExportCapability } from "@/domain/desk-capability";
import { dayKey } from "@/lib/time";
import { count } from "@/lib/words";
import { Button } from "@/ui/button";
import { download } from "@/ui/download";
import { currentTime } from "@/ui/now";
import { inquiryFilters, inquiryListParams, type InquirySearch, isFiltered } from "./inquiry-search";

/** All that fits as a file: how much that is, how far it is, what went wrong, and why there is none. */
export function InquiryExport({ search }: { search: InquirySearch }) {
  const counts = useQuery(inquiryCountsQuery(inquiryFilters(search)));
  const session = useQuery(deskSessionQuery());
  const total = counts.isPlaceholderData ? undefined : counts.data?.total;
  const { start, cancel, progress, wasCancelled, isPending, data, error } = useInquiryExport(search);
  const whyNot = whyNoExport(session.data, counts.data?.index.whole, total);
  return (
    <div className="flex flex-col gap-3 p-2">
      <p className="text-ink-muted">
        {isFiltered(search) ? "The inquiries your filters show" : "All inquiries"}
        {total !== undefined && `, ${total.toLocaleString("en")} in all`}, in the order of the list: IDs, status, times, template, tags and
        counts. A reference ID that looks like a name, an e-mail address or a phone number is left out. The export is recorded in the audit
        log.
      </p>
      {whyNot !== undefined && <p role="status">{whyNot}</p>}
      {isPending ? (
        <>
          <ExportProgressLine progress={progress} />
          <Button onClick={cancel}>Cancel</Button>
        </>
      ) : (
        <Button variant="primary" icon={<DownloadIcon />} unavailable={whyNot} onClick={start}>
          Download
        </Button>
      )}
      <p role="status" className={data || wasCancelled ? "text-xs" : "sr-only"}>
        {wasCancelled ? "Cancelled. No file was kept." : data && exportedWords(data)}
      </p>
      {error && <FailurePanel error={error} headingLevel={3} onRetry={start} />}
    </div>
  );
}

function ExportProgressLine({ progress }: { progress: ExportProgress | undefined }) {
  const words = progress
    ? `${progress.rows.toLocaleString("en")} of ${count(progress.of, "inquiry", "inquiries")}`
    : "The first lines are on their way";
  return (
    <div className="flex items-center gap-3">
      <progress className="h-1.5 w-32" max={progress?.of} value={progress?.rows} aria-label={words} />
      <span className="text-xs text-ink-muted tabular-nums">{words}</span>
    </div>
  );
}

/** One export at a time. It goes on while the panel is closed, and while one of the inquiries is open. */
function useInquiryExport(search: InquirySearch) {
  const [progress, setProgress] = useState<ExportProgress>();
  const [wasCancelled, setCancelled] = useState(false);
  const running = useRef<AbortController>(undefined);
  const { mutate, reset, isPending, data, error } = useMutation({
    ...exportInquiriesMutation(),
    onSuccess: ({ file }, { signal }) => {
      if (!signal.aborted) download(file, `inquiries-${dayKey(currentTime())}.csv`);
    },
  });
  const start = () => {
    const { signal } = (running.current = new AbortController());
    setProgress(undefined);
    setCancelled(false);
    const { sort } = inquiryListParams(search);
    mutate({ filters: inquiryFilters(search), sort, signal, onProgress: (next) => !signal.aborted && setProgress(next) });
  };
  const cancel = () => {
    running.current?.abort();
    reset();
    setCancelled(true);
  };
  return { start, cancel, progress, wasCancelled, isPending, data, error };
}

function whyNoExport(
  viewer: Parameters<typeof inquiryExportCapability>[0] | undefined,
  isWhole: boolean | undefined,
  total: number | undefined,
): string | undefined {
  const capability = viewer && inquiryExportCapability(viewer);
  if (capability?.allowed === false) return [capability.reason, capability.wayOut?.sentence].join(" ");
  if (isWhole === false) return "The desk is still reading all inquiries into its index. A file would lack some until it has.";
  return total === 0 ? "No inquiry fits, so there is nothing to export." : undefined;
}

function exportedWords({ rows, total }: Pick<InquiryFile, "rows" | "total">): string {
  const held = count(rows, "inquiry", "inquiries");
  return rows >= total
    ? `Downloaded ${held}.`
    : `Downloaded the first ${held} of ${total.toLocaleString("en")}. Filter by days for the others.`;
}
