import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createFileRoute } from "@tanstack/react-router";
import { useState } from "react";
import type { InquiryModel, ReportModel } from "@/api/models";
import { listedInquiry } from "@/api/inquiries/list-status";
import { mayBeLockedOut } from "@/domain/inquiry-status";
import { missingParts } from "@/domain/missing-parts";
import { otherReports as othersOf } from "@/domain/reports/report-match";
import { inquiryDecisionsQuery } from "@/api/decisions/queries";
import { deskSessionQuery } from "@/api/sessions/queries";
import { type InquiryDetail, inquiryQuery, personInquiriesQuery } from "@/api/inquiries/queries";
import { inquiryLogQuery } from "@/api/audit-entries/queries";
import { inquiryEventsQuery } from "@/api/events/queries";
import { accountReportsQuery } from "@/api/reports/queries";
import { settingsQuery } from "@/api/settings/queries";
import { spareCalls } from "@/api/spare-calls";
import { claimSentence } from "@/components/claim-mark";
import { Page } from "@/components/page";
import { RevealRecord } from "@/components/reveal";
import { useSharedDevices } from "@/components/use-shared-devices";
import { AccessNext, AccessWhy } from "@/features/access/access-verdict";
import { RestoreAccess } from "@/features/access/restore-access";
import { ClaimBar } from "@/features/claims/claim-bar";
import { type InquiryClaim, useClaim } from "@/features/claims/use-claim";
import { DecisionRail } from "@/features/decision/decision-rail";
import { EvidencePanel } from "@/features/evidence/evidence-panel";
import { FieldPanel } from "@/features/fields/field-panel";
import { NotePanel } from "@/features/notes/note-panel";
import { SessionPanel } from "@/features/inquiry-sessions/session-panel";
import { OtherReports, PrintedOtherReports } from "@/features/reports/account-reports";
import { MatchPanel } from "@/features/reports/match-panel";
import { PrintedReports, ReportList } from "@/features/reports/report-list";
import { usePrint } from "@/features/reports/use-print";
import { SignalStrip } from "@/features/signals/signal-strip";
import { EventList } from "@/features/story/event-list";
import { StoryPanel, StorySkeleton } from "@/features/story/story-panel";
import { useInquiryEvents } from "@/features/story/use-inquiry-events";
import { Tags } from "@/features/tags/tags";
import { VerificationList } from "@/features/verifications/verification-list";
import { FactsPanel } from "@/features/workbench/facts-panel";
import { WorkbenchFailure } from "@/features/workbench/workbench-failure";
import { WorkbenchHeader } from "@/features/workbench/workbench-header";
import { WorkbenchLayout } from "@/features/workbench/workbench-layout";
import { WorkbenchPanels } from "@/features/workbench/workbench-panels";
import { readWorkbenchSearch } from "@/features/workbench/workbench-search";
import { WorkbenchSkeleton } from "@/features/workbench/workbench-skeleton";
import { Afterwards } from "@/ui/afterwards";
import { late } from "@/ui/late";
import { byServerClock } from "@/ui/now";
import { Notice } from "@/ui/notice";
import { SkeletonLines } from "@/ui/skeleton";

const RawPanel = late(async () => (await import("@/features/raw/raw-panel")).RawPanel);

export const Route = createFileRoute("/inquiries/$inquiryId")({
  // The skeleton and the loader come with what they stand for: a list at rest has all of it before anybody opens a row, and where the page is
  // opened by its address the first script has asked for the inquiry.
  codeSplitGroupings: [["loader", "component", "pendingComponent"]],
  validateSearch: readWorkbenchSearch,
  loader: ({ context: { queryClient }, params: { inquiryId } }) => {
    // All at once: nothing here needs another's answer first.
    void queryClient.prefetchQuery(inquiryQuery(inquiryId));
    if (spareCalls.shortFor() === 0) void queryClient.prefetchQuery(inquiryEventsQuery(inquiryId));
    void queryClient.prefetchQuery(deskSessionQuery());
    void queryClient.prefetchQuery(inquiryDecisionsQuery(inquiryId));
    void queryClient.prefetchQuery(settingsQuery());
    void queryClient.prefetchQuery(inquiryLogQuery(inquiryId));
  },
  pendingComponent: WorkbenchSkeleton,
  component: WorkbenchRoute,
});

