import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { inquiryDecisionsQuery } from "@/api/decisions/queries";
import { inquiryEventsQuery } from "@/api/events/queries";
import { personInquiriesQuery } from "@/api/inquiry-lists/queries";
import { type InquiryDetail, inquiryQuery } from "@/api/inquiries/queries";
import type { InquiryModel, ReportModel } from "@/api/models";
import { accountReportsQuery } from "@/api/reports/queries";
import { spareCalls } from "@/api/spare-calls";
import { useSharedDevices } from "@/components/use-shared-devices";
import { mayBeLockedOut } from "@/domain/inquiry-status";
import { otherReports as othersOf } from "@/domain/reports/report-match";
import { AccessNext, AccessWhy } from "@/features/access/access-verdict";
import { usePrint } from "@/features/reports/use-print";
import { SignalStrip } from "@/features/signals/signal-strip";
import { WorkbenchHeader } from "@/features/workbench/workbench-header";
import { Notice } from "@/ui/notice";
import { byServerClock } from "@/ui/now";

/** Who it is about, the verdict with what weighs on it, and what is unusual. */
export function InquiryHead({ detail }: { detail: InquiryDetail }) {
  const { inquiry, sessions, verifications } = detail;
  const inquiryId = inquiry.id;
  const { dataUpdatedAt, isFetching, isRefetchError, refetch } = useQuery(inquiryQuery(inquiryId));
  // asked for by the story; here only to ask again
  const { refetch: readEvents } = useQuery({ ...inquiryEventsQuery(inquiryId), enabled: false });
  const siblings = useSiblings(inquiry);
  const markedBy = useMarkedBy(inquiryId);
  const { otherReports, areUnread } = useOtherReports(detail);
  const shared = useSharedDevices(inquiryId, sessions);
  const { print, isPreparing } = usePrint(inquiry.links.account?.id);
  return (
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
        fetchedAt={byServerClock(dataUpdatedAt)}
        isFetching={isFetching}
        onRefresh={() => void Promise.all([refetch(), readEvents()])}
        onPrint={print}
        isPreparingPrint={isPreparing}
      />
      <SignalStrip inquiryId={inquiryId} inquiry={inquiry} sessions={sessions} verifications={verifications} sharedDevices={shared.data} />
      {isRefetchError && (
        <Notice kind="warning" role="status">
          It could not be loaded again, so this may be old.
        </Notice>
      )}
    </>
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
