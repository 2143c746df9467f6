import { attemptFigures } from "@/domain/attempt-figures";
import type { VerificationFacts } from "@/domain/facts";
import { FigureLine } from "@/ui/figure-line";

/** Similarity and confidence in one line; nothing where Persona measured neither. */
export function AttemptFigures({ verification }: { verification: VerificationFacts }) {
  return <FigureLine label="Similarity and confidence" className="mt-0.5" figures={attemptFigures(verification)} />;
}
