import type { InquiryModel } from "@/api/models";
import {
  inquiryColumn,
  inquiryIdColumn,
  inquiryReferenceColumn,
  inquiryStatusColumn,
  inquiryTimeColumn,
} from "@/components/inquiry-columns";
import type { DataTableColumns } from "@/ui/data-table-columns";
import { type TemplateNames, templateName } from "./filter-words";
import type { Mark } from "./claim-marks";

/** The columns of the list. @param mark what stands behind the status of an inquiry */
export function inquiryColumns(templates: TemplateNames, mark: Mark | undefined): DataTableColumns<InquiryModel> {
  return inquiryColumn.columns([
    inquiryReferenceColumn,
    inquiryStatusColumn(mark),
    inquiryColumn.display({
      id: "template",
      header: "Template",
      meta: { from: "sm" },
      cell: ({ row: { original } }) => (
        <TemplateName id={original.links.inquiryTemplate?.id ?? original.links.template?.id} names={templates} />
      ),
    }),
    inquiryTimeColumn("createdAt", "Created", "sm"),
    inquiryTimeColumn("updatedAt", "Updated", "lg"),
    inquiryTimeColumn("expiresAt", "Expires", "md"),
    inquiryIdColumn,
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
