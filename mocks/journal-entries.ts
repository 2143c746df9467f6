import type { Dispatched } from "./dispatch";
import type { Incoming } from "./http/incoming";
import type { JournalEntry } from "./world/journal";
import type { Environment } from "./world/world";

/** Only these headers decide what a write does and answers. */
const JOURNALED_HEADERS = ["idempotency-key", "key-inflection"];

/** A request as the journal keeps it. */
export const entryOf = ({ method, path, search, headers, body }: Incoming, at: number, { answer, as }: Dispatched): JournalEntry => ({
  at,
  method,
  url: `${path}?${search}`,
  headers: Object.fromEntries(JOURNALED_HEADERS.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? ""]] : []))),
  body,
  status: answer.status,
  as,
});

/** The request an entry was made from, as far as it matters. */
export function incomingOf({ method, url, headers, body }: JournalEntry): Incoming {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  return { method, path: pathname, search: searchParams, headers: new Headers(headers), body: body ?? "" };
}

/** The environment of the key it was sent with. */
export const environmentOf = ({ as }: JournalEntry): Environment | undefined => (as === "production" || as === "sandbox" ? as : undefined);
