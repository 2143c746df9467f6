import type { ClientOptions, Config } from "./generated/persona/client";
import type { ClientOptions as PersonaOptions } from "./generated/persona/types.gen";
import { fetchUnlessFirst } from "./first-answers";
import { serializeQuery } from "./query-string";

/** Tells the server side that a page of its own is calling: no form and no other site's page can send it. */
export const ownPageHeader = { "Desk-Client": "web" } as const;

/**
 * Absolute URL of a path below the application's own base, e.g. `api/v1`.
 * Absolute because `Request` outside a browser takes no relative one; `document.baseURI` makes a
 * relative base (a demo hosted under any path) come out right.
 */
export function urlBelowBase(path: string): string {
  return new URL(path, new URL(import.meta.env.BASE_URL, document.baseURI)).href;
}

/**
 * Called once by the generated client. Calls go to the application's own origin, where the server
 * side adds the API key and the version of the API: neither is ever set here.
 */
export const createClientConfig = (config?: Config<ClientOptions & PersonaOptions>): Config<Required<ClientOptions> & PersonaOptions> => ({
  ...config,
  baseUrl: urlBelowBase("api/v1"),
  headers: { ...ownPageHeader, "Key-Inflection": "camel" },
  credentials: "same-origin",
  fetch: fetchUnlessFirst,
  // Personal data stays out of the browser's cache.
  cache: "no-store",
  querySerializer: serializeQuery,
  // `request` reads the body itself: an answer that is not what it claims must become an ApiError, not data.
  parseAs: "stream",
});
