/** What Persona measured in an attempt besides its checks: how alike the faces are, how sure it is of what it saw. */
import type { VerificationFacts } from "@/domain/facts";
import { readNumber, readProperty, readTexts } from "@/lib/read";
import { humanize } from "@/lib/humanize";

export type AttemptFigure = { readonly label: string; readonly text: string; readonly sentence: string };

/** Sources: spec, `verification-selfie` and `verification-government-id`. The scale of 100 is that of their examples. */
const scores = [
  ["documentSimilarityScore", "Face on the document", "How alike the selfie and the portrait on the document are."],
  ["selfieSimilarityScoreLeft", "Left pose", "How alike the left pose and the center one are."],
  ["selfieSimilarityScoreRight", "Right pose", "How alike the right pose and the center one are."],
  ["entityConfidenceScore", "Entity confidence", "How sure Persona is that it is what it was taken for."],
] as const;

/** Figures in the order of `scores`; what was not measured is left out. Zero is what Persona sends where it measured no confidence (spec: default). */
export function attemptFigures(verification: VerificationFacts): AttemptFigure[] {
  const figures = scores.flatMap(([attribute, label, sentence]) => {
    const score = readNumber(readProperty(verification, attribute));
    if (score === undefined || (score === 0 && attribute === "entityConfidenceScore")) return [];
    return [{ label, text: `${score.toLocaleString("en", { maximumFractionDigits: 1 })} of 100`, sentence }];
  });
  const reasons = readTexts(readProperty(verification, "entityConfidenceReasons")).slice(0, 20).map(humanize);
  if (reasons.length === 0) return figures;
  return [...figures, { label: "Reasons for the confidence", text: reasons.join(", "), sentence: "As Persona names them." }];
}
