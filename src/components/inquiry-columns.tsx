import type { ComponentType } from "react";
import type { ListedInquiry } from "@/api/inquiry-index/index-row";
import { InquiryStatusBadge, RedactedBadge } from "@/components/inquiry-status-badge";
import { isRedacted } from "@/domain/inquiry-status";
import { displayValue } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { dataTableColumn, type DataTableColumnMeta } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";
import { Time } from "@/ui/time";

// The columns that tables of inquiries share. Cells are as light as they can be: fifty rows of them are made at once.

export const inquiryColumn = dataTableColumn<ListedInquiry>();

/** Whose inquiry it is, and the link to it. */
export const inquiryReferenceColumn = inquiryColumn.accessor("referenceId", {
  header: "Reference ID",
  cell: ({ row: { original } }) => (
    <RowLink to="/inquiries/$inquiryId" params={{ inquiryId: original.id }} preload={false}>
      {displayValue(original.referenceId, "No reference ID")}
    </RowLink>
  ),
});

/**
 * @param Mark what stands behind the status of an inquiry
 * @param isNarrow the columns that tell when it was created may have no room
 */
export const inquiryStatusColumn = (Mark: ComponentType<{ inquiryId: string }>, isNarrow: boolean) =>
  inquiryColumn.accessor("status", {
    header: "Status",
    meta: { width: 12.5, sort: "status" },
    cell: ({ row: { original } }) => (
      <>
        <InquiryStatusBadge status={original.status} />
        {isRedacted(original) && <RedactedBadge className="ms-1" />}
        <Mark inquiryId={original.id} />
        {isNarrow && <Time value={original.createdAt} before="created" className="table-narrow text-xs text-ink-muted" />}
      </>
    ),
  });

export const inquiryIdColumn = inquiryColumn.accessor("id", {
  header: "Inquiry ID",
  meta: { width: 9, from: "lg", look: "font-mono text-xs text-ink-muted", isTip: true },
  cell: ({ getValue }) => middleEllipsis(getValue()),
});

/** What a list that can be sorted is sorted by first: the latest of what has happened, the next of what will. */
const sorts = {
  createdAt: "-created-at",
  updatedAt: "-updated-at",
  decisionedAt: "-decisioned-at",
  expiresAt: "expires-at",
  completedAt: "-completed-at",
  markedForReviewAt: "-marked-for-review-at",
} as const;

export const inquiryTimeColumn = (attribute: keyof typeof sorts, header: string, from?: DataTableColumnMeta["from"]) =>
  inquiryColumn.accessor(attribute, {
    header,
    meta: { width: 7.5, from, sort: sorts[attribute] },
    cell: ({ getValue }) => <Time value={getValue()} />,
  });
