/**
 * What speaks against a new inquiry: the inquiries that a person has on the template already, held against the company's duplicate policy.
 * Persona refuses no second inquiry (docs, "Preventing duplicate inquiries"), so the desk has to look before it creates one.
 */
import { countingInquiry } from "@/domain/counting-inquiry";
import type { DuplicateAdvice, DuplicatePolicy, DuplicateRule, DuplicateSituation } from "@/domain/default-settings";
import type { InquiryFacts, TemplateFacts } from "@/domain/facts";
import { isRedacted } from "@/domain/inquiry-status";
import { templateVersionVerdict } from "@/domain/template-version";
import { statusSince } from "@/domain/verdict";
import { readTime } from "@/lib/read";
import { day } from "@/lib/time";

/** An inquiry that a new one would repeat, and what the policy says of it. */
export type Duplicate<I extends InquiryFacts = InquiryFacts> = {
  readonly inquiry: I;
  readonly situation: DuplicateSituation;
  readonly advice: DuplicateAdvice;
  readonly override: DuplicateRule["override"];
};

/**
 * The inquiries to look at before another one is created: the one that counts by the rule of `docs/standing.md`, and what is open besides;
 * the redacted only where there is nothing else.
 * @param inquiries all that the person has on the template, in any order
 * @param template as Persona tells it, for what has moved on; undefined where it can't be read
 * @param now ms
 */
export function duplicatesOf<I extends InquiryFacts>(
  inquiries: readonly I[],
  { policy, template, now }: { policy: DuplicatePolicy; template: TemplateFacts | undefined; now: number },
): Duplicate<I>[] {
  const counting = countingInquiry(inquiries);
  if (counting === undefined) return inquiries.slice(0, 1).map((inquiry) => ruled(inquiry, "redacted", policy));
  const others = inquiries.filter((one) => one !== counting && !isRedacted(one));
  const open = others.flatMap((one) => (situationOf(one, policy, template, now) === "open" ? [one] : []));
  return [counting, ...open].map((one) => ruled(one, situationOf(one, policy, template, now), policy));
}

/**
 * Why a new inquiry may not be created, as a sentence; undefined when it may.
 * @param reason why it is created all the same; empty where nobody said
 */
export function duplicateRefusal(duplicates: readonly Duplicate[], reason: string): string | undefined {
  const against = duplicates.filter(({ advice, override }) => advice !== "create" && override !== "freely");
  const final = against.find(({ override }) => override === "never");
  if (final !== undefined) return `${wordsOf[final.situation]} The company's duplicate policy allows no other.`;
  const [first] = against;
  return first === undefined || reason.trim() !== "" ? undefined : `${wordsOf[first.situation]} Another one needs a reason.`;
}

const wordsOf: Readonly<Record<DuplicateSituation, string>> = {
  finishedWell: "There is an inquiry on this template that finished well.",
  finishedLongAgo: "There is an inquiry on this template that finished well long ago.",
  finishedBadly: "There is an inquiry on this template that failed or was declined.",
  inReview: "There is an inquiry on this template that waits for a decision.",
  expired: "There is an inquiry on this template that can be resumed.",
  expiredTooOld: "There is an inquiry on this template that expired.",
  open: "There is an open inquiry on this template.",
  redacted: "There is an inquiry on this template that was redacted.",
};

function ruled<I extends InquiryFacts>(inquiry: I, situation: DuplicateSituation, { rules }: DuplicatePolicy): Duplicate<I> {
  const rule = rules.find((one) => one.situation === situation);
  // the settings hold every situation once; a policy that does not is no leave to create
  return { inquiry, situation, advice: rule?.advice ?? "block", override: rule?.override ?? "never" };
}

function situationOf(inquiry: InquiryFacts, policy: DuplicatePolicy, template: TemplateFacts | undefined, now: number): DuplicateSituation {
  switch (inquiry.status) {
    case "completed":
    case "approved":
      return isLongAgo(inquiry, policy, now) ? "finishedLongAgo" : "finishedWell";
    case "failed":
    case "declined":
      return "finishedBadly";
    case "needs_review":
      return "inReview";
    case "expired":
      return isPast(inquiry, policy, template, now) ? "expiredTooOld" : "expired";
    default:
      // of a status that nobody has documented it is not known that the user is out of it
      return "open";
  }
}

/** Of what nobody knows when it finished it is not known that it is time again. */
function isLongAgo(inquiry: InquiryFacts, { reverifyAfterDays }: DuplicatePolicy, now: number): boolean {
  const finishedAt = statusSince(inquiry);
  return finishedAt !== null && now - finishedAt > reverifyAfterDays * day;
}

function isPast(inquiry: InquiryFacts, { tooOldAfterDays }: DuplicatePolicy, template: TemplateFacts | undefined, now: number): boolean {
  if (templateVersionVerdict(inquiry, template).state === "moved on") return true;
  const expiredAt = readTime(inquiry.expiredAt);
  return expiredAt !== undefined && now - expiredAt > tooOldAfterDays * day;
}
