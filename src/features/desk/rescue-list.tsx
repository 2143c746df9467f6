import { useQuery } from "@tanstack/react-query";
import ClockIcon from "lucide-react/icons/clock";
import { FailurePanel } from "@/components/failure-panel";
import { inquiryColumn, inquiryReferenceColumn, inquiryTimeColumn } from "@/components/inquiry-columns";
import { statusSince } from "@/domain/verdict";
import { DataTable } from "@/ui/data-table";
import { EmptyState } from "@/ui/empty-state";
import { useNow } from "@/ui/now";
import { Section } from "@/ui/section";
import { openQuery } from "./desk-queries";
import { expiringSoonest, sampleSentence, whereStopped } from "./samples";
import { Time } from "@/ui/time";
import { displayValue } from "@/lib/display-text";
import { TextLink } from "@/ui/text-link";

const mostShown = 10;
const columns = inquiryColumn.columns([
  inquiryReferenceColumn,
  inquiryColumn.display({
    id: "stopped",
    header: "Stopped at",
    meta: { from: "sm" },
    cell: ({ row: { original } }) => {
      const where = whereStopped(original);
      return <bdi data-tip={where}>{where}</bdi>;
    },
  }),
  inquiryTimeColumn("expiresAt", "Expires", "sm"),
  inquiryColumn.display({
    id: "since",
    header: "Since",
    meta: { width: 8, from: "md" },
    cell: ({ row: { original } }) => <Time value={statusSince(original)} />,
  }),
  inquiryColumn.display({
    id: "access",
    header: "Action",
    meta: { width: 8.5 },
    cell: ({ row: { original } }) => (
      <>
        <TextLink to="/inquiries/$inquiryId" params={{ inquiryId: original.id }} preload={false}>
          Restore access<span className="sr-only"> of {displayValue(original.referenceId, original.id)}</span>
        </TextLink>
        <span className="table-narrow text-xs text-ink-muted">
          expires <Time value={original.expiresAt} mayCome />
        </span>
      </>
    ),
  }),
]);

/** Open inquiries whose time runs out next: who would lose access if nobody did anything. @param isToldAbove why there are none to show */
export function RescueList({ isToldAbove }: { isToldAbove: boolean }) {
  const now = useNow();
  const open = useQuery(openQuery());
  const rows = open.data && expiringSoonest(open.data.inquiries, now);
  return (
    <Section
      title="Expiring soon"
      description={open.data ? `Open inquiries, soonest first. ${sampleSentence(open.data)}` : "Open inquiries, soonest first."}
      flush={!open.isError}
    >
      {open.isError && isToldAbove ? (
        <p className="text-sm text-ink-muted">Not known.</p>
      ) : open.isError ? (
        <FailurePanel error={open.error} headingLevel={3} onRetry={() => void open.refetch()} />
      ) : (
        <DataTable
          label="Expiring soon"
          columns={columns}
          rows={rows?.slice(0, mostShown)}
          rowId={({ id }) => id}
          skeletonRows={5}
          empty={
            <EmptyState title="Nobody is about to lose access" icon={ClockIcon}>
              No open inquiry that was looked at has a time to run out.
            </EmptyState>
          }
        />
      )}
    </Section>
  );
}
