/** What a reference ID loses or gets on its way through documents and chats, and what it was without that. */
import { withoutEnd } from "@/lib/trim-signs";

/** Joiners stay in texts that are shown (emoji and some scripts need them), but in an ID nobody can see them. */
const invisible = /[\p{Cf}\p{Cc}\u115F\u1160\u3164\uFFA0]|\p{Default_Ignorable_Code_Point}/gu;
const dashes = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const opening = /^[\s#•"'“”„‘’‚«»‹›<([{`]+/u;
const closing = /[\s"'“”„‘’‚«»‹›>)\]}`.,;:]/u;
const ownLabel = /^(?:reference|external|customer|client|user|account|inquiry|persona)?[ _-]?(?:id|ref(?:erence)?)\s*[:=#：]\s*/i;

/** A text without what names it, `Reference ID: usr_1`. */
export const withoutLabel = (text: string): string => text.replace(ownLabel, "");

/** A text without what stands around it: quotes, brackets, backticks, the apostrophe of a spreadsheet, the full stop of a sentence. */
export function withoutWrapping(text: string): string {
  const inner = withoutEnd(text.replace(opening, ""), closing);
  // only what was wrapped, not an ID that is nothing but such signs
  return inner === "" ? text.trim() : inner;
}

/** The text with what nobody can see left out, line breaks and tabs aside, and full-width signs as the plain ones. */
export function withoutInvisible(text: string): string {
  // most texts are plain, and some are huge
  if (!/[^\n\r\t -~]/.test(text)) return text;
  const visible = text.replaceAll(invisible, (sign) => (/[\n\r\t]/.test(sign) ? sign : ""));
  // three dots stay the one sign that stands for what was left out
  return visible
    .split("…")
    .map((part) => part.normalize("NFKC"))
    .join("…");
}

export type Cleaned = { readonly text: string; /** "an invisible character", for "There is … in it". */ readonly found: readonly string[] };

/**
 * The text as it was most likely meant: invisible characters out, look-alikes (full width, dashes) as the plain ones, a label before it
 * off. Undefined when that is the text itself, or nothing.
 */
export function cleaned(text: string): Cleaned | undefined {
  const found: string[] = [];
  const step = (now: string, next: string, what: string) => {
    if (next !== now) found.push(what);
    return next;
  };
  let now = withoutWrapping(text);
  now = step(now, withoutLabel(now), "a label");
  now = step(now, now.replaceAll(invisible, ""), "an invisible character");
  now = step(now, now.normalize("NFKC"), "a character that only looks like a plain one");
  now = step(now, now.replaceAll(dashes, "-"), "a dash in place of a hyphen");
  now = step(now, inOneAlphabet(now), "a letter of another alphabet");
  now = withoutWrapping(now);
  return now === text.trim() || now === "" ? undefined : { text: now, found };
}

/** Cyrillic and Greek letters that nobody can tell from Latin ones (Unicode Technical Standard 39, confusables), each before its Latin one. */
const lookAlikes = new Map(
  Array.from(
    "аaеeоoрpсcуyхxѕsіiјjАAВBЕEКKМMНHОOРPСCТTХXοoνvΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX".matchAll(/(.)(.)/gu),
    ([, one = "", plain = ""]) => [one, plain],
  ),
);

/** Of a word in two alphabets the same in Latin letters, when they are all that stands in the way; another text as it is. */
function inOneAlphabet(text: string): string {
  // no ID is longer, and what is pasted may be a log file
  if (text.length > 255) return text;
  const plain = text.replaceAll(/\p{L}/gu, (letter) => lookAlikes.get(letter) ?? letter);
  return /[A-Za-z0-9]/.test(text) && /^[ -~]+$/.test(plain) ? plain : text;
}

const usualLength = /^(?:inq|act)_[A-Za-z0-9]{24,28}$/i;

/** A Persona ID that was broken by blanks or line breaks, or typed in capitals: put together again. Undefined for anything else. */
export function mendedId(text: string): string | undefined {
  const [first = "", ...others] = (cleaned(text)?.text ?? text).trim().split(/\s+/);
  const [, prefix = "", suffix = ""] = /^(inq|act)_([A-Za-z0-9]{20,40})$/i.exec([first, ...others].join("")) ?? [];
  // what stands behind a whole ID is no part of it, and what is longer than one is none
  if (others.length > 0 && (usualLength.test(first) || !usualLength.test(`${prefix}_${suffix}`))) return undefined;
  return prefix === "" ? undefined : `${prefix.toLowerCase()}_${suffix}`;
}
