import { useQuery } from "@tanstack/react-query";
import { type InquiryDetail, inquiryQuery } from "@/api/inquiries/queries";
import { useSharedDevices } from "@/components/use-shared-devices";
import { missingParts } from "@/domain/missing-parts";
import { SessionPanel } from "@/features/inquiry-sessions/session-panel";
import { NotePanel } from "@/features/notes/note-panel";
import { OtherReports } from "@/features/reports/account-reports";
import { ReportList } from "@/features/reports/report-list";
import { EventList } from "@/features/story/event-list";
import { useInquiryEvents } from "@/features/story/use-inquiry-events";
import { Tags } from "@/features/tags/tags";
import { FactsPanel } from "@/features/workbench/facts-panel";
import { WorkbenchPanels } from "@/features/workbench/workbench-panels";
import type { WorkbenchPanel } from "@/components/workbench-search";
import { Afterwards } from "@/ui/afterwards";
import { late } from "@/ui/late";
import { byServerClock } from "@/ui/now";
import { SkeletonLines } from "@/ui/skeleton";
import { useOpenPanel } from "./-use-open-panel";

const RawPanel = late(async () => (await import("@/features/raw/raw-panel")).RawPanel);

type PanelProps = {
  detail: InquiryDetail;
  events: ReturnType<typeof useInquiryEvents>;
};

/** What the company added to it, and what the evidence was made of: one panel at a time. */
export function InquiryPanels({ detail }: { detail: InquiryDetail }) {
  const { panel, isPanelOpen } = useOpenPanel();
  const { inquiry, sessions, reports } = detail;
  const events = useInquiryEvents(inquiry.id, { isNeeded: panel === "events" || panel === "json" });
  const Panel = panels[panel ?? "sessions"];
  return (
    <Afterwards isWanted={isPanelOpen}>
      <div className="mb-4 grid items-start gap-4 lg:grid-cols-2">
        <NotePanel inquiry={inquiry} />
        <Tags of={inquiry} />
      </div>
      <WorkbenchPanels
        inquiryId={inquiry.id}
        open={panel}
        counts={{ sessions: sessions.length, reports: reports.length, events: events.data?.events.length }}
      >
        <Panel detail={detail} events={events} />
      </WorkbenchPanels>
    </Afterwards>
  );
}

const panels: Record<WorkbenchPanel, (props: PanelProps) => React.ReactNode> = {
  sessions: Sessions,
  facts: FactsPanel,
  reports: Reports,
  events: ({ events }) => <EventList events={events.data?.events} error={events.error} onRetry={() => void events.refetch()} />,
  json: Answers,
};

function Sessions({ detail: { inquiry, sessions, ...detail } }: PanelProps) {
  const shared = useSharedDevices(inquiry.id, sessions);
  return (
    <SessionPanel
      sessions={sessions}
      missing={missingParts(inquiry, { ...detail, sessions }).sessions}
      shared={shared.data ?? (shared.isError ? "failed" : undefined)}
      onRetry={() => void shared.refetch()}
    />
  );
}

function Reports({ detail }: PanelProps) {
  const { inquiry, verifications, reports } = detail;
  const accountId = inquiry.links.account?.id;
  return (
    <>
      <ReportList reports={reports} missing={missingParts(inquiry, detail).reports} />
      {accountId !== undefined && <OtherReports accountId={accountId} shown={reports} subject={inquiry} verifications={verifications} />}
    </>
  );
}

/** What was answered, as it came. */
function Answers({ detail, events }: PanelProps) {
  const { dataUpdatedAt } = useQuery(inquiryQuery(detail.inquiry.id));
  return (
    <RawPanel
      fallback={<SkeletonLines count={10} />}
      instead={<p>The data can't be shown now.</p>}
      answers={[
        {
          title: "The inquiry and all that belongs to it",
          call: detail.call,
          answer: detail.raw,
          fetchedAt: byServerClock(dataUpdatedAt),
        },
        {
          title: "Its events",
          call: events.data?.call,
          answer: events.data?.raw,
          fetchedAt: byServerClock(events.dataUpdatedAt),
          error: events.error,
          onRetry: () => void events.refetch(),
        },
      ]}
    />
  );
}
