import { useQuery } from "@tanstack/react-query";
import { inquiryQuery } from "@/api/inquiries/queries";
import type { InquiryModel } from "@/api/models";
import { accountReportsQuery } from "@/api/reports/queries";
import { claimSentence } from "@/components/claim-mark";
import { useSharedDevices } from "@/components/use-shared-devices";
import { otherReports } from "@/domain/reports/report-match";
import { RestoreAccess } from "@/features/access/restore-access";
import { ClaimBar } from "@/features/claims/claim-bar";
import { useClaim } from "@/features/claims/use-claim";
import { DecisionRail } from "@/features/decision/decision-rail";

type InquiryRailProps = {
  inquiryId: string;
  /** As a list showed it, until it has been read. */
  listed: InquiryModel | undefined;
  /** Told once a decision on it is held or sent. */
  onDecided?: (() => void) | undefined;
};

/** What can be done with it, and who is at it. */
export function InquiryRail({ inquiryId, listed, onDecided }: InquiryRailProps) {
  const { data: detail, isPending } = useQuery(inquiryQuery(inquiryId));
  const known = detail?.inquiry ?? listed;
  const claim = useClaim({ id: inquiryId, inquiry: known, isOpening: isPending });
  const shared = useSharedDevices(inquiryId, detail?.sessions);
  // the head of the page asks for them
  const { data: account } = useQuery({ ...accountReportsQuery(detail?.inquiry.links.account?.id ?? ""), enabled: false });
  const theirs = claim.claim?.mine === false ? claim.claim : undefined;
  return (
    <>
      <ClaimBar claim={claim} isExpected={known?.status === "needs_review"} />
      <DecisionRail
        inquiryId={inquiryId}
        listed={listed}
        otherReports={account && detail && otherReports(account.reports, detail.reports)}
        sharedDevices={shared.data}
        onBegin={claim.begin}
        onDecided={onDecided}
        caution={theirs && `${claimSentence(theirs)} Ask before you decide, or take it over.`}
      />
      <RestoreAccess inquiryId={inquiryId} judged={detail?.inquiry} />
    </>
  );
}
