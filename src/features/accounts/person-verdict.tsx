import type { ReactNode } from "react";
import type { InquiryModel } from "@/api/models";
import { ObjectLink } from "@/components/object-link";
import { StandingNoteLine } from "@/components/standing-note-line";
import { VerdictHeader } from "@/components/verdict-header";
import { isOpen } from "@/domain/inquiry-status";
import { lookAtTheMatch, matchTone } from "@/domain/reports/report-match";
import type { Standing } from "@/domain/standing";
import { Skeleton } from "@/ui/skeleton";
import { Time } from "@/ui/time";

type PersonVerdictProps = {
  standing: Standing<InquiryModel> | undefined;
  /** The template of the inquiry that says so, where there are several. */
  template: string | undefined;
  /** Where they stand on the others. */
  others: ReactNode;
  /** Set when not all inquiries could be looked at. */
  caveat: string | undefined;
  /** Set when not all reports could be looked at. */
  reportsCaveat: string | undefined;
  /** What reports matched, as sentences. */
  matches: readonly string[];
  next: (inquiry: InquiryModel, words: string) => ReactNode;
  why: (inquiry: InquiryModel) => ReactNode;
};

/** Where this person stands, in one line; below it which inquiry says so and what else has to be known. */
export function PersonVerdict({ standing, template, others, caveat, reportsCaveat, matches, next, why }: PersonVerdictProps) {
  if (!standing) {
    return (
      <div aria-busy="true">
        <VerdictHeader tone="neutral" verdict={<Skeleton className="h-6 w-64" />} next={<Skeleton className="inline-block h-3 w-32" />} />
      </div>
    );
  }
  // only where somebody may be waiting to get on
  const { inquiry } = standing;
  const waiting = inquiry && (isOpen(inquiry) || inquiry.status === "expired") ? inquiry : undefined;
  // a match is somebody's to look at, approved or not
  const isMatchOpen = standing.state === "verified" && matches.length > 0;
  const isReportOpen = standing.state === "verified" && reportsCaveat !== undefined;
  const words = isMatchOpen ? lookAtTheMatch : isReportOpen ? "Nobody needs to act, as far as the inquiries tell." : standing.whoActsNext;
  return (
    <VerdictHeader
      tone={isMatchOpen ? matchTone : standing.tone}
      verdict={
        <>
          {standing.label}. <span className="font-normal">{standing.sentence}</span>
        </>
      }
      next={waiting ? next(waiting, words) : words}
      since={standing.since === null ? undefined : <Time value={standing.since} show="absolute" />}
      actions={
        standing.inquiry && (
          <span className="text-sm text-ink-muted">
            Based on <ObjectLink id={standing.inquiry.id} />
            {template !== undefined && <bdi className="block">{template}</bdi>}
          </span>
        )
      }
    >
      {matches.map((sentence) => (
        <p key={sentence} className="font-medium text-ink">
          {sentence}
        </p>
      ))}
      {reportsCaveat !== undefined && <p className="font-medium text-ink">{reportsCaveat}</p>}
      {waiting && why(waiting)}
      {standing.notes.map((note) => (
        <StandingNoteLine key={note.sentence} note={note} />
      ))}
      {others}
      {caveat !== undefined && <p>{caveat}</p>}
    </VerdictHeader>
  );
}