function WorkbenchRoute() {
  const { inquiryId } = Route.useParams();
  return <Opening key={inquiryId} inquiryId={inquiryId} />;
}

function Opening({ inquiryId }: { inquiryId: string }) {
  const queryClient = useQueryClient();
  const inquiry = useQuery(inquiryQuery(inquiryId));
  const [listed] = useState(() => listedInquiry(queryClient, inquiryId));
  const claim = useClaim({ id: inquiryId, inquiry: inquiry.data?.inquiry ?? listed, isOpening: inquiry.isPending });
  // Not by suspense: from one inquiry to the next the former must not stay on screen under the new address.
  if (inquiry.data) return <Workbench inquiryId={inquiryId} detail={inquiry.data} claim={claim} />;
  return inquiry.error ? (
    <WorkbenchFailure inquiryId={inquiryId} error={inquiry.error} onRetry={() => void inquiry.refetch()} />
  ) : (
    <WorkbenchSkeleton />
  );
}

function Workbench({ inquiryId, detail, claim }: { inquiryId: string; detail: InquiryDetail; claim: InquiryClaim }) {
  const { panel } = Route.useSearch();
  // whoever comes for a panel gets it, and what stands above it, at once: nothing may push it down
  const isPanelOpen = panel !== undefined;
  const { dataUpdatedAt, isFetching, isRefetchError, refetch } = useQuery(inquiryQuery(inquiryId));
  const fetchedAt = byServerClock(dataUpdatedAt);
  const events = useInquiryEvents(inquiryId, { isNeeded: panel === "events" || panel === "json" });
  const refresh = () => void Promise.all([refetch(), events.refetch()]);
  const theirs = claim.claim?.mine === false ? claim.claim : undefined;
  const siblings = useSiblings(detail.inquiry);
  const markedBy = useMarkedBy(inquiryId);
  const { otherReports, areUnread } = useOtherReports(detail);
  const shared = useSharedDevices(inquiryId, detail.sessions);
  const { inquiry, verifications, documents, selfies, sessions, reports } = detail;
  const missing = missingParts(inquiry, detail);
  const accountId = inquiry.links.account?.id;
  const { print, isPreparing } = usePrint(accountId);
  const panels = {
    sessions: (
      <SessionPanel
        sessions={sessions}
        missing={missing.sessions}
        shared={shared.data ?? (shared.isError ? "failed" : undefined)}
        onRetry={() => void shared.refetch()}
      />
    ),
    facts: <FactsPanel detail={detail} />,
    reports: (
      <>
        <ReportList reports={reports} missing={missing.reports} />
        {accountId !== undefined && <OtherReports accountId={accountId} shown={reports} subject={inquiry} verifications={verifications} />}
      </>
    ),
    events: <EventList events={events.data?.events} error={events.error} onRetry={() => void events.refetch()} />,
    json: (
      <RawPanel
        fallback={<SkeletonLines count={10} />}
        instead={<p>The data can't be shown now.</p>}
        answers={[
          { title: "The inquiry and all that belongs to it", call: detail.call, answer: detail.raw, fetchedAt },
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
    ),
  };
  return (
    <RevealRecord subject={{ type: "inquiry", id: inquiryId }}>
      <Page>
        <WorkbenchLayout
          header={
            <>
              <WorkbenchHeader
                detail={detail}
                siblings={siblings}
                otherReports={otherReports}
                areOthersUnread={areUnread}
                markedBy={markedBy}
                next={(words) => (
                  <AccessNext inquiryId={inquiryId} inquiry={inquiry}>
                    {words}
                  </AccessNext>
                )}
                why={<AccessWhy inquiryId={inquiryId} inquiry={inquiry} />}
                fetchedAt={fetchedAt}
                isFetching={isFetching}
                onRefresh={refresh}
                onPrint={print}
                isPreparingPrint={isPreparing}
              />
              <SignalStrip
                inquiryId={inquiryId}
                inquiry={inquiry}
                sessions={sessions}
                verifications={verifications}
                sharedDevices={shared.data}
              />
              {isRefetchError && (
                <Notice kind="warning" role="status">
                  It could not be loaded again, so this may be old.
                </Notice>
              )}
            </>
          }
          evidence={
            <>
              <EvidencePanel
                inquiry={inquiry}
                verifications={verifications}
                documents={documents}
                selfies={selfies}
                isCut={missing.verifications + missing.documents + missing.selfies > 0}
                onReload={() => refetch()}
              />
              <MatchPanel subject={inquiry} verifications={verifications} reports={reports} />
              <VerificationList inquiry={inquiry} verifications={verifications} />
              <Afterwards isWanted={isPanelOpen}>
                <FieldPanel inquiry={inquiry} verifications={verifications} />
              </Afterwards>
              {panel !== "reports" && <PrintedReports reports={reports} />}
              {panel !== "reports" && accountId !== undefined && (
                <PrintedOtherReports accountId={accountId} shown={reports} subject={inquiry} verifications={verifications} />
              )}
            </>
          }
          story={
            <Afterwards until={<StorySkeleton />} isWanted={isPanelOpen}>
              <StoryPanel
                facts={{ inquiry, verifications, documents, selfies, sessions, reports }}
                events={events.data ? events.data.events : events.isError || events.areLeft ? null : undefined}
                areEventsLeft={events.areLeft}
                hasMoreEvents={events.data?.hasMore ?? false}
                onRead={() => void events.refetch()}
                isReading={events.isFetching}
                reviewer={detail.reviewer}
              />
            </Afterwards>
          }
          below={
            <Afterwards isWanted={isPanelOpen}>
              <div className="mb-4 grid items-start gap-4 lg:grid-cols-2">
                <NotePanel inquiry={inquiry} />
                <Tags of={inquiry} />
              </div>
              <WorkbenchPanels
                inquiryId={inquiryId}
                open={panel}
                counts={{ sessions: sessions.length, reports: reports.length, events: events.data?.events.length }}
              >
                {panels[panel ?? "sessions"]}
              </WorkbenchPanels>
            </Afterwards>
          }
          rail={
            <>
              <ClaimBar claim={claim} isExpected={inquiry.status === "needs_review"} />
              <DecisionRail
                inquiryId={inquiryId}
                otherReports={otherReports}
                sharedDevices={shared.data}
                onBegin={claim.begin}
                caution={theirs && `${claimSentence(theirs)} Ask before you decide, or take it over.`}
              />
              <RestoreAccess inquiryId={inquiryId} judged={inquiry} />
            </>
          }
        />
      </Page>
    </RevealRecord>
  );
}

/**
 * The account's reports that are not the inquiry's: of somebody who was approved when it was opened, since reports run on and what they find
 * later is somebody's to look at; else once somebody looked at them, since a review costs no call for them.
 */
function useOtherReports({ inquiry, reports }: InquiryDetail): { otherReports: readonly ReportModel[] | undefined; areUnread: boolean } {
  const accountId = inquiry.links.account?.id;
  const [wasApproved] = useState(inquiry.status === "approved");
  const enabled = accountId !== undefined && wasApproved && spareCalls.shortFor() === 0;
  const { data, isError } = useQuery({ ...accountReportsQuery(accountId ?? ""), enabled });
  return { otherReports: data && othersOf(data.reports, reports), areUnread: isError };
}

/** Who marked it for review, where that was done from this desk; Persona's own inquiry does not tell. */
function useMarkedBy(inquiryId: string): string | undefined {
  const { data } = useQuery(inquiryDecisionsQuery(inquiryId));
  return data?.find(({ action, state }) => action === "markForReview" && state === "confirmed")?.by.name;
}

/**
 * The person's other inquiries, where the user may be elsewhere, or be sent there; undefined until they are here. A review costs no call for
 * them: the person's own page tells.
 */
function useSiblings(inquiry: InquiryModel): readonly InquiryModel[] | undefined {
  const accountId = inquiry.links.account?.id;
  const enabled = accountId !== undefined && mayBeLockedOut(inquiry);
  const { data } = useQuery({ ...personInquiriesQuery(accountId ?? ""), enabled });
  return data?.inquiries.filter((other) => other.id !== inquiry.id);
}
