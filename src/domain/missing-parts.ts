/** What an inquiry names as its own and Persona's answer did not bring: it is neither shown nor judged, and that has to be said. */
import { linksOf, type InquiryFacts } from "@/domain/facts";
import { isRedacted } from "@/domain/inquiry-status";
import { count, joinWords } from "@/lib/words";

/** One of each, as sentences say it. By the name of the relationship. */
const words = { verifications: "verification", reports: "report", sessions: "session", documents: "document", selfies: "selfie" } as const;
type PartName = keyof typeof words;
// the keys of an object literal are all there is in it
const names = Object.keys(words) as PartName[];

export type CameAlong = Readonly<Partial<Record<PartName, readonly { readonly id?: string | null | undefined }[]>>>;

/** How many of each kind are missing: 0 where all came, where none are named, or where the kind was not asked for. A redacted inquiry lost them for good. */
export function missingParts(inquiry: InquiryFacts, came: CameAlong): Readonly<Record<PartName, number>> {
  const missing = (name: PartName) => {
    const ids = new Set(came[name]?.map(({ id }) => id));
    if (came[name] === undefined || isRedacted(inquiry)) return 0;
    return (linksOf(inquiry, name) ?? []).filter(({ id }) => !ids.has(id)).length;
  };
  return {
    verifications: missing("verifications"),
    reports: missing("reports"),
    sessions: missing("sessions"),
    documents: missing("documents"),
    selfies: missing("selfies"),
  };
}

/** "1 report and 2 sessions did not come with Persona's answer: …"; null where nothing is missing. */
export function missingSentence(missing: Readonly<Record<PartName, number>>): string | null {
  const told = names.filter((name) => missing[name] > 0).map((name) => count(missing[name], words[name]));
  return told.length === 0
    ? null
    : `${joinWords(told)} of it did not come with Persona's answer: what is said here is said without. Refresh to ask again.`;
}
