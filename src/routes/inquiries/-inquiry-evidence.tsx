import { useQueryClient } from "@tanstack/react-query";
import { type InquiryDetail, inquiryQuery } from "@/api/inquiries/queries";
import { missingParts } from "@/domain/missing-parts";
import { EvidencePanel } from "@/features/evidence/evidence-panel";
import { FieldPanel } from "@/features/fields/field-panel";
import { PrintedOtherReports } from "@/features/reports/account-reports";
import { MatchPanel } from "@/features/reports/match-panel";
import { PrintedReports } from "@/features/reports/report-list";
import { VerificationList } from "@/features/verifications/verification-list";
import { Afterwards } from "@/ui/afterwards";
import { useOpenPanel } from "./-use-open-panel";

/** What is judged: pictures, matches, checks, and the fields compared. Reports that no panel shows stand on the printed sheet. */
export function InquiryEvidence({ detail }: { detail: InquiryDetail }) {
  const queryClient = useQueryClient();
  const { panel, isPanelOpen } = useOpenPanel();
  const { inquiry, verifications, documents, selfies, reports } = detail;
  const missing = missingParts(inquiry, detail);
  const accountId = inquiry.links.account?.id;
  return (
    <>
      <EvidencePanel
        inquiry={inquiry}
        verifications={verifications}
        documents={documents}
        selfies={selfies}
        isCut={missing.verifications + missing.documents + missing.selfies > 0}
        onReload={() => queryClient.refetchQueries({ queryKey: inquiryQuery(inquiry.id).queryKey, exact: true })}
      />
      <MatchPanel subject={inquiry} verifications={verifications} reports={reports} />
      <VerificationList inquiry={inquiry} verifications={verifications} />
      <Afterwards isWanted={isPanelOpen}>
        <FieldPanel inquiry={inquiry} verifications={verifications} />
      </Afterwards>
      {panel !== "reports" && (
        <>
          <PrintedReports reports={reports} />
          {accountId !== undefined && (
            <PrintedOtherReports accountId={accountId} shown={reports} subject={inquiry} verifications={verifications} />
          )}
        </>
      )}
    </>
  );
}
