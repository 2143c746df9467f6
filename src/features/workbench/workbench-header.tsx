import { Link } from "@tanstack/react-router";
import RefreshIcon from "lucide-react/icons/refresh-cw";
import type { ReactNode } from "react";
import { factAnchor } from "@/components/fact-anchor";
import { ObjectLink } from "@/components/object-link";
import { PageHeader, titleOf } from "@/components/page-header";
import { PrintedBy } from "@/components/printed-by";
import { StandingNoteLine } from "@/components/standing-note-line";
import type { InquiryModel } from "@/api/models";
import type { InquiryDetail } from "@/api/inquiries/queries";
import type { ReportFacts } from "@/domain/facts";
import { personName } from "@/domain/fields";
import { missingParts, missingSentence } from "@/domain/missing-parts";
import { lookAtTheMatch, matchTone } from "@/domain/reports/report-match";
import { siblingNotes } from "@/domain/standing-notes";
import { inquiryVerdict } from "@/domain/verdict";
import { type WaitingReason, waitingReasons } from "@/domain/waiting-reasons";
import { displayLine, displayValue } from "@/lib/display-text";
import { Button } from "@/ui/button";
import { IdChip } from "@/ui/id-chip";
import { useNow } from "@/ui/now";
import { Time } from "@/ui/time";
import { InquiryVerdictHeader } from "./inquiry-verdict-header";
import { ReferenceIdFact } from "./reference-id-fact";
import { inPanel } from "@/components/workbench-search";

type WorkbenchHeaderProps = {
  detail: InquiryDetail;
  /** The person's other inquiries, where they are known. */
  siblings: readonly InquiryModel[] | undefined;
  /** The account's reports that are not the inquiry's, where they are known. */
  otherReports: readonly ReportFacts[] | undefined;
  /** They were asked for, and could not be read. */
  areOthersUnread: boolean;
  /** Who marked it for review, where the desk knows. */
  markedBy: string | undefined;
  /** Who acts next; the words go by the status alone. */
  next: (words: string) => ReactNode;
  /** Why the user can't get on, where they can't. */
  why: ReactNode;
  fetchedAt: number;
  isFetching: boolean;
  onRefresh: () => void;
  onPrint: () => void;
  isPreparingPrint: boolean;
};

const reportsUnread = "The reports of the account could not be read.";

/** Who it is about, and the verdict: where it stands, who acts next, since when. */
export function WorkbenchHeader(props: WorkbenchHeaderProps) {
  const {
    detail,
    siblings = [],
    otherReports,
    areOthersUnread,
    markedBy,
    next,
    why,
    fetchedAt,
    isFetching,
    onRefresh,
    onPrint,
    isPreparingPrint,
  } = props;
  const { inquiry, account, template, sessions, verifications, reports } = detail;
  const now = useNow();
  const verdict = inquiryVerdict({ inquiry, sessions, template, now });
  const reasons = waitingReasons({ inquiry, sessions, verifications, reports, otherReports, markedBy });
  const isMatchOpen = inquiry.status !== "needs_review" && reasons.length > 0;
  const words = isMatchOpen ? lookAtTheMatch : areOthersUnread ? `${verdict.whoActsNext} ${reportsUnread}` : verdict.whoActsNext;
  const lacking = missingSentence(missingParts(inquiry, detail));
  const referenceId = displayValue(inquiry.referenceId ?? account?.referenceId, "", 120);
  const accountId = inquiry.links.account?.id;
  return (
    <>
      <PageHeader
        documentTitle={titleOf("Inquiry", inquiry.id)}
        eyebrow={<>Inquiry · {displayValue(template?.name, "Template not known", 120)}</>}
        title={<bdi>{personName(inquiry.fields) ?? (referenceId || "Inquiry")}</bdi>}
        meta={
          <>
            <span className="-ms-1 print:hidden">
              <IdChip id={displayLine(inquiry.id, 80)} />
            </span>
            {/* on paper nothing can be pointed at to see the whole of it */}
            <span className="hidden font-mono text-xs print:inline">{displayLine(inquiry.id, 80)}</span>
            <ReferenceIdFact value={referenceId} />
            <span className="print:hidden">
              Account {accountId ? <ObjectLink id={accountId} /> : <span className="text-ink-faint">none</span>}
            </span>
            <span className="print:hidden">
              As of <Time value={fetchedAt} />
            </span>
          </>
        }
        actions={
          <>
            <div className="flex gap-2 print:hidden">
              <Button icon={<RefreshIcon />} busy={isFetching} onClick={onRefresh}>
                Refresh
              </Button>
              <Button busy={isPreparingPrint} onClick={onPrint}>
                Print
              </Button>
            </div>
            <PrintedBy fetchedAt={fetchedAt} />
          </>
        }
      />
      <InquiryVerdictHeader
        verdict={verdict}
        tone={isMatchOpen && inquiry.status === "approved" ? matchTone : verdict.tone}
        status={inquiry.status}
        next={next(words)}
      >
        {lacking !== null && (
          <p role="status" className="mb-1 font-medium text-ink">
            {lacking}
          </p>
        )}
        {reasons.length > 0 && (
          <ul aria-label={isMatchOpen ? "What is to be looked at" : "Why it waits"} className="mb-1 font-medium text-ink">
            {reasons.map((reason) => (
              <li key={reason.sentence} className="wrap-anywhere">
                <WaitingReasonLine inquiryId={inquiry.id} reason={reason} />
              </li>
            ))}
          </ul>
        )}
        {why}
        {siblingNotes(inquiry, siblings, now).map((note) => (
          <StandingNoteLine key={note.sentence} note={note} />
        ))}
        {verdict.details.length > 0 && (
          <ul>
            {verdict.details.map((detail, index) => (
              <li key={index} className="wrap-anywhere">
                <bdi>{detail}</bdi>
              </li>
            ))}
          </ul>
        )}
      </InquiryVerdictHeader>
    </>
  );
}

/** A reason, leading to what it is about. */
function WaitingReasonLine({ inquiryId, reason: { sentence, at } }: { inquiryId: string; reason: WaitingReason }) {
  if (at === undefined) return <bdi>{sentence}</bdi>;
  const isPanel = at === "reports";
  return (
    <Link
      to="/inquiries/$inquiryId"
      params={{ inquiryId }}
      search={isPanel ? inPanel(at) : (former) => former}
      hash={isPanel ? factAnchor.panels : factAnchor[at]}
      resetScroll={false}
      replace
      className="rounded-sm underline decoration-current/30 underline-offset-2 hover:decoration-current"
    >
      <bdi>{sentence}</bdi>
    </Link>
  );
}
