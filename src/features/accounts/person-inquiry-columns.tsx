import type { InquiryModel } from "@/api/models";
import { InquiryStatusBadge, RedactedBadge } from "@/components/inquiry-status-badge";
import { isRedacted } from "@/domain/inquiry-status";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { type DataTableColumns, dataTableColumn } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";
import { Time } from "@/ui/time";

const column = dataTableColumn<InquiryModel>();

/** @param templateName the name of an inquiry's template, or its id */
export function personInquiryColumns(templateName: (inquiry: InquiryModel) => string): DataTableColumns<InquiryModel> {
  return column.columns([
    column.accessor("id", {
      header: "Inquiry",
      meta: { width: 9.5 },
      cell: ({ row: { original } }) => (
        <RowLink
          to="/inquiries/$inquiryId"
          params={{ inquiryId: original.id }}
          preload={false}
          className="font-mono text-xs"
          data-tip={original.id}
        >
          {middleEllipsis(original.id)}
        </RowLink>
      ),
    }),
    column.accessor("status", {
      header: "Status",
      meta: { width: 12.5 },
      cell: ({ row: { original } }) => (
        <span className="flex gap-1">
          <InquiryStatusBadge status={original.status} />
          {isRedacted(original) && <RedactedBadge />}
        </span>
      ),
    }),
    column.display({
      id: "template",
      header: "Template",
      cell: ({ row: { original } }) => <bdi data-tip={templateName(original)}>{templateName(original)}</bdi>,
    }),
    column.accessor("createdAt", { header: "Created", meta: { width: 7.5 }, cell: ({ getValue }) => <Time value={getValue()} /> }),
    column.accessor("updatedAt", { header: "Updated", meta: { width: 7.5 }, cell: ({ getValue }) => <Time value={getValue()} /> }),
  ]);
}
