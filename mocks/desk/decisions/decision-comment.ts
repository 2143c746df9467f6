import type { Decision, DeskUser } from "@/api/generated/desk/types.gen";

// Controls but tab and newline; marks and overrides of direction.
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

const oneLine = (text: string, longest: number) =>
  text
    .replaceAll(unseen, "")
    .replaceAll(/[<>[\]\s]+/g, " ")
    .trim()
    .slice(0, longest)
    .trim();

const isMark = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "") === "inquirydesk";

const withoutMarks = (text: string) =>
  text.replaceAll(/[[［【〔]([^[\]［］【】〔〕\n]*)[\]］】〕]/gu, (whole, inner: string) => (isMark(inner) ? "(Inquiry Desk)" : whole));

const reasonPart = (text: string, longest: number) => oneLine(text.replaceAll(/[();]+/g, " "), longest);

/**
 * The comment that Persona is sent: what the person wrote, the reasons they chose, and who they are. The server side's own form, written
 * down a second time so that each can be held against the other.
 */
export function signedComment(comment: string | null, { name, emailAddress }: DeskUser, reasons: Decision["reasons"]): string {
  const text = (comment ?? "").replaceAll(/\r\n?/g, "\n").replaceAll(unseen, "").trim();
  const signature = `[Inquiry Desk] ${oneLine(name, 100)} <${oneLine(emailAddress, 254).replaceAll(" ", "")}>`;
  const given = reasons.map(({ id, label }) => `${reasonPart(label, 80)} (${reasonPart(id, 40)})`).join("; ");
  const end = given === "" ? signature : `Reasons: ${given}\n${signature}`;
  return text === "" ? end : `${withoutMarks(text)}\n\n${end}`;
}
