import { linksOf, type InquiryFacts } from "@/domain/facts";
import { compareKinds, kindOf, verificationKindLabel } from "@/domain/verification-kind";
import { groupBy } from "@/lib/group-by";

/** What an inquiry holds, as far as a list tells it: "Government ID ×2, Selfie". Empty where it names no verification. */
export function evidenceWords(inquiry: InquiryFacts): string {
  const byKind = groupBy(linksOf(inquiry, "verifications") ?? [], ({ type }) => kindOf(type));
  return [...byKind]
    .toSorted(([one], [other]) => compareKinds(one, other))
    .map(([, [first, ...more]]) => `${verificationKindLabel(first?.type)}${more.length > 0 ? ` ×${more.length + 1}` : ""}`)
    .join(", ");
}
