/**
 * Secrets in a pasted text. A session token is a JSON Web Token (Persona docs, "Inquiry sessions"), an API key begins with its environment
 * (Persona docs, "API keys"), a webhook's secret with `wbhsec_`. None needs a word boundary before it: `session-token%3DeyJ…` holds one.
 */

import { withoutInvisible } from "@/domain/pasted/characters";

export type SecretKind = "session token" | "API key" | "webhook secret";

/** What may be the parts of a token, or of two that ran together; begins where a run of signs does, so that a huge paste is read once. */
const parts = /(?<![\w-])[\w-]+(?:(?:\.|%2E)[\w-]*)*/gi;
const apiKey = /persona_(?:production|sandbox)_[\w-]{8,}/gi;
const webhookSecret = /wbhsec_[\w-]{8,}/g;
/** A parameter or a line that calls its value a token, whatever that looks like: until what ends a parameter, encoded or not. */
const named =
  /(?:session|access|auth)[-_ ]?token["']?\s*(?:=|:|(?:%|-)(?:25){0,2}3D|%3A)\s*["']?(?:(?!%(?:25){0,2}26|-26)[^&#\s"'<>|,;)])+|(?:session|access)-2Dtoken-3D[\w-]+/gi;

export type WithoutSecrets = { readonly text: string; /** What was in it, each kind once. */ readonly taken: readonly SecretKind[] };

/**
 * The text with every secret cut out, white space around what is left taken off. The same text when it holds none. A secret that a mail
 * program has broken into lines, or that has invisible or full-width characters in it, is one all the same.
 */
export function withoutSecrets(text: string): WithoutSecrets {
  const whole = inOnePiece(text);
  const left = cutOut(text);
  if (whole === text) return left;
  const ofWhole = cutOut(whole);
  return ofWhole.taken.length === 0 ? left : ofWhole;
}

function cutOut(text: string): WithoutSecrets {
  const taken = new Set<SecretKind>();
  const cut = (kind: SecretKind) => () => {
    taken.add(kind);
    return "";
  };
  const left = text
    .replaceAll(apiKey, cut("API key"))
    .replaceAll(webhookSecret, cut("webhook secret"))
    .replaceAll(named, cut("session token"))
    .replaceAll(parts, (found) => {
      const begin = tokenIn(found);
      return begin === -1 ? found : found.slice(0, begin) + cut("session token")();
    });
  return taken.size === 0 ? { text, taken: [] } : { text: withoutName(left.trim()), taken: [...taken] };
}

/** Nothing where all that is left is what the secret was called: `key%3D`, `Authorization: Bearer`. What may be an ID stays. */
const withoutName = (left: string) => (nameOnly.test(left) ? "" : left);
const nameOnly =
  /^[a-z_" '-]{0,40}(?:key|token|secret|auth|authorization|session)["' ]*(?:=|:|(?:%|-)(?:25){0,2}3D|%3A)["' ]*(?:bearer)?["']*$/i;

/** A line as full as mail programs make it, which goes on in the next: behind `=` (quoted-printable), or with what may be more of a token. */
const goesOn = /=\r?\n|(?<=[\w.-]{60})\r?\n(?:> ?)*(?![a-z]{2,12}[_-]|\d+\s|\d+$)(?=[\w.-]{1,4000}(?:[\s"'<>&,;)]|$))/g;

/** The text as it was before it was broken or disguised; itself when it holds nothing that looks like a secret broken so. */
function inOnePiece(text: string): string {
  const plain = withoutInvisible(text);
  return /[\w.-]\r?\n|=\r?\n/.test(plain) && mayBeSecret.test(plain) ? plain.replaceAll(goesOn, "") : plain;
}

const mayBeSecret = /ey[JA]|persona_|wbhsec_|token/i;

/** The first session token in a text, whatever stands before it; undefined for a text without one, or with one that was cut short. */
export function sessionTokenIn(text: string): string | undefined {
  for (const [found] of text.matchAll(parts)) {
    const begin = tokenIn(found);
    const token = begin === -1 ? "" : found.slice(begin);
    const [whole] = /^[\w-]+\.[\w-]+\.[\w-]+/.exec(token) ?? [];
    if (whole !== undefined) return whole;
  }
  return undefined;
}

/** Where a token begins; -1 where none does. Of a token that lost its head the payload is JSON as well. */
function tokenIn(found: string): number {
  const begins = [...found.matchAll(/ey[JA]/g)].map(({ index }) => index);
  return begins.find((index) => beginsAnObject(found.slice(index, index + longestKey))) ?? -1;
}

/** Signs of base64 in which the first name of a token's JSON ends: names are short (RFC 7515, 7519). */
const longestKey = 120;

/** Whether a part is JSON in base64: `eyJohn.example.com` begins with the same signs, but no name of a member ever ends in it. */
function beginsAnObject(text: string): boolean {
  const [signs = ""] = /^[\w-]*/.exec(text) ?? [];
  try {
    return /^\{\s*"[^"\\]+"\s*:/.test(
      atob(
        signs
          .slice(0, signs.length - (signs.length % 4))
          .replaceAll("-", "+")
          .replaceAll("_", "/"),
      ),
    );
  } catch {
    return false;
  }
}
