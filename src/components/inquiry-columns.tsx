import type { ReactNode } from "react";
import type { InquiryModel } from "@/api/models";
import { InquiryStatusBadge, RedactedBadge } from "@/components/inquiry-status-badge";
import { isRedacted } from "@/domain/inquiry-status";
import { displayValue } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { dataTableColumn } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";
import { Time } from "@/ui/time";

// The columns that tables of inquiries share. Cells are as light as they can be: fifty rows of them are made at once.

export const inquiryColumn = dataTableColumn<InquiryModel>();

/** Whose inquiry it is, and the link to it. */
export const inquiryReferenceColumn = inquiryColumn.accessor("referenceId", {
  header: "Reference ID",
  cell: ({ row: { original } }) => (
    <RowLink to="/inquiries/$inquiryId" params={{ inquiryId: original.id }} preload={false}>
      <bdi>{displayValue(original.referenceId, "No reference ID")}</bdi>
    </RowLink>
  ),
});

/** @param mark what stands behind the status of an inquiry */
export const inquiryStatusColumn = (mark?: (inquiryId: string) => ReactNode) =>
  inquiryColumn.accessor("status", {
    header: "Status",
    meta: { width: 12.5 },
    cell: ({ row: { original } }) => (
      <>
        <span className="flex gap-1">
          <InquiryStatusBadge status={original.status} />
          {isRedacted(original) && <RedactedBadge />}
          {mark?.(original.id)}
        </span>
        <span className="table-narrow text-xs text-ink-muted">
          created <Time value={original.createdAt} />
        </span>
      </>
    ),
  });

export const inquiryIdColumn = inquiryColumn.accessor("id", {
  header: "Inquiry ID",
  meta: { width: 10.5, from: "lg" },
  cell: ({ getValue }) => (
    <span className="font-mono text-xs text-ink-muted" data-tip={getValue()}>
      {middleEllipsis(getValue())}
    </span>
  ),
});

export const inquiryTimeColumn = (attribute: "createdAt" | "updatedAt" | "expiresAt", header: string, from?: "sm" | "md" | "lg") =>
  inquiryColumn.accessor(attribute, { header, meta: { width: 8, from }, cell: ({ getValue }) => <Time value={getValue()} /> });
