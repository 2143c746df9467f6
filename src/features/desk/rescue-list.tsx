import { useQuery } from "@tanstack/react-query";
import { FailurePanel } from "@/components/failure-panel";
import { inquiryColumn, inquiryIdColumn, inquiryReferenceColumn, inquiryTimeColumn } from "@/components/inquiry-columns";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { ClockIcon } from "@/ui/icons";
import { useNow } from "@/ui/now";
import { Section } from "@/ui/section";
import { pendingQuery } from "./desk-queries";
import { expiringSoonest, sampleSentence } from "./samples";
import { displayValue } from "@/lib/display-text";
import { TextLink } from "@/ui/text-link";

const mostShown = 10;
const columns = inquiryColumn.columns([
  { ...inquiryReferenceColumn, meta: { width: 14 } },
  inquiryTimeColumn("expiresAt", "Expires"),
  inquiryTimeColumn("startedAt", "Started"),
  inquiryIdColumn,
  inquiryColumn.display({
    id: "access",
    header: "Action",
    cell: ({ row: { original } }) => (
      <TextLink to="/inquiries/$inquiryId" params={{ inquiryId: original.id }} preload={false}>
        Restore access<span className="sr-only"> of {displayValue(original.referenceId, original.id)}</span>
      </TextLink>
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
