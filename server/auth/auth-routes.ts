import { Hono } from "hono";
import type { DeskEnv } from "../http/context";
import type { AuthDeps } from "./auth-deps";
import { backChannelLogoutRoutes } from "./back-channel-logout-routes";
import { developmentRoutes } from "./development-routes";
import { oidcRoutes } from "./oidc-routes";
import { signedOutPage } from "./pages";
import { stylesheet } from "./stylesheet";

/** Signing in, by the identity provider or, in development, by picking a person; and the page after signing out. */
export function authRoutes(deps: AuthDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get("/auth/pages.css", (c) => {
    c.set("isFile", true);
    return c.body(stylesheet, 200, { "content-type": "text/css; charset=utf-8", "cache-control": "no-cache" });
  });
  app.get("/auth/signed-out", (c) => c.html(signedOutPage()));
  app.route("/", deps.identityProvider ? oidcRoutes(deps, deps.identityProvider) : developmentRoutes(deps));
  if (deps.identityProvider) app.route("/", backChannelLogoutRoutes(deps, deps.identityProvider));
  return app;
}
