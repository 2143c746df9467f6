import { useId } from "react";
import { AttemptBody } from "@/features/verifications/attempt-body";
import { AttemptFigures } from "@/features/verifications/attempt-figures";
import { AttemptMeta } from "@/features/verifications/attempt-meta";
import { EarlierAttempt } from "@/features/verifications/earlier-attempt";
import { ExtractedFields } from "@/components/extracted-fields";
import { StatusBadge } from "@/components/status-badge";
import type { VerificationGroup } from "@/domain/verification-view";

/** One kind of verification: the attempt that counts in full, then the others, latest first. */
export function VerificationGroupCard({ group }: { group: VerificationGroup }) {
  const headingId = useId();
  const { counting, attempts, label } = group;
  const others = attempts.filter((attempt) => attempt !== counting).toReversed();
  return (
    <article data-attempt="" tabIndex={-1} aria-labelledby={headingId} className="-outline-offset-2 px-4 py-3">
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 id={headingId} className="text-base font-semibold">
          {label}
        </h3>
        <StatusBadge of="verification" status={counting.verification.status} />
        {attempts.length > 1 && (
          <span className="text-xs text-ink-muted">
            Attempt {counting.number} of {attempts.length}, the one that counts
          </span>
        )}
      </header>
      <p className="mt-0.5 text-sm">{counting.sentence}</p>
      <AttemptMeta verification={counting.verification} />
      <AttemptFigures verification={counting.verification} />
      <ExtractedFields resource={counting.verification} panel="Verifications" />
      <AttemptBody attempt={counting} />
      {others.length > 0 && (
        <ul className="mt-3 flex flex-col gap-1 border-t border-line pt-2">
          {others.map((attempt) => (
            <li key={attempt.number}>
              <EarlierAttempt kindLabel={label} attempt={attempt} counting={counting} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
