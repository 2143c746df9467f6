import ColumnsIcon from "lucide-react/icons/columns-3";
import DownloadIcon from "lucide-react/icons/download";
import { Button } from "@/ui/button";
import { late } from "@/ui/late";
import { Popover } from "@/ui/popover";
import { SkeletonLines } from "@/ui/skeleton";
import type { InquirySearch } from "./inquiry-search";

const InquiryExport = late(async () => (await import("./inquiry-export")).InquiryExport);
const ColumnMenu = late(async () => (await import("./column-menu")).ColumnMenu);

/** What can be done with the whole list; where there is no room for words, the signs alone. */
export function ListTools({ search }: { search: InquirySearch }) {
  return (
    <>
      <Popover
        label="Columns"
        align="end"
        className="w-72"
        trigger={(popoverTarget) => (
          <Button size="small" icon={<ColumnsIcon className="size-3.5" />} popoverTarget={popoverTarget} className="w-24 max-lg:w-9">
            <span className="max-lg:sr-only">Columns</span>
          </Button>
        )}
      >
        <ColumnMenu
          search={search}
          fallback={<SkeletonLines count={8} />}
          instead={<p className="p-2">The columns can't be chosen now.</p>}
        />
      </Popover>
      <Popover
        label="Export"
        align="end"
        className="w-80"
        trigger={(popoverTarget) => (
          <Button size="small" icon={<DownloadIcon className="size-3.5" />} popoverTarget={popoverTarget} className="w-28 max-lg:w-9">
            <span className="max-lg:sr-only">Export CSV</span>
          </Button>
        )}
      >
        <InquiryExport
          search={search}
          fallback={<SkeletonLines count={4} />}
          instead={<p className="p-2">The export can't be shown now.</p>}
        />
      </Popover>
    </>
  );
}
