import * as z from "zod/mini";
import type { CreationRequest } from "@/api/generated/desk/types.gen";
import { readList, readProperty, readText } from "@/lib/read";
import { Refusal } from "../world/core/refusal";

const interval = z.optional(z.int().check(z.minimum(60), z.maximum(31_536_000)));

/** What a new inquiry may be given besides its template and its person. */
export const creationWishes = {
  kind: z.optional(z.enum(["link", "sdk-token"])),
  inquiryTemplateVersionId: z.optional(z.string().check(z.regex(/^itmplv_[A-Za-z0-9]{1,60}$/))),
  note: z.optional(z.string().check(z.maxLength(1_000))),
  tags: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(100))).check(z.maxLength(20))),
  fields: z.optional(
    z
      .record(z.string().check(z.regex(/^[A-Za-z0-9][\w-]{0,99}$/)), z.union([z.string().check(z.maxLength(500)), z.number(), z.boolean()]))
      .check(z.refine((fields) => Object.keys(fields).length <= 60)),
  ),
  redirectUri: z.optional(z.string().check(z.maxLength(2_000))),
  expirationAfterCreateIntervalSeconds: interval,
  expirationAfterStartIntervalSeconds: interval,
  expirationAfterResumeIntervalSeconds: interval,
};

const windows = [
  "expirationAfterCreateIntervalSeconds",
  "expirationAfterStartIntervalSeconds",
  "expirationAfterResumeIntervalSeconds",
] as const;

/** What Persona is sent to create it. */
export function bodyOf(request: CreationRequest): object {
  const { accountId, referenceId, inquiryTemplateId, inquiryTemplateVersionId, kind, note, tags, fields, redirectUri } = request;
  const template = inquiryTemplateVersionId === undefined ? { inquiryTemplateId } : { inquiryTemplateVersionId };
  return {
    data: { attributes: { ...template, accountId, note, tags, fields, redirectUri } },
    meta: {
      autoCreateAccountReferenceId: referenceId,
      ...(kind === "sdk-token" ? { autoCreateInquirySession: true } : { autoCreateOneTimeLink: true }),
      ...Object.fromEntries(windows.map((name) => [name, request[name]])),
    },
  };
}

/**
 * Refuses a value that can't be taken, in the words of the server (src/domain/creation-details.ts); `test/contract/creation-rules.test.ts` holds
 * the two against each other.
 * @throws Refusal 422 that names it in the request
 */
export function checkWishes({ note = "", tags = [], fields = {}, redirectUri }: CreationRequest): void {
  for (const [key, value] of Object.entries(fields)) refuse(`/fields/${key}`, fieldFault(key, value));
  refuse("/note", /[^\P{Cc}\n\r\t]/u.test(note) ? unseen : undefined);
  if (tags.some((tag) => tag.trim() === "")) refuse("/tags", "A tag has 1 to 100 characters.");
  if (tags.some((tag) => /\p{Cc}/u.test(tag))) refuse("/tags", "A tag holds a character that can't be seen.");
  if (new Set(tags).size < tags.length) refuse("/tags", "The same tag stands there twice.");
  if (redirectUri !== undefined) refuse("/redirectUri", redirectFault(redirectUri));
}

/** The pointer of Persona's refusal, as it names the value in the desk's own request; undefined where it names none. */
export function pointerIn(body: unknown): string | undefined {
  const pointer = readText(readProperty(readProperty(readList(readProperty(body, "errors"))[0], "source"), "pointer")) ?? "";
  const [, name = "", rest = ""] = /^\/(?:data\/attributes|meta)\/([\w-]+)((?:\/[\w-]+)?)$/.exec(pointer) ?? [];
  return name === "" ? undefined : `/${name.replaceAll(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase())}${rest}`;
}

/** @throws Refusal 422, where there is something to say */
export function refuse(pointer: string, sentence: string | undefined): void {
  if (sentence !== undefined) throw new Refusal(422, "Unprocessable entity", `${sentence} Nothing was sent.`, pointer);
}

const unseen = "It holds a character that can't be seen.";

function fieldFault(key: string, value: string | number | boolean): string | undefined {
  if (typeof value !== "string") return undefined;
  const name = key
    .replaceAll(/([a-z\d])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
  if (value.trim() === "") return `${labels[name] ?? "It"} is empty.`;
  if (/\p{Cc}/u.test(value)) return unseen;
  const [is, sentence] = formats[name] ?? [];
  return is === undefined || is(value) ? undefined : sentence;
}

const labels: Readonly<Record<string, string>> = { "name-first": "First name", "name-last": "Last name", birthdate: "Date of birth" };
const isCountry = (text: string) => /^[A-Za-z]{2}$/.test(text);
const country = "A country is two letters, as in US.";
const formats: Readonly<Record<string, readonly [is: (text: string) => boolean, sentence: string]>> = {
  birthdate: [isDate, "A date of birth is a day of the calendar, as in 1990-12-31."],
  "email-address": [(text) => /^[^\s@,]+@[^\s@,]+\.[^\s@,]{2,}$/.test(text), "This is no e-mail address."],
  "phone-number": [isPhone, "A phone number has 7 to 15 digits, with the country first, as in +1 415 555 0123."],
  "address-country-code": [isCountry, country],
  "country-code": [isCountry, country],
};

function isDate(text: string): boolean {
  const time = /^(?:19|[2-9]\d)\d\d-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, "").length;
  return /^\+?[\d\s().-]+$/.test(text) && digits >= 7 && digits <= 15;
}

function redirectFault(uri: string): string | undefined {
  if (!URL.canParse(uri) || /[\s\p{Cc}]/u.test(uri)) return "This is no whole address, as in https://app.example.com/done.";
  const { protocol, username, password } = new URL(uri);
  const isRefused = /^(?:http|javascript|data|file|blob|vbscript|about):$/.test(protocol);
  if (isRefused) return "It has to begin with https:// or with your application's own scheme.";
  return username === "" && password === "" ? undefined : "It may hold no user name and no password.";
}
