import type { InquiryModel } from "@/api/models";
import { inquiryColumn, inquiryStatusColumn, inquiryTimeColumn } from "@/components/inquiry-columns";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import type { DataTableColumns } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";

/** @param templateName the name of an inquiry's template, or its id */
export function personInquiryColumns(templateName: (inquiry: InquiryModel) => string): DataTableColumns<InquiryModel> {
  return inquiryColumn.columns([
    inquiryColumn.accessor("id", {
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
    inquiryStatusColumn(),
    inquiryColumn.display({
      id: "template",
      header: "Template",
      cell: ({ row: { original } }) => <bdi data-tip={templateName(original)}>{templateName(original)}</bdi>,
    }),
    inquiryTimeColumn("createdAt", "Created"),
    inquiryTimeColumn("updatedAt", "Updated"),
  ]);
}
