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
import { RowClaim } from "@/components/claim-marks";

export function inquiryColumns(templates: TemplateNames, isNarrow: boolean): DataTableColumns<InquiryModel> {
  return inquiryColumn.columns([
    inquiryReferenceColumn,
    inquiryStatusColumn(RowClaim, isNarrow),
    inquiryColumn.accessor((inquiry) => templateTip(templateIdOf(inquiry), templates), {
      id: "template",
      header: "Template",
      meta: { from: "sm", isTip: true },
      cell: ({ row: { original } }) => <TemplateName id={templateIdOf(original)} names={templates} />,
    }),
    inquiryTimeColumn("createdAt", "Created", "sm"),
    inquiryTimeColumn("updatedAt", "Updated", "lg"),
    inquiryTimeColumn("expiresAt", "Expires", "md"),
    inquiryIdColumn,
  ]);
}

const templateIdOf = ({ links }: InquiryModel) => links.inquiryTemplate?.id ?? links.template?.id;

/** Its name and its id, a line each. */
function templateTip(id: string | undefined, names: TemplateNames): string {
  return [names.get(id ?? ""), id].filter((part) => part !== undefined).join("\n");
}

function TemplateName({ id, names }: { id: string | undefined; names: TemplateNames }) {
  if (id === undefined) return "–";
  const name = templateName(names, id);
  return names.has(id) ? name : <span className="font-mono text-xs text-ink-muted">{name}</span>;
}
