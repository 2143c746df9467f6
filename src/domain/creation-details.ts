/**
 * What a new inquiry can be given besides its template and its person, and which of it can't be taken. The form and the server both ask here,
 * so that nothing is refused that the form let through. Persona has the last word: it alone knows what the template declares.
 */
import { longestTag } from "@/domain/tags";
import { canonicalKey, fieldLabel } from "@/domain/field-keys";

export const longestNote = 1_000;
export const mostTags = 20;
export const mostFields = 60;
export const longestFieldValue = 500;
export const longestRedirectUri = 2_000;
/** Seconds: a minute and a year. Persona advises at most 15 days from the creation (Persona help, "Inquiry expiration"). */
export const shortestWindow = 60;
export const longestWindow = 31_536_000;

export type CreationFieldValue = string | number | boolean;

/** As `CreationRequest` of openapi/desk.yaml has them. */
export type CreationDetails = {
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly fields?: Readonly<Record<string, CreationFieldValue>> | undefined;
  readonly redirectUri?: string | undefined;
};

/** What is wrong with one value. */
export type CreationFault = {
  /** Names it in the request, as in `/fields/birthdate`. */
  readonly pointer: string;
  /** For whoever fills it in; does not repeat the value. */
  readonly sentence: string;
};

/** Every value that can't be taken, in the order of the form. */
export function creationFaults({ note, tags = [], fields = {}, redirectUri }: CreationDetails): CreationFault[] {
  const faults = [
    ...Object.entries(fields).map(([key, value]) => ({ pointer: `/fields/${key}`, sentence: fieldFault(key, value) })),
    { pointer: "/note", sentence: noteFault(note ?? "") },
    { pointer: "/tags", sentence: tagsFault(tags) },
    { pointer: "/redirectUri", sentence: redirectUri === undefined ? undefined : redirectFault(redirectUri) },
  ];
  return faults.flatMap(({ pointer, sentence }) => (sentence === undefined ? [] : [{ pointer, sentence }]));
}

/** A key of a field: what a template's owner can have called one, and nothing that means something in an address. */
export const fieldKeyPattern = /^[A-Za-z0-9][\w-]{0,99}$/;

/** Formats of the fields that every inquiry has. Source: Persona docs, "Inquiry fields". */
const formats: Readonly<Record<string, { readonly is: (text: string) => boolean; readonly sentence: string }>> = {
  birthdate: { is: isDate, sentence: "A date of birth is a day of the calendar, as in 1990-12-31." },
  "email-address": { is: (text) => /^[^\s@,]+@[^\s@,]+\.[^\s@,]{2,}$/.test(text), sentence: "This is no e-mail address." },
  "phone-number": { is: isPhoneNumber, sentence: "A phone number has 7 to 15 digits, with the country first, as in +1 415 555 0123." },
  "address-country-code": { is: isCountryCode, sentence: "A country is two letters, as in US." },
  "country-code": { is: isCountryCode, sentence: "A country is two letters, as in US." },
};

/**
 * Why a value can't fill in a field; undefined where it can.
 * @param type as the template's field schema has it; where it is not known, the key alone tells
 */
export function fieldFault(key: string, value: CreationFieldValue, type?: string): string | undefined {
  if (!fieldKeyPattern.test(key)) return "No field has such a key.";
  if (typeof value !== "string") return Number.isNaN(value) ? "This is no number." : undefined;
  if (value.trim() === "") return `${fieldLabel(key)} is empty.`;
  if (value.length > longestFieldValue) return `At most ${longestFieldValue} characters.`;
  if (/[\p{Cc}]/u.test(value)) return "It holds a character that can't be seen.";
  const format =
    formats[canonicalKey(key)] ?? (type === "date" ? { is: isDate, sentence: "A day of the calendar, as in 2026-12-31." } : undefined);
  return format === undefined || format.is(value) ? undefined : format.sentence;
}

/** Why a text can't be a note; undefined where it can. */
function noteFault(note: string): string | undefined {
  if (note.length > longestNote) return `At most ${longestNote} characters.`;
  return /[^\P{Cc}\n\r\t]/u.test(note) ? "It holds a character that can't be seen." : undefined;
}

/** Why these can't be the tags of an inquiry; undefined where they can. */
function tagsFault(tags: readonly string[]): string | undefined {
  if (tags.length > mostTags) return `At most ${mostTags} tags.`;
  if (tags.some((tag) => tag.trim() === "" || tag.length > longestTag)) return `A tag has 1 to ${longestTag} characters.`;
  if (tags.some((tag) => /\p{Cc}/u.test(tag))) return "A tag holds a character that can't be seen.";
  return new Set(tags).size < tags.length ? "The same tag stands there twice." : undefined;
}

/** What runs or reads something in place of leading somewhere, and what can be read on its way. */
const refusedSchemes = new Set(["http:", "javascript:", "data:", "file:", "blob:", "vbscript:", "about:"]);

/** Why nobody can be led there in the end; undefined where they can. An application's own scheme is fine: Persona asks the template. */
function redirectFault(uri: string): string | undefined {
  if (uri.length > longestRedirectUri) return `At most ${longestRedirectUri} characters.`;
  if (!URL.canParse(uri) || /[\s\p{Cc}]/u.test(uri)) return "This is no whole address, as in https://app.example.com/done.";
  const { protocol, username, password } = new URL(uri);
  if (refusedSchemes.has(protocol)) return "It has to begin with https:// or with your application's own scheme.";
  return username === "" && password === "" ? undefined : "It may hold no user name and no password.";
}

function isDate(text: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) return false;
  const day = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  return day.getUTCMonth() === Number(month) - 1 && day.getUTCDate() === Number(date) && Number(year) >= 1_900;
}

function isPhoneNumber(text: string): boolean {
  const digits = text.replaceAll(/\D/g, "").length;
  return /^\+?[\d\s().-]+$/.test(text) && digits >= 7 && digits <= 15;
}

function isCountryCode(text: string): boolean {
  return /^[A-Za-z]{2}$/.test(text);
}
