import { attemptFigures } from "@/domain/attempt-figures";
import type { VerificationFacts } from "@/domain/facts";

/** Similarity and confidence in one line; nothing where Persona measured neither. */
export function AttemptFigures({ verification }: { verification: VerificationFacts }) {
  const figures = attemptFigures(verification);
  if (figures.length === 0) return null;
  return (
    <dl aria-label="Similarity and confidence" className="mt-0.5 flex flex-wrap gap-x-4 text-xs text-ink-muted">
      {figures.map(({ label, text, sentence }) => (
        <div key={label} data-tip={sentence} className="flex min-w-0 gap-1">
          <dt>{label}:</dt>
          <dd className="min-w-0 text-ink wrap-anywhere">
            <bdi>{text}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
