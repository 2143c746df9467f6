import type { ReactNode } from "react";
import type { InquiryFacts } from "@/domain/facts";
import { mayBeLockedOut } from "@/domain/inquiry-status";
import { useDiagnosis } from "./use-diagnosis";

/** What the headline above says already. */
const saidAbove: readonly string[] = ["expired-before-start", "expired-midway"];

type AboutAccess = {
  /** Empty where it could not be read. */
  inquiryId: string;
  inquiry: InquiryFacts;
};

/** Nothing is asked where the user is not locked out. */
const useVerdictDiagnosis = ({ inquiryId, inquiry }: AboutAccess) =>
  useDiagnosis(inquiryId, { enabled: inquiryId !== "" && mayBeLockedOut(inquiry) }).diagnosis;

/**
 * Where the remedy is of what the verdict tells: a new inquiry, even where the user has a link that still opens, or the panel that lets a
 * locked-out user back in. @param inquiry none where no verdict tells of it
 */
export function useRemedyPlace(inquiryId: string, inquiry: InquiryFacts | undefined): "new inquiry" | "access" | undefined {
  const diagnosis = useVerdictDiagnosis(inquiry ? { inquiryId, inquiry } : { inquiryId: "", inquiry: {} });
  if (diagnosis?.remedy.action === "createInquiry") return "new inquiry";
  return diagnosis?.lockedOut ? "access" : undefined;
}

/** Who acts next, as the verdict of a page says it: the status alone does not know that a user is locked out. */
export function AccessNext({ children, ...about }: AboutAccess & { children: ReactNode }) {
  return useVerdictDiagnosis(about)?.lockedOut ?? children;
}

/** Why the user is locked out, where they are. */
export function AccessWhy(about: AboutAccess) {
  const diagnosis = useVerdictDiagnosis(about);
  if (!diagnosis?.lockedOut || saidAbove.includes(diagnosis.cause)) return null;
  return <p className="font-medium text-ink">{diagnosis.sentence}</p>;
}
