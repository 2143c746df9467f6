import { useEffect, useRef } from "react";
import { FailurePanel } from "@/components/failure-panel";
import { complaintMeaning, sdkErrorLabel } from "@/domain/access/complaint";
import { LinkButton } from "@/ui/link-button";
import { Notice } from "@/ui/notice";
import { Section } from "@/ui/section";
import { SkeletonLines } from "@/ui/skeleton";
import { CauseAndRemedy, HowWeKnow } from "./diagnosis";
import { useDiagnosis } from "./use-diagnosis";
import { Waiting, WayIn } from "./way-in";

type DoctorCaseProps = {
  inquiryId: string;
  /** It was just asked for on this page, so that its answer is read out. */
  isAsked: boolean;
};

/** One inquiry at the access doctor: cause and remedy, and beside them everything they were judged from. */
export function DoctorCase({ inquiryId, isAsked }: DoctorCaseProps) {
  const { detail, used, diagnosis } = useDiagnosis(inquiryId);
  const place = useRef<HTMLDivElement>(null);
  const isThere = diagnosis !== undefined;
  useEffect(() => {
    if (isThere && isAsked) place.current?.focus({ preventScroll: true });
  }, [isThere, isAsked]);
  if (detail.isError && !detail.data) return <FailurePanel error={detail.error} onRetry={() => void detail.refetch()} />;
  const complaint = used?.complaint;
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label="Diagnosis" className="flex flex-col gap-4 outline-none">
      {complaint && (
        <Notice title={complaintMeaning(complaint).title}>
          {complaint.kind === "sdk-error" && <code className="font-mono text-xs">{sdkErrorLabel(complaint.code)} </code>}
          {complaintMeaning(complaint).sentence}
        </Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Section
          title="Cause and remedy"
          actions={
            <LinkButton size="small" variant="quiet" to="/inquiries/$inquiryId" params={{ inquiryId }}>
              Open the inquiry
            </LinkButton>
          }
        >
          <div className="flex flex-col gap-3">
            {detail.data && diagnosis ? (
              <WayIn
                key={inquiryId}
                detail={detail.data}
                current={diagnosis}
                used={used}
                cause={(said, isRemedied) => <CauseAndRemedy diagnosis={said} isRemedied={isRemedied} />}
              />
            ) : (
              <Waiting wasEntered={false} lines={8} />
            )}
          </div>
        </Section>
        <Section title="How we know, and what to say">
          {diagnosis ? <HowWeKnow diagnosis={diagnosis} /> : <SkeletonLines count={8} />}
        </Section>
      </div>
    </div>
  );
}
