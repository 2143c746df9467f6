import type { ReactNode } from "react";
import { InquiryStatusBadge, RedactedBadge } from "@/components/inquiry-status-badge";
import { VerdictHeader } from "@/components/verdict-header";
import type { inquiryVerdict } from "@/domain/verdict";
import { Time } from "@/ui/time";
import type { Tone } from "@/ui/tone";

type InquiryVerdictHeaderProps = {
  verdict: ReturnType<typeof inquiryVerdict>;
  /** Of the verdict, unless something beside the inquiry speaks against it. */
  tone?: Tone;
  /** As Persona told it. */
  status: string | null | undefined;
  next: ReactNode;
  children: ReactNode;
};

/** Where one inquiry stands: the same line whether it was read itself or is known from a list. */
export function InquiryVerdictHeader({ verdict, tone = verdict.tone, status, next, children }: InquiryVerdictHeaderProps) {
  return (
    <VerdictHeader
      tone={tone}
      verdict={<span>{verdict.sentence}</span>}
      badges={
        <>
          <InquiryStatusBadge status={status} />
          {verdict.redacted && <RedactedBadge />}
        </>
      }
      next={next}
      since={verdict.since === null ? undefined : <Time value={verdict.since} show="absolute" />}
    >
      {children}
    </VerdictHeader>
  );
}
