import type { InquiryModel } from "@/api/models";
import { ObjectLink } from "@/components/object-link";
import { StandingNoteLine } from "@/components/standing-note-line";
import { VerdictHeader } from "@/components/verdict-header";
import type { Standing } from "@/domain/standing";
import { Skeleton } from "@/ui/skeleton";
import { Time } from "@/ui/time";

type PersonVerdictProps = {
  standing: Standing<InquiryModel> | undefined;
  /** Set when not all inquiries could be looked at. */
  caveat: string | undefined;
};

/** Where this person stands, in one line; below it which inquiry says so and what else has to be known. */
export function PersonVerdict({ standing, caveat }: PersonVerdictProps) {
  if (!standing) {
    return (
      <div aria-busy="true">
        <VerdictHeader tone="neutral" verdict={<Skeleton className="h-6 w-64" />} next={<Skeleton className="inline-block h-3 w-32" />} />
      </div>
    );
  }
  return (
    <VerdictHeader
      tone={standing.tone}
      verdict={
        <>
          {standing.label}. <span className="font-normal">{standing.sentence}</span>
        </>
      }
      next={standing.whoActsNext}
      since={standing.since === null ? undefined : <Time value={standing.since} show="absolute" />}
      actions={
        standing.inquiry && (
          <span className="text-sm text-ink-muted">
            Based on <ObjectLink id={standing.inquiry.id} />
          </span>
        )
      }
    >
      {standing.notes.map((note) => (
        <StandingNoteLine key={note.sentence} note={note} />
      ))}
      {caveat !== undefined && <p>{caveat}</p>}
    </VerdictHeader>
  );
}
