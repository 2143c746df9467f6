import DownloadIcon from "lucide-react/icons/download";
import { Button } from "@/ui/button";
import { late } from "@/ui/late";
import { Popover } from "@/ui/popover";
import { SkeletonLines } from "@/ui/skeleton";
import type { InquirySearch } from "./inquiry-search";

const InquiryExport = late(async () => (await import("./inquiry-export")).InquiryExport);

/** What can be done with the whole list. */
export function ListTools({ search }: { search: InquirySearch }) {
  return (
    <Popover
      label="Export"
      align="end"
      className="w-80"
      trigger={(popoverTarget) => (
        <Button size="small" icon={<DownloadIcon className="size-3.5" />} popoverTarget={popoverTarget} className="w-28">
          Export CSV
        </Button>
      )}
    >
      <InquiryExport
        search={search}
        fallback={<SkeletonLines count={4} />}
        instead={<p className="p-2">The export can't be shown now.</p>}
      />
    </Popover>
  );
}
