import { ownPageHeader, urlBelowBase } from "./client-config";
import { fetchUnlessFirst } from "./first-answers";
import { createClient } from "./generated/persona/client";
import { serializeQuery } from "./query-string";

/**
 * Calls the desk's own API. The same client code as for Persona's, pointed at the application's base; pass it to every function of
 * `generated/desk/sdk.gen`: `request(() => listClaims({ client: deskClient, query, signal }))`.
 */
export const deskClient = createClient({
  baseUrl: urlBelowBase("").replace(/\/$/, ""),
  headers: ownPageHeader,
  credentials: "same-origin",
  fetch: fetchUnlessFirst,
  cache: "no-store",
  querySerializer: serializeQuery,
  parseAs: "stream",
});
