import type { ListedInquiry } from "@/api/inquiry-index/index-row";
import {
  inquiryColumn,
  inquiryIdColumn,
  inquiryReferenceColumn,
  inquiryStatusColumn,
  inquiryTimeColumn,
} from "@/components/inquiry-columns";
import type { DataTableColumns } from "@/ui/data-table-columns";
import { Time } from "@/ui/time";
import { type TemplateNames, templateName } from "./filter-words";
import { RowClaim } from "@/components/claim-marks";

/** @param search a column that the address asks for is there, whether or not it is otherwise */
export function inquiryColumns(templates: TemplateNames, isNarrow: boolean, asked: AskedColumns): DataTableColumns<ListedInquiry> {
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
    ...(asked.decided ? [inquiryTimeColumn("decisionedAt", "Decided", "sm")] : []),
    sinceColumn,
    ...(asked.updated ? [inquiryTimeColumn("updatedAt", "Updated", "sm")] : []),
    inquiryTimeColumn("expiresAt", "Expires", "md"),
    inquiryIdColumn,
  ]);
}

/** Columns that are there when the address sorts or filters by what they show. */
export type AskedColumns = Readonly<Record<"decided" | "updated", boolean>>;

const sinceColumn = inquiryColumn.accessor("statusSince", {
  header: "In status since",
  meta: { width: 7.5, from: "lg", sort: "status-since" },
  cell: ({ getValue }) => <Time value={getValue()} />,
});

const templateIdOf = ({ links }: ListedInquiry) => links.inquiryTemplate?.id ?? links.template?.id;

/** Its name and its id, a line each. */
function templateTip(id: string | undefined, names: TemplateNames): string {
  return [names.get(id ?? ""), id].filter((part) => part !== undefined).join("\n");
}

function TemplateName({ id, names }: { id: string | undefined; names: TemplateNames }) {
  if (id === undefined) return "–";
  const name = templateName(names, id);
  return names.has(id) ? name : <span className="font-mono text-xs text-ink-muted">{name}</span>;
}
