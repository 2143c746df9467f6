/** What the access doctor makes of a text: whose inquiry it is about, or, where it names nobody, what the complaint means. */
import { sdkErrors } from "@/domain/access/complaint";
import { findObjectIds } from "@/domain/object-id";
import { idWordsIn } from "@/domain/pasted/looks";
import { linksIn, unwrapped } from "@/domain/pasted/unwrap";
import { lookUp, type LookupAnswer, type LookupOutcome, type LookupQuestion } from "./look-up";

export type ComplaintOutcome = LookupOutcome | Extract<LookupAnswer, { kind: "complaint" }>;

/**
 * As `lookUp`; a complaint that names nobody is answered by itself and asks nothing of the API.
 * @throws ApiError when the API could not say
 */
export async function lookUpComplaint(question: LookupQuestion, signal: AbortSignal): Promise<ComplaintOutcome> {
  const { complaint, text, pasted, isMeant } = question;
  if (complaint && pasted === undefined && isMeant !== true && !namesSomebody(text)) return { kind: "complaint", complaint };
  const outcome = await lookUp(complaint ? { ...question, text: withoutCodes(text) } : question, signal);
  if (outcome.kind === "go" && outcome.destination.page === "template" && pasted?.link?.kind === "static") return generalLink;
  return outcome;
}

/** A code of the embedded flow would be taken for an ID. */
const withoutCodes = (text: string) => text.replaceAll(new RegExp(`\\b(?:${Object.keys(sdkErrors).join("|")})\\b`, "gi"), " ");

function namesSomebody(text: string): boolean {
  const plain = unwrapped(withoutCodes(text));
  return findObjectIds(plain).length > 0 || linksIn(plain).length > 0 || idWordsIn(plain).length > 0;
}

const generalLink: LookupOutcome = {
  kind: "nothing",
  title: "This is a general link: it begins another inquiry each time it is opened",
  sentence:
    "It names a template and nobody. Ask who they are, look up their reference ID, and send a link into the inquiry they began; don't send this one again.",
};
