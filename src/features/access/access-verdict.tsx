import type { ReactNode } from "react";
import type { InquiryModel } from "@/api/models";
import { isOpen } from "@/domain/inquiry-status";
import { useDiagnosis } from "./use-diagnosis";

/** What the headline above says already. */
const saidAbove: readonly string[] = ["expired-before-start", "expired-midway"];

/** Whoever waits for a reviewer, or is through, is locked out of nothing: for them nothing is asked. */
const useVerdictDiagnosis = (inquiry: InquiryModel) =>
  useDiagnosis(inquiry.id, { enabled: isOpen(inquiry) || inquiry.status === "expired" }).diagnosis;

/** Who acts next, as the verdict of a page says it: the status alone does not know that a user is locked out. */
export function AccessNext({ inquiry, children }: { inquiry: InquiryModel; children: ReactNode }) {
  return useVerdictDiagnosis(inquiry)?.lockedOut ?? children;
}

/** Why the user is locked out, where they are. */
export function AccessWhy({ inquiry }: { inquiry: InquiryModel }) {
  const diagnosis = useVerdictDiagnosis(inquiry);
  if (!diagnosis?.lockedOut || saidAbove.includes(diagnosis.cause)) return null;
  return <p className="font-medium text-ink">{diagnosis.sentence}</p>;
}
