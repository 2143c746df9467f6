import type { InquiryTemplateModel } from "@/api/models";
import { StatusBadge } from "@/components/status-badge";
import { displayValue } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { dataTableColumn } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";

const column = dataTableColumn<InquiryTemplateModel>();

/** The columns of the list of templates: what Persona tells of each without asking for its versions. */
export const templateColumns = column.columns([
  column.accessor("name", {
    header: "Template",
    meta: { least: 10 },
    cell: ({ row: { original } }) => (
      <RowLink to="/templates/$templateId" params={{ templateId: original.id }} preload={false}>
        {displayValue(original.name, "No name", 120)}
      </RowLink>
    ),
  }),
  column.accessor("status", {
    header: "Status",
    meta: { width: 7 },
    cell: ({ getValue }) => <StatusBadge of="template" status={getValue()} />,
  }),
  column.display({
    id: "version",
    header: "Live version",
    meta: { width: 10, from: "sm" },
    cell: ({ row: { original } }) => <LiveVersion of={original} />,
  }),
  column.accessor("id", {
    header: "Template ID",
    meta: { width: 10, from: "md" },
    cell: ({ getValue }) => <span className="font-mono text-xs">{middleEllipsis(getValue())}</span>,
  }),
]);

/** Which version new inquiries begin on, or that there is none: nobody can begin then. */
function LiveVersion({ of: { links } }: { of: InquiryTemplateModel }) {
  const version = links.latestPublishedVersion;
  if (version === undefined) return <span className="text-ink-faint">not told</span>;
  if (version === null) return <span className="text-ink-muted">none published</span>;
  return (
    <span className="font-mono text-xs" data-tip={version.id}>
      {middleEllipsis(version.id)}
    </span>
  );
}
