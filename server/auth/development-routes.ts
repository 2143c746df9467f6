import { Hono } from "hono";
import type { DeskEnv } from "../http/context";
import { badRequest, forbidden } from "../http/desk-error";
import { isFromOwnOrigin } from "../http/own-page";
import { readForm } from "../http/request-body";
import { admit } from "./admit";
import type { AuthDeps } from "./auth-deps";
import { developmentPeople } from "./development-people";
import { developmentPage } from "./pages";
import { returnPath } from "./return-path";

const developmentIssuer = "urn:inquiry-desk:development";

/**
 * Whether the sign-in page sent the form. Under `Referrer-Policy: no-referrer` browsers say `Origin: null` even to the page's own origin;
 * `Sec-Fetch-Site` then tells a page of ours from a sandboxed frame of somebody else's, and the host's name one whose name was made to lead
 * to this machine (not the port: behind a proxy the server has another one). Without a session such a page is answered nothing.
 */
const isFromOwnForm = (publicUrl: URL, { url, headers }: Request) =>
  new URL(url).hostname === publicUrl.hostname &&
  (isFromOwnOrigin(publicUrl, headers) || (headers.get("origin") === "null" && headers.get("sec-fetch-site") === "same-origin"));

/** Sign-in without an identity provider: whoever opens it picks who to be. @throws Error where the configuration did not ask for it */
export function developmentRoutes(deps: AuthDeps): Hono<DeskEnv> {
  const { config } = deps;
  // the configuration refuses that, too; a mistake in the wiring must not let anybody in
  if (config.signIn.kind !== "development" || config.persona.environment === "production") throw new Error("No sign-in is configured");
  const people = deps.developmentPeople ?? developmentPeople;
  const app = new Hono<DeskEnv>();

  app.get("/auth/sign-in", (c) => c.redirect(`/auth/development?to=${encodeURIComponent(returnPath(c.req.query("to")))}`, 303));
  app.get("/auth/development", (c) => c.html(developmentPage(people, returnPath(c.req.query("to")))));
  app.post("/auth/development", async (c) => {
    if (!isFromOwnForm(config.publicUrl, c.req.raw)) throw forbidden("This request did not come from the sign-in page.");
    const form = await readForm(c.req.raw);
    const person = people.find(({ emailAddress }) => emailAddress === form.get("person"));
    if (!person) throw badRequest("person is not one of those offered");
    return admit(c, deps, { ...person, issuer: developmentIssuer, subject: person.emailAddress }, returnPath(form.get("to") ?? undefined));
  });
  return app;
}
