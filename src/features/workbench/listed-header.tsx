import { PageHeader, titleOf } from "@/components/page-header";
import { InquiryStatusBadge, RedactedBadge } from "@/components/inquiry-status-badge";
import { UntrustedText } from "@/components/untrusted-text";
import { VerdictHeader } from "@/components/verdict-header";
import type { InquiryFacts } from "@/domain/facts";
import { inquiryVerdict } from "@/domain/verdict";
import { displayLine, displayValue } from "@/lib/display-text";
import { IdChip } from "@/ui/id-chip";
import { useNow } from "@/ui/now";
import { Skeleton } from "@/ui/skeleton";
import { Time } from "@/ui/time";

/** The head of the page by what a row of a list told: where the inquiry stands. Whose it is, and what weighs on it, is still being read. */
export function ListedHeader({ inquiry }: { inquiry: InquiryFacts & { id: string } }) {
  const verdict = inquiryVerdict({ inquiry, now: useNow() });
  const referenceId = displayValue(inquiry.referenceId, "", 120);
  return (
    <>
      <span role="status" className="sr-only">
        Loading the inquiry
      </span>
      <PageHeader
        documentTitle={titleOf("Inquiry", inquiry.id)}
        eyebrow="Inquiry"
        title={
          <>
            <span className="sr-only">Inquiry</span>
            <Skeleton className="inline-block h-5 w-56 align-middle" />
          </>
        }
        meta={
          <>
            <span className="-ms-1">
              <IdChip id={displayLine(inquiry.id, 80)} />
            </span>
            <span>
              Reference ID{" "}
              {referenceId === "" ? (
                <span className="text-ink-faint">none</span>
              ) : (
                <UntrustedText value={referenceId} className="font-medium text-ink" />
              )}
            </span>
          </>
        }
      />
      <VerdictHeader
        tone={verdict.tone}
        verdict={<span>{verdict.sentence}</span>}
        badges={
          <>
            <InquiryStatusBadge status={inquiry.status} />
            {verdict.redacted && <RedactedBadge />}
          </>
        }
        next={verdict.whoActsNext}
        since={verdict.since === null ? undefined : <Time value={verdict.since} show="absolute" />}
      />
    </>
  );
}
