/** The one reader of whatever is pasted, for every field that is searched with. Secrets first, then wrapping, then columns. */
import { type PastedLink, pastedLinkIn, withoutLinkCodes } from "@/domain/link-secret";
import { findObjectIds } from "@/domain/object-id";
import { mendedId } from "@/domain/pasted/characters";
import { idWordsIn, isProse } from "@/domain/pasted/looks";
import { type SecretKind, withoutSecrets } from "@/domain/pasted/secrets";
import { readSheet, type Sheet } from "@/domain/pasted/sheet";
import { unwrapped } from "@/domain/pasted/unwrap";
import { joinWords, count, pluralOf } from "@/lib/words";

export type Pasted = {
  /** What may stay in a field of one line: a list with its entries behind commas. */
  readonly text: string;
  /** Which secret was taken out, and what to do about it. */
  readonly warning: string | undefined;
  /** What else was left out, never what it said. */
  readonly note: string | undefined;
  /** The link for users in it, to be asked about once. */
  readonly pasted?: PastedLink | undefined;
};

/** Some twenty thousand IDs, more than anybody looks up at once; keeps a pasted log file from stalling the page. */
const longest = 400_000;
/** Longer than any entry of a list, and than most tokens. */
const longestEntry = 4_000;
const divides = ["\n", "\r", "\t", ",", ";", "|", " "];

/** As much of a text as is read, up to the end of an entry: half an ID may be somebody else's. */
function beginningOf(raw: string): string {
  if (raw.length <= longest) return raw;
  const end = Math.max(...divides.map((sign) => raw.lastIndexOf(sign, longest)));
  return raw.slice(0, end > longest - longestEntry ? end : longest);
}

/** What may be kept of a text. Never throws; reading what it gave changes nothing more. */
export function readPasted(raw: string): Pasted {
  const read = withoutTokens(raw);
  const text = withoutLinkCodes(read.text);
  // an API key beside it is sent nowhere, and nothing that came with it
  const pasted = read.isKey ? undefined : pastedLinkIn(beginningOf(raw));
  return { text, warning: read.warning, note: read.note ?? (text === read.text ? undefined : codeNote), ...(pasted && { pasted }) };
}

const codeNote = "The code of the one-time link is not shown and not kept.";

function withoutTokens(raw: string): Pasted & { readonly isKey: boolean } {
  const whole = beginningOf(raw);
  const plain = unwrapped(whole);
  const taken = [...new Set([...withoutSecrets(whole).taken, ...withoutSecrets(plain).taken])];
  const cut = raw.length > longest ? "Only the first 400,000 characters were read." : undefined;
  if (taken.length === 0) {
    const { text, note } = reduced(whole);
    return { text, warning: undefined, note: joined(note, cut), isKey: false };
  }
  const named = isSeveral(plain) ? undefined : nameIn(plain);
  const { text, note } = named === undefined ? reduced(withoutSecrets(withNames(plain)).text) : { text: named, note: undefined };
  const isKey = taken.some((kind) => kind !== "session token");
  const warning = warningOf(taken, /https?:\/\//i.test(plain));
  return { text: text.length < 100 && onlyNamesOfSecrets.test(text) ? "" : text, warning, note: joined(note, cut), isKey };
}

/** What is left of `Authorization: Bearer …` or `{"session-token":"…"}` once the secret is out: it names nobody. */
const onlyNamesOfSecrets = /^(?:[^\p{L}\p{N}]|authorization|bearer|token|session|access|api|key|secret|persona)*$/iu;

const breaks = /[\t\n\r\u0085\u2028\u2029]/;
const isSeveral = (text: string) => breaks.test(text.trim());
/** Each link with a secret in it as what it names. */
const withNames = (text: string) =>
  text.replaceAll(/https?:\/\/\S+/gi, (link) => (withoutSecrets(link).taken.length > 0 ? (nameIn(link) ?? "") : link));

const joined = (...notes: readonly (string | undefined)[]) => notes.filter((note) => note !== undefined).join(" ") || undefined;

/** Several lines or columns as one line of IDs; one line stays as it is, so that it is tried exactly so. */
function reduced(text: string): { text: string; note: string | undefined } {
  if (!isSeveral(text)) return { text: text.replaceAll(/[\t\n\r\u0085\u2028\u2029]/g, ""), note: undefined };
  const mended = mendedId(text);
  if (mended !== undefined) return { text: mended, note: "The ID was in pieces and was put together." };
  const plain = unwrapped(text);
  const sheet = readSheet(plain);
  if (sheet && (sheet.isCertain || !isProse(plain))) return { text: sheet.ids.join(", "), note: leftOutWords(sheet) };
  const ids = findObjectIds(plain.replaceAll(/[/?&#=]/g, " ")).map(({ id }) => id);
  const kept = ids.length > 0 ? ids : idWordsIn(plain);
  return {
    text: kept.join(", "),
    note: kept.length > 0 ? "Only the IDs in the message were kept." : "There is no ID in the message. Paste the ID alone.",
  };
}

/** What was left out of a list, in a sentence or two; undefined when nothing was. */
export function leftOutWords({ ids, leftOut }: Sheet): string | undefined {
  const { columns, headings, personal, secrets, commas, rounded } = leftOut;
  const parts = [
    columns > 0 && count(columns, "column"),
    headings > 0 && count(headings, "heading"),
    personal > 0 && count(personal, "name, birth date or e-mail address", "names, birth dates or e-mail addresses"),
    secrets > 0 && count(secrets, "secret"),
    commas > 0 && `${count(commas, "entry", "entries")} with a comma, which Persona takes for the end of an ID`,
  ].filter((part) => part !== false);
  const said = [
    parts.length > 0 &&
      `${joinWords(parts)} ${pluralOf(columns + headings + personal + secrets + commas, "was", "were")} left out and not sent.`,
    rounded.length > 0 && `The spreadsheet rounded ${rounded[0]}: make its column text and copy it again.`,
    ids.length === 0 && "Nothing in it looks like a reference ID. Copy that column alone.",
  ].filter((part) => part !== false);
  return said.length === 0 ? undefined : said.join(" ");
}

/** What a link with a secret in it names: the inquiry, else the reference ID, else the account. */
function nameIn(plain: string): string | undefined {
  const ids = findObjectIds(plain.replaceAll(/[/?&#=]/g, " "));
  const inquiry = ids.find(({ kind }) => kind === "inquiry");
  if (inquiry) return inquiry.id;
  const [reference] = /(?<=[?&#](?:reference-id|reference_id|referenceId)=)[^&#\s]+/.exec(plain) ?? [];
  if (reference !== undefined) return withoutSecrets(readable(reference)).text;
  return ids.find(({ kind }) => kind === "account")?.id ?? (/https?:\/\//i.test(plain) ? "" : undefined);
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function warningOf(taken: readonly SecretKind[], isLink: boolean): string {
  if (taken.includes("API key") || taken.includes("webhook secret")) {
    const what = taken.includes("API key") ? "a Persona API key" : "the secret of a webhook";
    return `That was ${what}. It was not kept and not sent. If it came from a ticket or a chat, have it revoked.`;
  }
  return isLink
    ? "The link carried a session token: whoever has it can see what the user entered. It was taken out and not kept. Do not pass the link on."
    : "That was a session token: whoever has it can see what the user entered. It was not kept. Press Enter in the field at the top to learn whether this desk issued it, or paste the inquiry ID or the reference ID.";
}
