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
import { displayLine } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { type InquiryColumnId, usualColumns } from "./column-choice";
import { type TemplateNames, templateName } from "./filter-words";
import { RowClaim } from "@/components/claim-marks";

/**
 * @param chosen the columns of one's own choice, which stay wherever there is room for more than the first two: the table scrolls sideways then.
 * The usual ones without it, which go before it has to
 * @param asked columns that the address asks for, which are there as well
 */
export function inquiryColumns(
  templates: TemplateNames,
  isNarrow: boolean,
  chosen: readonly InquiryColumnId[] | undefined,
  asked: readonly InquiryColumnId[],
): DataTableColumns<ListedInquiry> {
  const columns: Readonly<Record<InquiryColumnId, DataTableColumns<ListedInquiry>[number]>> = {
    ...plainColumns,
    status: inquiryStatusColumn(RowClaim, isNarrow),
    template: inquiryColumn.accessor((inquiry) => templateTip(templateIdOf(inquiry), templates), {
      id: "template",
      header: "Template",
      meta: { from: "sm", isTip: true },
      cell: ({ row: { original } }) => <TemplateName id={templateIdOf(original)} names={templates} />,
    }),
  };
  const shown = withAsked(chosen ?? usualColumns, asked);
  return [
    inquiryReferenceColumn,
    ...shown.map((id, place) => {
      const column = columns[id];
      if (chosen === undefined && !asked.includes(id)) return column;
      // a phone has room for two
      return { ...column, meta: { ...column.meta, from: place === 0 ? undefined : ("sm" as const) } };
    }),
  ];
}

/** What the address asks for stands behind the status, before the other columns, unless it has its place. */
function withAsked(shown: readonly InquiryColumnId[], asked: readonly InquiryColumnId[]): InquiryColumnId[] {
  const missing = asked.filter((id) => !shown.includes(id));
  const place = shown.indexOf("createdAt") + 1 || shown.indexOf("status") + 1;
  return [...shown.slice(0, place), ...missing, ...shown.slice(place)];
}

const plainColumns = {
  createdAt: inquiryTimeColumn("createdAt", "Created", "sm"),
  decisionedAt: inquiryTimeColumn("decisionedAt", "Decided", "sm"),
  statusSince: inquiryColumn.accessor("statusSince", {
    header: "In status since",
    meta: { width: 7.5, from: "xl", sort: "status-since" },
    cell: ({ getValue }) => <Time value={getValue()} />,
  }),
  updatedAt: inquiryTimeColumn("updatedAt", "Updated", "sm"),
  expiresAt: inquiryTimeColumn("expiresAt", "Expires", "md"),
  id: inquiryIdColumn,
  markedForReviewAt: inquiryTimeColumn("markedForReviewAt", "Marked for review"),
  completedAt: inquiryTimeColumn("completedAt", "Completed"),
  tags: inquiryColumn.accessor(({ tags }) => tags.map((tag) => displayLine(tag ?? "", 60)).join(", "), {
    id: "tags",
    header: "Tags",
    meta: { isTip: true },
    cell: ({ getValue }) => getValue() || "–",
  }),
  sessionCount: inquiryColumn.accessor("sessionCount", {
    header: "Sessions",
    meta: { width: 5.5, look: "tabular-nums" },
    cell: ({ getValue }) => getValue() ?? "–",
  }),
  accountId: inquiryColumn.accessor(({ links }) => links.account?.id, {
    id: "accountId",
    header: "Account ID",
    meta: { width: 9, look: "font-mono text-xs text-ink-muted", isTip: true },
    cell: ({ getValue }) => middleEllipsis(getValue() ?? "–"),
  }),
};

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
