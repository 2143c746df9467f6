/**
 * The comment a decision carries at Persona. Persona knows the API key, not the person who decided, so the server side signs the comment
 * with their name, in a form that can be read back.
 */

import { type InquiryFacts, linkOf } from "@/domain/facts";
import { displayLine } from "@/lib/display-text";
import { readText } from "@/lib/read";

/** Longest comment a person may write, in UTF-16 units. */
export const decisionCommentLimit = 4_000;

export type Decider = { readonly name: string; readonly emailAddress: string };

const mark = "[Inquiry Desk]";
const longestName = 100;

// C0 and C1 controls but tab and newline; marks and overrides of direction, with which a line can be made to look like another.
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

const lettersOf = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");

/** What looks like the desk's mark, whatever the brackets, case and spaces, is put into round brackets. */
const withoutMarks = (text: string) =>
  text.replaceAll(/[[［【〔]([^[\]［］【】〔〕\n]*)[\]］】〕]/gu, (whole, inner: string) =>
    lettersOf(inner) === "inquirydesk" ? "(Inquiry Desk)" : whole,
  );

const oneLine = (text: string, longest: number) =>
  text
    .replaceAll(unseen, "")
    .replaceAll(/[<>[\]\s]+/g, " ")
    .trim()
    .slice(0, longest)
    .trim();

/** Why it was decided so: one of the company's decision reasons. */
export type GivenReason = { readonly id: string; readonly label: string };

const reasonPart = (text: string, longest: number) => oneLine(text.replaceAll(/[();]+/g, " "), longest);

/**
 * The comment as it is sent: what the person wrote, an empty line, the reasons they chose, and who they are.
 *
 *     The photo was replaced.
 *
 *     Reasons: Document is altered or fabricated (document-altered); Another reason (other)
 *     [Inquiry Desk] Maya Lindqvist <maya@hollisgrey.example>
 *
 * What is not there is left out. A mark inside the text is defused, so that the last line is the only signature.
 * @throws RangeError when the comment is longer than `decisionCommentLimit`
 */
export function decisionComment(comment: string | undefined, by: Decider, reasons: readonly GivenReason[] = []): string {
  const text = (comment ?? "").replaceAll(/\r\n?/g, "\n").replaceAll(unseen, "").trim();
  if (text.length > decisionCommentLimit) throw new RangeError(`A comment may have ${decisionCommentLimit} characters at most`);
  const address = oneLine(by.emailAddress, 254).replaceAll(" ", "");
  const signature = `${mark} ${oneLine(by.name, longestName) || "Unknown"} <${address || "unknown"}>`;
  const given = reasons.map(({ id, label }) => `${reasonPart(label, 80)} (${reasonPart(id, 40)})`).join("; ");
  const end = given === "" ? signature : `Reasons: ${given}\n${signature}`;
  return text === "" ? end : `${withoutMarks(text)}\n\n${end}`;
}

export type ReadComment = {
  readonly comment: string;
  readonly reasons: readonly GivenReason[];
  /** Undefined for one that was not written through the desk, e.g. in Persona's dashboard; then `comment` is all of it. */
  readonly by: Decider | undefined;
};

/** A comment taken apart again. */
export function readDecisionComment(sent: string): ReadComment {
  const match = /^(?:([\s\S]*)\n\n)?(?:Reasons: ([^\n]+)\n)?\[Inquiry Desk\] ([^<>[\]\n]{1,100}) <([^<>[\]\s]{1,254})>$/.exec(sent);
  if (match === null) return { comment: sent, reasons: [], by: undefined };
  const [, comment = "", given = "", name = "", emailAddress = ""] = match;
  const reasons = given.split("; ").flatMap((part) => {
    const [, label, id] = /^([^();]+) \(([^();]+)\)$/.exec(part) ?? [];
    return label === undefined || id === undefined ? [] : [{ id, label }];
  });
  return { comment, reasons, by: { name, emailAddress } };
}

/**
 * The comment of the decision that an inquiry stands on. A workflow may be configured with any text, so of its decisions nobody is read from one.
 */
export function commentOf(inquiry: InquiryFacts): ReadComment {
  const sent = readText(inquiry.reviewerComment) ?? "";
  const isOfWorkflow = linkOf(inquiry, "reviewer")?.type.startsWith("workflow") === true;
  return isOfWorkflow ? { comment: sent, reasons: [], by: undefined } : readDecisionComment(sent);
}

/**
 * By whom the comment is signed and what they wrote, in one line: `Signed by Maya. Comment: …`. The desk signs what is decided in it; whoever
 * types the same into Persona's dashboard signs as well, so a signature proves nothing.
 */
export function decisionCommentLine(inquiry: InquiryFacts): string {
  const { comment, reasons, by } = commentOf(inquiry);
  const words = [
    ...(reasons.length === 0 ? [] : [`Reason: ${reasons.map(({ label }) => displayLine(label, 80)).join("; ")}.`]),
    ...(comment.trim() === "" ? [] : [`Comment: ${displayLine(comment, 500)}`]),
  ];
  return (by === undefined ? words : [`Signed by ${displayLine(by.name, 100)}.`, ...words]).join(" ");
}
