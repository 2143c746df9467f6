/**
 * The comment a decision carries at Persona. Persona knows the API key, not the person who decided, so the server side signs the comment
 * with their name, in a form that can be read back.
 */

import { displayLine } from "@/lib/display-text";

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

/**
 * The comment as it is sent: what the person wrote, an empty line, and `[Inquiry Desk] Name <address>`; the last line alone when they
 * wrote nothing. A mark inside the text is defused, so that the last line is the only signature.
 * @throws RangeError when the comment is longer than `decisionCommentLimit`
 */
export function decisionComment(comment: string | undefined, by: Decider): string {
  const text = (comment ?? "").replaceAll(/\r\n?/g, "\n").replaceAll(unseen, "").trim();
  if (text.length > decisionCommentLimit) throw new RangeError(`A comment may have ${decisionCommentLimit} characters at most`);
  const address = oneLine(by.emailAddress, 254).replaceAll(" ", "");
  const signature = `${mark} ${oneLine(by.name, longestName) || "Unknown"} <${address || "unknown"}>`;
  return text === "" ? signature : `${withoutMarks(text)}\n\n${signature}`;
}

/**
 * A comment taken apart again. `by` is undefined for one that was not written through the desk, e.g. in Persona's dashboard; then
 * `comment` is all of it.
 */
export function readDecisionComment(sent: string): { readonly comment: string; readonly by: Decider | undefined } {
  const match = /^(?:([\s\S]*)\n\n)?\[Inquiry Desk\] ([^<>[\]\n]{1,100}) <([^<>[\]\s]{1,254})>$/.exec(sent);
  if (match === null) return { comment: sent, by: undefined };
  const [, comment = "", name = "", emailAddress = ""] = match;
  return { comment, by: { name, emailAddress } };
}

/** Who decided and what they wrote, in one line: `Decided by Maya. Comment: …`. Who decided is known of decisions made in the desk only. */
export function decisionCommentLine(sent: string): string {
  const { comment, by } = readDecisionComment(sent);
  const words = comment.trim() === "" ? [] : [`Comment: ${displayLine(comment, 500)}`];
  return (by === undefined ? words : [`Decided by ${displayLine(by.name, 100)}.`, ...words]).join(" ");
}
