import type { AccessDiagnosis } from "@/domain/access/access-diagnosis";
import { wordsWithLink } from "@/domain/access/safe-to-say";
import { formatAbsolute } from "@/lib/time";
import { linkEndsAt } from "./link-life";
import type { IssuedLink } from "./use-restore-access";

/** Whatever became of the inquiry before: what they get is a new one. */
const startAnew = "I am sending you a new link; with it you start from the beginning.";

type Said = Pick<AccessDiagnosis, "cause" | "remedy" | "sayToUser">;

/**
 * One message for the user: the words, the link, and until when it works.
 * @param isChosen the words are a script that somebody chose for it
 */
export function replyWith(said: Said, issued: IssuedLink, isChosen: boolean): string {
  const words = issued.createdId !== undefined ? startAnew : isChosen ? said.sayToUser : wordsWithLink(said);
  return `${words}\n\n${issued.link}\n\nIt works ${life(issued)}.`;
}

/** The note of what was done, without the link: whoever reads the ticket must not get in. */
export function noteWith(ticketNote: string, issued: IssuedLink): string {
  const what =
    issued.createdId !== undefined
      ? `inquiry ${issued.createdId} was created and a one-time link to it issued`
      : issued.resumed
        ? "the inquiry was resumed and a one-time link issued"
        : "a one-time link was issued";
  // a company's own words may well say "Advice: " themselves
  const advice = ticketNote.lastIndexOf(" Advice: ");
  return `${advice === -1 ? ticketNote : ticketNote.slice(0, advice)} Done: ${what} at ${formatAbsolute(issued.issuedAt, "UTC")}, for use ${life(issued)}.`;
}

function life(issued: IssuedLink): string {
  const ends = linkEndsAt(issued);
  return ends === undefined ? "once" : `once, until ${formatAbsolute(ends, "UTC")}`;
}
