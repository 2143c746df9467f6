/** A link that something else than the user opened: programs that scan mail open what they find in it, and use up what works once. */
import type { Finding, Proof } from "@/domain/access/access-cause";
import { proof, startOf, type Evidence } from "@/domain/access/access-evidence";
import type { SessionFacts } from "@/domain/facts";
import { deviceLabel } from "@/domain/session-view";
import { readText, readTime } from "@/lib/read";
import { formatDuration, minute } from "@/lib/time";

/** Programs open a link as soon as the mail arrives; people seldom within this time. */
const soon = minute;

/**
 * A session opened within a minute of its making, from another device in another country or out of a data center, after which nothing
 * followed. Persona records no more: that it was a program stays a guess.
 */
export function scannerFinding({ active, sessions, lastVerificationAt, now }: Evidence, facts: readonly Proof[]): Finding | undefined {
  const [last] = active.toSorted((one, other) => startOf(other) - startOf(one));
  const made = readTime(last?.createdAt);
  const opened = readTime(last?.startedAt);
  if (last === undefined || made === undefined || opened === undefined) return undefined;
  if (lastVerificationAt === undefined || (lastVerificationAt !== null && lastVerificationAt >= opened)) return undefined;
  const earlier = (sessions ?? []).filter((session) => session !== last && session.status !== "new");
  const place = scannedFrom(last, earlier);
  if (place === undefined) return undefined;
  const after = formatDuration(Math.max(0, opened - made));
  return {
    cause: "opened-by-scanner",
    certainty: "likely",
    sentence: `The last link was opened ${after} after it was issued, from ${place}, and nothing followed: perhaps a mail scanner used it up.`,
    proof: [
      ...facts,
      proof(`It was opened on ${deviceLabel(last)}, ${after} after it was made.`, "sessions", opened),
      proof(`No verification was begun in it in ${formatDuration(Math.max(0, now - opened))}.`, "verifications"),
    ],
  };
}

/** The evidence without the session that a program seems to have opened: nobody goes on in that one, and in an earlier one perhaps. */
export function withoutScanner(evidence: Evidence): Evidence {
  if (scannerFinding(evidence, []) === undefined) return evidence;
  return { ...evidence, active: evidence.active.toSorted((one, other) => startOf(other) - startOf(one)).slice(1) };
}

/**
 * From where a session was opened as programs do it; undefined where it was not.
 * @param others of the inquiry, opened too
 */
export function scannedFrom(session: SessionFacts, others: readonly SessionFacts[]): string | undefined {
  const [made, opened] = [readTime(session.createdAt), readTime(session.startedAt)];
  if (made === undefined || opened === undefined || opened - made > soon) return undefined;
  // a program gives away no position; where somebody did, this is how two people in one inquiry look
  if (readText(session.gpsCountryCode) !== undefined) return undefined;
  if (session.isDatacenter === true) return "a data center";
  return isElsewhere(session, others) ? "another device in another country" : undefined;
}

/** Not like any session before it; without one before it nothing can be said. */
function isElsewhere(last: SessionFacts, earlier: readonly SessionFacts[]): boolean {
  const country = readText(last.countryCode);
  if (country === undefined || earlier.length === 0) return false;
  return earlier.every((session) => {
    const before = readText(session.countryCode);
    return before !== undefined && before !== country && deviceLabel(session) !== deviceLabel(last);
  });
}
