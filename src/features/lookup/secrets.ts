/**
 * What must never be kept, shown or sent on, taken out of a pasted text. A session token is a JSON Web Token (Persona docs,
 * "Inquiry sessions"); an API key begins with its environment (Persona docs, "API keys"). Runs at each keystroke and with the first
 * script of the page, so it reads by pattern instead of parsing.
 */

// begins where a run of signs begins, and is bounded where it could begin anywhere: else a huge paste is read once for each of its signs
const linkWithToken = /(?<!\S)\S*?[?&#](?:session-token|session_token|sessionToken)=\S*/;
const named = [/\binq_[A-Za-z0-9]{20,}/, /(?<=[?&#](?:reference-id|reference_id|referenceId)=)[^&#\s]+/, /\bact_[A-Za-z0-9]{20,}/];
const token = /\beyJ[\w-]{8,1000}\.[\w-]{8,}(?:\.[\w-]*)?/g;
const apiKey = /\bpersona_(?:production|sandbox)_[\w-]{8,}/g;

export type Disarmed = {
  /** What may stay in the field. */
  readonly text: string;
  /** What was taken out, and what to do about it; undefined when nothing had to be. */
  readonly warning: string | undefined;
};

/** The text without its secrets. Of a link that carries a token only what it names is left. */
export function disarm(text: string): Disarmed {
  const [link] = linkWithToken.exec(text) ?? [];
  if (link !== undefined) {
    return {
      text: nameIn(link),
      warning:
        "The link carried a session token: whoever has it can see what the user entered. It was taken out and not kept. Do not pass the link on.",
    };
  }
  if (text.search(apiKey) !== -1) {
    return {
      text: text.replace(apiKey, "").trim(),
      warning: "That was a Persona API key. It was not kept and not sent. If it came from a ticket or a chat, have it revoked.",
    };
  }
  if (text.search(token) !== -1) {
    return {
      text: text.replace(token, "").trim(),
      warning:
        "That was a session token: whoever has it can see what the user entered. It was not kept and not sent. Paste the inquiry ID or the reference ID instead.",
    };
  }
  return { text, warning: undefined };
}

/** What a link names: the inquiry, else the reference ID, else the account. */
function nameIn(link: string): string {
  const name = named.map((pattern) => pattern.exec(link)?.[0]).find((found) => found !== undefined) ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
