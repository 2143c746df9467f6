/** What the very link the user complains about tells, and the desk's ledger of links of it. */
import type { Finding, Proof } from "@/domain/access/access-cause";
import { type Evidence, proof, statusProof } from "@/domain/access/access-evidence";
import { linkEnd, linkKindLabel } from "@/domain/issued-link";
import { isOpen } from "@/domain/inquiry-status";
import { displayLine } from "@/lib/display-text";
import { readTime } from "@/lib/read";
import { day, formatAgo, formatDuration } from "@/lib/time";

const ledger = "the desk's ledger of links";

/** Who issued the link, when, and what became of it; nothing where no link was pasted. */
export function linkProof({ link, issued, inquiry, now }: Evidence): Proof[] {
  if (issued === null) return link?.kind === "one-time" ? [proof("This desk did not issue the link.", ledger)] : [];
  if (issued === undefined) return [];
  const what = `${displayLine(issued.issuedBy.name, 60)} issued this ${linkKindLabel(issued.kind).toLowerCase()} then.`;
  const facts = [proof(what, ledger, readTime(issued.issuedAt))];
  if (issued.inquiryId !== inquiry.id) facts.push(proof(`It was issued for ${issued.inquiryId}.`, ledger));
  const [opened, superseded, ends] = [readTime(issued.openedAt), readTime(issued.supersededAt), readTime(linkEnd(issued)?.at)];
  if (opened !== undefined) {
    facts.push(
      proof(issued.openedLike === "scanner" ? "It was opened then, perhaps by a mail scanner." : "It was opened then.", ledger, opened),
    );
  }
  if (superseded !== undefined) facts.push(proof("A newer one was issued then, or the inquiry ended.", ledger, superseded));
  if (ends !== undefined) facts.push(proof(ends > now ? "It ends then." : "It ran out then.", ledger, ends));
  return facts;
}

/** That the link they use is of another inquiry, whatever became of this one; undefined where it is not, or where this one is over. */
export function linkElsewhere(evidence: Evidence): Finding | undefined {
  const { link, issued, inquiry } = evidence;
  if (!isOpen(inquiry) && inquiry.status !== "expired") return undefined;
  if (issued && issued.inquiryId !== inquiry.id) return otherInquiry(evidence, issued.inquiryId, "The link was issued for");
  if (link?.kind === "dedicated" && link.inquiryId !== undefined && link.inquiryId !== inquiry.id) {
    return otherInquiry(evidence, link.inquiryId, "The link names");
  }
  return undefined;
}

/** That they use a link which begins another inquiry each time; undefined where they do not. */
export function staticLink(evidence: Evidence): Finding | undefined {
  if (evidence.link?.kind !== "static") return undefined;
  const facts = [...statusProof(evidence), proof("The link names a template, not an inquiry.", "the pasted link")];
  const sentence = "The user opens a static link: every time it begins another inquiry, and this one stays where it was.";
  return { cause: "static-link", certainty: "certain", sentence, proof: facts };
}

/** Why the user can't get on in an open inquiry by a link of it; undefined where the link alone does not tell. */
export function byLink(evidence: Evidence): Finding | undefined {
  const { link, inquiry } = evidence;
  if (!link) return undefined;
  const beginsAnew = staticLink(evidence);
  if (beginsAnew) return beginsAnew;
  const facts = statusProof(evidence);
  if (link.kind === "dedicated" && inquiry.status === "pending" && !link.hasSessionToken) {
    facts.push(proof("The link names the inquiry and carries no session.", "the pasted link"));
    const sentence = "The plain link of an inquiry opens it only until the user has started. Now it needs a session.";
    return { cause: "link-without-session", certainty: "certain", sentence, proof: facts };
  }
  return link.kind === "one-time" ? oneTimeLink(evidence, facts) : undefined;
}

function otherInquiry(evidence: Evidence, otherInquiryId: string, says: string): Finding {
  const facts = [...statusProof(evidence), proof(`${says} ${otherInquiryId}.`, "the pasted link")];
  const sentence = "The link the user opens is of another inquiry than this one.";
  return { cause: "other-inquiry", certainty: "certain", sentence, proof: facts, otherInquiryId };
}

/** Persona docs, "One-time links": good for one use, and for 24 hours unless it is asked for or set otherwise. */
function oneTimeLink({ issued, now }: Evidence, facts: Proof[]): Finding | undefined {
  const told = [...facts, proof("The link is a one-time link.", "the pasted link")];
  const cause = "one-time-link-used";
  if (!issued) {
    const sentence = "The one-time link was used before or is too old. Persona does not record which.";
    return { cause, certainty: "likely", sentence, proof: told };
  }
  const [issuedAt, opened, superseded] = [issued.issuedAt, issued.openedAt, issued.supersededAt].map((time) => readTime(time));
  const ends = readTime(linkEnd(issued)?.at);
  if (opened !== undefined && issuedAt !== undefined) {
    const by = issued.openedLike === "scanner" ? ": perhaps a mail scanner used it up" : "";
    const sentence = `The one-time link was opened ${formatDuration(Math.max(0, opened - issuedAt))} after it was issued, and it opens only once${by}.`;
    return { cause: issued.openedLike === "scanner" ? "opened-by-scanner" : cause, certainty: "likely", sentence, proof: told };
  }
  if (ends !== undefined && ends <= now) {
    return { cause, certainty: "certain", sentence: `The one-time link ran out ${formatAgo(now - ends)}.`, proof: told };
  }
  if (superseded !== undefined) {
    const sentence = `The one-time link is not the latest: ${formatAgo(now - superseded)} a newer one was issued, or the inquiry ended in between.`;
    return { cause, certainty: "likely", sentence, proof: told };
  }
  if (issued.expiresAt === null && issuedAt !== undefined && now - issuedAt > day) {
    const sentence = `The one-time link was issued ${formatAgo(now - issuedAt)}: unless the template says otherwise, it ended after 24 hours.`;
    return { cause, certainty: "likely", sentence, proof: told };
  }
  // it may still open: the sessions tell more
  return undefined;
}
