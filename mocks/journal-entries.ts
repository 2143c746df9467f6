import type { Fate } from "./desk-calls";
import type { Dispatched } from "./dispatch";
import type { Incoming } from "./http/incoming";
import type { JournalEntry } from "./world/core/journal";
import type { Environment } from "./world/core/world";

/** Only these headers decide what a write does and answers. */
const journaledHeaders = ["idempotency-key", "key-inflection"];
/** What befell the calls that the desk made at Persona meanwhile. */
const fatesHeader = "simulator-fates";
const settledPath = "/simulator/v1/settled";

/** A request as the journal keeps it. */
export const entryOf = (
  { method, path, search, headers, body }: Incoming,
  at: number,
  { answer, as, fates = [] }: Dispatched,
): JournalEntry => ({
  at,
  method,
  url: `${path}?${search}`,
  headers: {
    ...Object.fromEntries(journaledHeaders.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? ""] as const] : []))),
    ...(fates.length > 0 && { [fatesHeader]: JSON.stringify(fates) }),
  },
  body,
  status: answer.status,
  as,
});

/** What fell due, where the desk called Persona about it. */
export const settledEntry = (at: number, fates: readonly Fate[]): JournalEntry => ({
  at,
  method: "POST",
  url: settledPath,
  headers: { [fatesHeader]: JSON.stringify(fates) },
  body: null,
  status: 200,
});

/** Whether an entry stands for what fell due by then. */
export const isSettled = ({ url }: JournalEntry): boolean => url === settledPath;

/** What befell the calls that the desk made at Persona when an entry came about. */
// Whatever stands there was written by the two above.
export const fatesOf = ({ headers }: JournalEntry): Fate[] => JSON.parse(headers[fatesHeader] ?? "[]") as Fate[];

/** The request an entry was made from, as far as it matters. */
export function incomingOf({ method, url, headers, body }: JournalEntry): Incoming {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  return { method, path: pathname, search: searchParams, headers: new Headers(headers), body: body ?? "" };
}

/** The environment of the key it was sent with. */
export const environmentOf = ({ as }: JournalEntry): Environment | undefined => (as === "production" || as === "sandbox" ? as : undefined);
