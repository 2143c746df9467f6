import type { ReactNode } from "react";
import { useDiagnosis } from "./use-diagnosis";

/** What the headline above says already. */
const saidAbove: readonly string[] = ["expired-before-start", "expired-midway"];

/** Who acts next, as the verdict of a page says it: the status alone does not know that a user is locked out. */
export function AccessNext({ inquiryId, children }: { inquiryId: string; children: ReactNode }) {
  const { diagnosis } = useDiagnosis(inquiryId);
  return diagnosis?.lockedOut ?? children;
}

/** Why the user is locked out, where they are. */
export function AccessWhy({ inquiryId }: { inquiryId: string }) {
  const { diagnosis } = useDiagnosis(inquiryId);
  if (!diagnosis?.lockedOut || saidAbove.includes(diagnosis.cause)) return null;
  return <p className="font-medium text-ink">{diagnosis.sentence}</p>;
}
