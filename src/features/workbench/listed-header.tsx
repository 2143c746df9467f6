import RefreshIcon from "lucide-react/icons/refresh-cw";
import { PageHeader, titleOf } from "@/components/page-header";
import type { InquiryFacts } from "@/domain/facts";
import { inquiryVerdict } from "@/domain/verdict";
import { displayLine, displayValue } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { IdChip } from "@/ui/id-chip";
import { useNow } from "@/ui/now";
import { Skeleton } from "@/ui/skeleton";
import { InquiryVerdictHeader } from "./inquiry-verdict-header";
import { ReferenceIdFact } from "./reference-id-fact";

/**
 * The head of the page by what a row of a list told: where the inquiry stands. Whose it is, and what weighs on it, is still being read; lines are
 * kept for it, so that nothing moves when it comes.
 */
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
            <ReferenceIdFact value={referenceId} />
            <span>
              Account <Skeleton className="inline-block h-3 w-24 align-middle" />
            </span>
          </>
        }
        actions={
          <div className="flex gap-2">
            <Button icon={<RefreshIcon />} busy>
              Refresh
            </Button>
            <Button unavailable="The inquiry is still being read.">Print</Button>
          </div>
        }
      />
      <InquiryVerdictHeader verdict={verdict} status={inquiry.status} next={verdict.whoActsNext}>
        {inquiry.status === "needs_review" && (
          <div className="mb-1 flex h-5 items-center">
            <Skeleton className="h-3 w-64" />
          </div>
        )}
      </InquiryVerdictHeader>
      <Skeleton className="mx-1 my-0.5 h-3 w-80" />
    </>
  );
}
