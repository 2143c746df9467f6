/** Findings on inquiries that are still open: created or pending. */
import type { Finding, Proof } from "@/domain/access/access-cause";
import { isInApp, proof, statusProof, type Evidence } from "@/domain/access/access-evidence";
import { isOpen } from "@/domain/inquiry-status";
import { byLink } from "@/domain/access/link-finding";
import { bySdkError } from "@/domain/access/sdk-error-finding";
import { scannerFinding, withoutScanner } from "@/domain/access/scanner-finding";
import { sessionBudget } from "@/domain/session-budget";
import { overviewSessions } from "@/domain/session-view";
import { readTime } from "@/lib/read";
import { formatAgo, minute } from "@/lib/time";
import { count } from "@/lib/words";

/** A user who opened it, or began a verification in it, this recently may simply still be at it. */
const halfAnHour = 30 * minute;
/** Who has opened it so lately is not stuck yet. */
const fewMinutes = 5 * minute;

/** Why a user can't get on in a created or pending inquiry; `undefined` when it is neither. */
export function openFinding(evidence: Evidence): Finding | undefined {
  const { inquiry } = evidence;
  if (!isOpen(inquiry)) return undefined;
  return windowOver(evidence) ?? sessionLimit(evidence) ?? byLink(evidence) ?? bySdkError(evidence) ?? bySessions(evidence);
}

function windowOver(evidence: Evidence): Finding | undefined {
  const { expiresAt, now } = evidence;
  if (expiresAt === undefined || expiresAt > now) return undefined;
  const sentence = `Its window ran out ${formatAgo(now - expiresAt)}, and Persona has not marked it expired yet.`;
  return { cause: "window-over", certainty: "certain", sentence, proof: statusProof(evidence) };
}

/** A template that is switched off: nothing of it can be opened, whether it expired or not. */
export function templateFinding(evidence: Evidence): Finding | undefined {
  const { version, inquiry } = evidence;
  if (!isOpen(inquiry) && inquiry.status !== "expired") return undefined;
  const unpublished = version.state === "unpublished";
  if (version.active !== false && !unpublished) return undefined;
  const fact = unpublished
    ? proof("Its template has no published version.", "inquiry-template.latestPublishedVersion is empty")
    : proof("Its template is inactive.", "inquiry-template.status");
  const sentence =
    inquiry.status === "expired"
      ? "It has expired, and its template is switched off: resumed, Persona would still refuse to load it."
      : "Its template is switched off, so Persona refuses to load it.";
  // whether the user met it, only what the page reported tells
  const certainty = evidence.sdkError === "inactive_template" ? "certain" : "likely";
  return { cause: "template-inactive", certainty, sentence, proof: [...statusProof(evidence), fact] };
}

function sessionLimit(evidence: Evidence): Finding | undefined {
  const sessions = evidence.sessions ?? [];
  const budget = sessionBudget(evidence.sessionsUsed);
  // one that nobody has opened is handed out again, and no other is needed (Persona docs, "Inquiry sessions")
  if (budget.state !== "used up" || evidence.unopened.length > 0) return undefined;
  const facts = [...statusProof(evidence), proof(`${budget.label}.`, "sessions")];
  facts.push(...overviewSessions(sessions).remarks.map((remark) => proof(remark, "sessions")));
  const limit = `has used ${count(budget.used, "session")}; by default Persona makes no more than ${budget.limit}.`;
  const own = withoutScanner(evidence);
  const opened = lastOpened(own);
  const ago = opened === undefined ? "" : formatAgo(evidence.now - opened);
  if (opened !== undefined && mayBeInIt(own)) {
    facts.push(proof("The last one still runs.", "sessions", opened));
    const still = `The session opened ${ago} still runs: the user may be in it now.`;
    return {
      cause: "in-use",
      certainty: "likely",
      sentence: `${still} If they are out, no link helps: the inquiry ${limit}`,
      proof: facts,
    };
  }
  const active = `${count(own.active.length, "session is", "sessions are")} still active.`;
  if (opened !== undefined) facts.push(proof(active, "sessions", opened));
  const running = opened === undefined ? "" : ` The session opened ${ago} still runs: ${whereItRuns(evidence)}, the user can go on.`;
  return { cause: "session-limit", certainty: "likely", sentence: `It ${limit}${running}`, proof: facts };
}

const whereItRuns = (evidence: Evidence) => (isInApp(evidence) ? "in the app that holds its token" : "in the tab it was opened in");

