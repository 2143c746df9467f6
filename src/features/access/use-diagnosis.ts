import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { inquiriesQuery, type InquiryListParams, personInquiriesQuery } from "@/api/inquiry-lists/queries";
import { type InquiryDetail, inquiryQuery } from "@/api/inquiries/queries";
import { inquiryEventsQuery } from "@/api/events/queries";
import { accountReportsQuery } from "@/api/reports/queries";
import { settingsQuery } from "@/api/settings/queries";
import { type UsedLink, usedLinkQuery } from "@/components/used-link";
import { useSharedDevices } from "@/components/use-shared-devices";
import { type AccessDiagnosis, diagnoseAccess } from "@/domain/access/access-diagnosis";
import { readScripts, scriptInForce, withScript } from "@/domain/access/reply-script";
import { strayInquiries, strayWindow } from "@/domain/access/stray-inquiries";
import { tooOldAfterDaysOf } from "@/domain/access/too-old";
import { attemptsOf, cameAlong } from "@/domain/access/came-along";
import { otherReports } from "@/domain/reports/report-match";
import { useNow } from "@/ui/now";

/**
 * The one diagnosis of an inquiry with all evidence there is, whichever page asks; the link the user complains about too, wherever it was
 * pasted. It comes once every answer is here or has failed: what failed makes it doubtful and does not hold it back.
 */
export function useDiagnosis(inquiryId: string, { enabled = true }: { enabled?: boolean } = {}) {
  const now = useNow();
  // opening the panel again asks again for what has failed
  const asked = { enabled, retryOnMount: true };
  const detail = useQuery({ ...inquiryQuery(inquiryId), ...asked });
  const accountId = detail.data?.inquiry.links.account?.id;
  const events = useQuery({ ...inquiryEventsQuery(inquiryId), ...asked });
  const settings = useQuery({ ...settingsQuery(), ...asked });
  const siblings = useQuery({ ...personInquiriesQuery(accountId ?? ""), ...asked, enabled: enabled && accountId !== undefined });
  const [ofInquiry, ofPerson] = [useQuery(usedLinkQuery(inquiryId)), useQuery(usedLinkQuery(accountId ?? ""))];
  const used = ofInquiry.data ?? ofPerson.data;
  const window = detail.data ? strayWindow(detail.data.inquiry) : null;
  const around = useQuery({
    ...inquiriesQuery(aroundParams(window)),
    placeholderData: undefined,
    ...asked,
    enabled: enabled && window !== null,
  });
  const isThrough = detail.data?.inquiry.status === "approved" || detail.data?.inquiry.status === "completed";
  const reports = useQuery({ ...accountReportsQuery(accountId ?? ""), ...asked, enabled: enabled && isThrough && accountId !== undefined });
  const shared = useSharedDevices(inquiryId, detail.data?.sessions, { enabled });
  if (!detail.data || [events, settings, siblings, around, reports, shared].some(isOnItsWay)) return { detail, used, diagnosis: undefined };
  const { inquiry, sessions, template, verifications } = detail.data;
  const judged = diagnoseAccess({
    inquiry,
    sessions: cameAlong(inquiry, "sessions", sessions),
    template,
    ...attemptsOf(inquiry, verifications),
    events: events.data?.events,
    eventsCut: events.data?.hasMore ?? false,
    siblings: siblings.data?.inquiries,
    siblingsCut: Boolean(siblings.data?.next),
    // a page that was cut does not show that there are none
    strays: around.data && !around.data.next ? strayInquiries(inquiry, around.data.inquiries) : null,
    reports: detail.data.reports,
    otherReports: reports.data ? otherReports(reports.data.reports, detail.data.reports) : reports.isError ? null : undefined,
    sameDevice: shared.data?.inquiries ?? (shared.isError ? null : undefined),
    tooOldAfterDays: settings.data && tooOldAfterDaysOf(settings.data.get("duplicatePolicy")?.value),
    link: used?.link ?? null,
    issued: used?.issued,
    ledgerFailed: used?.hasLedgerFailed,
    sdkError: used?.complaint?.kind === "sdk-error" ? used.complaint.code : undefined,
    now,
  });
  const diagnosis = withScript(judged, scriptInForce(readScripts(settings.data?.get("scripts")?.value), judged));
  return { detail, used, diagnosis } satisfies {
    detail: UseQueryResult<InquiryDetail>;
    used: UsedLink | undefined;
    diagnosis: AccessDiagnosis;
  };
}

/** Inquiries of the same template that were made about the same time; without anything personal, as all lists. */
function aroundParams(window: ReturnType<typeof strayWindow>): InquiryListParams {
  if (window === null) return {};
  const { templateId, from, to } = window;
  return {
    templateIds: [templateId],
    createdAtStart: new Date(from).toISOString(),
    createdAtEnd: new Date(to).toISOString(),
    size: 100,
  };
}

type Waited = Pick<UseQueryResult, "isPending" | "fetchStatus" | "failureCount" | "errorUpdateCount">;

/** What has trouble is not waited for, nor what had: shown and taken away by turns, the panel would ask for it again each time. */
const isOnItsWay = ({ isPending, fetchStatus, failureCount, errorUpdateCount }: Waited) =>
  isPending && fetchStatus !== "idle" && failureCount === 0 && errorUpdateCount === 0;
