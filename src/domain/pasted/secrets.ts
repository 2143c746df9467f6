/**
 * Secrets in a pasted text. A session token is a JSON Web Token (Persona docs, "Inquiry sessions"), an API key begins with its environment
 * (Persona docs, "API keys"), a webhook's secret with `wbhsec_`. None needs a word boundary before it: `session-token%3DeyJ…` holds one.
 */

export type SecretKind = "session token" | "API key" | "webhook secret";

/** What may be two or three parts of a token; begins where a run of signs does, so that a huge paste is read once. */
const parts = /(?<![\w-])[\w-]+\.[\w-]*(?:\.[\w-]*)?/g;
const apiKey = /persona_(?:production|sandbox)_[\w-]{8,}/gi;
const webhookSecret = /wbhsec_[\w-]{8,}/g;
/** A parameter or a line that calls its value a token, whatever that looks like: until what ends a parameter, encoded or not. */
const named =
  /(?:session|access|auth)[-_ ]?token["']?\s*(?:=|:|(?:%|-)(?:25){0,2}3D|%3A)\s*["']?(?:(?!%(?:25){0,2}26|-26)[^&#\s"'<>|,;)])+|(?:session|access)-2Dtoken-3D[\w-]+/gi;

export type WithoutSecrets = { readonly text: string; /** What was in it, each kind once. */ readonly taken: readonly SecretKind[] };

/** The text with every secret cut out, white space around what is left taken off. The same text when it holds none. */
export function withoutSecrets(text: string): WithoutSecrets {
  const taken = new Set<SecretKind>();
  const cut = (kind: SecretKind) => () => {
    taken.add(kind);
    return "";
  };
  const left = text
    .replace(apiKey, cut("API key"))
    .replace(webhookSecret, cut("webhook secret"))
    .replace(named, cut("session token"))
    .replace(parts, (found) => {
      const begin = tokenIn(found);
      return begin === -1 ? found : found.slice(0, begin) + cut("session token")();
    });
  return taken.size === 0 ? { text, taken: [] } : { text: left.trim(), taken: [...taken] };
}

/** The first session token in a text, whatever stands before it; undefined for a text without one, or with one that was cut short. */
export function sessionTokenIn(text: string): string | undefined {
  for (const [found] of text.matchAll(parts)) {
    const begin = tokenIn(found);
    const token = begin === -1 ? "" : found.slice(begin);
    if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return token;
  }
  return undefined;
}

/** Where a token begins: its first part is JSON in base64. `keyJohnson.example` has the same letters and is none; -1 then. */
function tokenIn(found: string): number {
  const head = found.slice(0, found.indexOf("."));
  const begins = [...head.matchAll(/ey[JA]/g)].map(({ index }) => index);
  return begins.find((begin) => beginsAnObject(head.slice(begin, begin + 12))) ?? -1;
}

function beginsAnObject(text: string): boolean {
  try {
    return /^\{\s*"[\w-]+/.test(
      atob(
        text
          .slice(0, text.length - (text.length % 4))
          .replaceAll("-", "+")
          .replaceAll("_", "/"),
      ),
    );
  } catch {
    return false;
  }
}
