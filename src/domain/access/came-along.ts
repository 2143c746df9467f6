/** What came along with an inquiry, for the diagnosis: a list that is empty because nothing was sent is no list. */
import type { InquiryRelationships } from "@/api/generated/persona/types.gen";
import type { AccessInput } from "@/domain/access/access-evidence";
import { linksOf, type InquiryFacts, type VerificationFacts } from "@/domain/facts";
import { readTime } from "@/lib/read";

/** The resources of a relationship; null where none came and the inquiry does not say that there are none. */
export function cameAlong<R>(inquiry: InquiryFacts, name: keyof InquiryRelationships, resources: readonly R[]): readonly R[] | null {
  return resources.length === 0 && linksOf(inquiry, name) === undefined ? null : resources;
}

/** How many verifications there are, and when the last was made, ms: null where there is none, `undefined` where that is not told. */
export function attemptsOf(
  inquiry: InquiryFacts,
  verifications: readonly VerificationFacts[],
): Pick<AccessInput, "verifications" | "lastVerificationAt"> {
  const known = cameAlong(inquiry, "verifications", verifications);
  if (known === null) return { verifications: null };
  const made = verifications.flatMap(({ createdAt }) => readTime(createdAt) ?? []);
  const count = Math.max(linksOf(inquiry, "verifications")?.length ?? 0, verifications.length);
  if (count === 0) return { verifications: 0, lastVerificationAt: null };
  return { verifications: count, ...(made.length === count && { lastVerificationAt: Math.max(...made) }) };
}
