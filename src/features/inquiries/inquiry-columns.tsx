import type { InquiryModel } from "@/api/models";
import { InquiryStatusBadge, RedactedBadge } from "@/components/inquiry-status-badge";
import { isRedacted } from "@/domain/inquiry-status";
import { displayValue } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { type DataTableColumns, dataTableColumn } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";
import { Time } from "@/ui/time";
import { type TemplateNames, templateName } from "./filter-words";

const column = dataTableColumn<InquiryModel>();

/** The columns of the list. Cells are as light as they can be: fifty rows of them are made at once. */
export function inquiryColumns(templates: TemplateNames): DataTableColumns<InquiryModel> {
  return column.columns([
    column.accessor("referenceId", {
      header: "Reference ID",
      cell: ({ row: { original } }) => (
        <RowLink to="/inquiries/$inquiryId" params={{ inquiryId: original.id }} preload={false}>
          <bdi>{displayValue(original.referenceId, "No reference ID")}</bdi>
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
      meta: { width: 14 },
      cell: ({ row: { original } }) => (
        <TemplateName id={original.links.inquiryTemplate?.id ?? original.links.template?.id} names={templates} />
      ),
    }),
    column.accessor("createdAt", { header: "Created", meta: { width: 8 }, cell: ({ getValue }) => <Time value={getValue()} /> }),
    column.accessor("updatedAt", { header: "Updated", meta: { width: 8 }, cell: ({ getValue }) => <Time value={getValue()} /> }),
    column.accessor("expiresAt", { header: "Expires", meta: { width: 7.5 }, cell: ({ getValue }) => <Time value={getValue()} /> }),
    column.accessor("id", {
      header: "Inquiry ID",
      meta: { width: 10 },
      cell: ({ getValue }) => (
        <span className="font-mono text-xs text-ink-muted" data-tip={getValue()}>
          {middleEllipsis(getValue())}
        </span>
      ),
    }),
  ]);
}

function TemplateName({ id, names }: { id: string | undefined; names: TemplateNames }) {
  if (id === undefined) return "–";
  const name = names.get(id);
  return (
    <span
      className={name === undefined ? "font-mono text-xs text-ink-muted" : undefined}
      data-tip={name === undefined ? id : `${name}\n${id}`}
    >
      {templateName(names, id)}
    </span>
  );
}