function bySessions(evidence: Evidence): Finding {
  const { inquiry, sessions, unopened, active, ended, now } = evidence;
  const facts = statusProof(evidence);
  if (!sessions) {
    const sentence = "Its sessions are not known, so it can't be told why the user lost access.";
    return { cause: "cannot-tell", certainty: "likely", sentence, proof: facts };
  }
  if (active.length === 0 && evidence.sessionsCut) {
    const sentence = "Not all of its sessions can be read, so it can't be told why the user lost access.";
    return { cause: "cannot-tell", certainty: "likely", sentence, proof: facts };
  }
  if (active.length === 0 && unopened.length > 0) return linkNotOpened(evidence, facts);
  if (inquiry.status === "created") return createdFinding(evidence, facts);
  if (active.length > 0) return activeFinding(evidence, facts);
  if (ended.length > 0) {
    const last = latest(ended.map((session) => session.expiredAt));
    facts.push(
      proof(ended.length === 1 ? "Its only session has expired." : `All ${ended.length} sessions have expired.`, "sessions", last),
    );
    const when = last === undefined ? "" : `, the last one ${formatAgo(now - last)}`;
    const sentence = `The inquiry is alive, but every session of it has expired${when}.`;
    return { cause: "sessions-over", certainty: "certain", sentence, proof: facts };
  }
  const sentence = "It is pending, and Persona shows no session that could tell why the user is out.";
  return { cause: "cannot-tell", certainty: "likely", sentence, proof: facts };
}

function linkNotOpened({ unopened, now }: Evidence, facts: Proof[]): Finding {
  const made = latest(unopened.map((session) => session.createdAt));
  facts.push(proof("A session waits that nobody has opened.", "sessions", made));
  const when = made === undefined ? "" : ` ${formatAgo(now - made)}`;
  const sentence = `A session was made for the user${when}, and they have not opened it: the link may not have reached them.`;
  return { cause: "link-not-opened", certainty: "likely", sentence, proof: facts };
}

function createdFinding(evidence: Evidence, facts: Proof[]): Finding {
  const { active, ended, verifications, version, strays, now } = evidence;
  const scanned = scannerFinding(evidence, facts);
  if (scanned) return scanned;
  if (active.some(({ startedAt }) => now - (readTime(startedAt) ?? 0) < fewMinutes)) return activeFinding(evidence, facts);
  if (active.length + ended.length > 0) {
    facts.push(proof("It was opened, and nothing was submitted.", "sessions"));
    if (verifications === 0) facts.push(proof("There is no verification.", "verifications"));
    const sentence = "The user opened it and submitted nothing: camera, browser or network may be in the way.";
    return { cause: "stuck-in-flow", certainty: "likely", sentence, proof: facts };
  }
  if (version.state === "moved on") {
    facts.push(proof("A later version of the template is published.", "inquiry-template.latestPublishedVersion"));
    const sentence = "It was never opened, and the template has moved on since it was made. Its link still opens, on the old version.";
    return { cause: "template-moved-on", certainty: "likely", sentence, proof: facts };
  }
  facts.push(proof("Nobody has opened it.", "sessions"));
  if (strays && strays.length > 0) {
    const begun = count(strays.length, "inquiry without a reference ID was", "inquiries without a reference ID were");
    facts.push(proof(`${begun} begun on its template within half an hour of it.`, "inquiries of the same template"));
    const sentence = `It was never opened, and its link still opens. But ${begun} begun within half an hour of it under another account, as a general link does: the user may be there.`;
    return { cause: "not-opened", certainty: "likely", sentence, proof: facts };
  }
  return {
    cause: "not-opened",
    certainty: "certain",
    sentence: "Nothing is wrong with it: it was never opened, and its link still opens.",
    proof: facts,
  };
}

function activeFinding(evidence: Evidence, facts: Proof[]): Finding {
  const { active, now } = evidence;
  const scanned = scannerFinding(evidence, facts);
  if (scanned) return scanned;
  const opened = lastOpened(evidence);
  facts.push(proof(`${count(active.length, "session is", "sessions are")} still active.`, "sessions", opened));
  const which = opened === undefined ? "A session" : `The session opened ${formatAgo(now - opened)}`;
  const where = isInApp(evidence)
    ? "in the app that holds its token: started anew without it"
    : "in the tab it was opened in: closed, or on another device";
  return mayBeInIt(evidence)
    ? {
        cause: "in-use",
        certainty: "likely",
        sentence: `${which} still runs: the user may be in it now. If they closed the tab or changed the device, they are out.`,
        proof: facts,
      }
    : {
        cause: "session-lost",
        certainty: "likely",
        sentence: `${which} still runs, but only ${where}, the user is out.`,
        proof: facts,
      };
}

/** When the session that runs was opened, ms. */
const lastOpened = ({ active }: Evidence): number | undefined => latest(active.map((session) => session.startedAt ?? session.createdAt));

/** Whether the user was seen in a session that runs so lately that they may simply still be at it. */
function mayBeInIt(evidence: Evidence): boolean {
  const opened = lastOpened(evidence);
  return opened !== undefined && evidence.now - Math.max(opened, evidence.lastVerificationAt ?? opened) < halfAnHour;
}

function latest(times: readonly unknown[]): number | undefined {
  return times.flatMap((time) => readTime(time) ?? []).toSorted((one, other) => other - one)[0];
}
