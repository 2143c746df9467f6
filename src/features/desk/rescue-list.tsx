import { useQuery } from "@tanstack/react-query";
import type { InquiryModel } from "@/api/models";
import { FailurePanel } from "@/components/failure-panel";
import { displayValue } from "@/lib/display-text";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { DataTable } from "@/ui/data-table";
import { dataTableColumn } from "@/ui/data-table-columns";
import { RowLink } from "@/ui/data-table-row-link";
import { EmptyState } from "@/ui/empty-state";
import { ClockIcon } from "@/ui/icons";
import { useNow } from "@/ui/now";
import { Section } from "@/ui/section";
import { Time } from "@/ui/time";
import { pendingQuery } from "./desk-queries";
import { expiringSoonest, sampleSentence } from "./samples";

const mostShown = 10;
const column = dataTableColumn<InquiryModel>();

const columns = column.columns([
  column.accessor("referenceId", {
    header: "Reference ID",
    cell: ({ row: { original } }) => (
      <RowLink to="/inquiries/$inquiryId" params={{ inquiryId: original.id }} preload={false}>
        <bdi>{displayValue(original.referenceId, "No reference ID")}</bdi>
      </RowLink>
    ),
  }),
  column.accessor("expiresAt", { header: "Expires", meta: { width: 8 }, cell: ({ getValue }) => <Time value={getValue()} /> }),
  column.accessor("startedAt", { header: "Started", meta: { width: 8 }, cell: ({ getValue }) => <Time value={getValue()} /> }),
  column.accessor("id", {
    header: "Inquiry ID",
    meta: { width: 11 },
    cell: ({ getValue }) => (
      <span className="font-mono text-xs text-ink-muted" data-tip={getValue()}>
        {middleEllipsis(getValue())}
      </span>
    ),
  }),
]);

/** Pending inquiries whose time runs out next: who would lose access if nobody did anything. */
export function RescueList() {
  const now = useNow();
  const pending = useQuery({ ...pendingQuery(), retryOnMount: false });
  const rows = pending.data && expiringSoonest(pending.data.inquiries, now);
  return (
    <Section
      title="Expiring soon"
      description={pending.data ? `Pending inquiries, soonest first. ${sampleSentence(pending.data)}` : "Pending inquiries, soonest first."}
      flush={!pending.isError}
    >
      {pending.isError ? (
        <FailurePanel error={pending.error} headingLevel={3} onRetry={() => void pending.refetch()} />
      ) : (
        <DataTable
          label="Expiring soon"
          columns={columns}
          rows={rows?.slice(0, mostShown)}
          rowId={({ id }) => id}
          skeletonRows={5}
          empty={
            <EmptyState title="Nobody is about to lose access" icon={ClockIcon}>
              No pending inquiry that was looked at has a time to run out.
            </EmptyState>
          }
        />
      )}
    </Section>
  );
}
