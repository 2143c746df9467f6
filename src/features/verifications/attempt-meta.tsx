import type { VerificationFacts } from "@/domain/facts";
import { isRedacted } from "@/domain/inquiry-status";
import { displayValue } from "@/lib/display-text";
import { readText, readTime } from "@/lib/read";
import { formatDuration } from "@/lib/time";
import { RedactedBadge } from "@/components/inquiry-status-badge";
import { IdChip } from "@/ui/id-chip";
import { Time } from "@/ui/time";

/** When an attempt ran, how long Persona took, the country, and the ID to quote. */
export function AttemptMeta({ verification }: { verification: VerificationFacts }) {
  const submitted = readTime(verification.submittedAt);
  const completed = readTime(verification.completedAt);
  const country = displayValue(verification.countryCode, "", 8);
  const id = readText(verification.id);
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-xs text-ink-muted">
      <span>
        Begun <Time value={verification.createdAt} show="absolute" fallback="at an unknown time" />
      </span>
      {submitted === undefined && <span>Not submitted</span>}
      {submitted !== undefined && completed !== undefined && completed >= submitted && (
        <span>Checked in {formatDuration(completed - submitted)}</span>
      )}
      {country !== "" && (
        <span>
          Country <bdi>{country}</bdi>
        </span>
      )}
      {isRedacted(verification) && <RedactedBadge />}
      {id !== undefined && <IdChip id={id} className="-mx-1" />}
    </p>
  );
}
