import { type Context, Hono, type MiddlewareHandler } from "hono";
import type { DeskEnv } from "../http/context";
import type { AuthDeps } from "./auth-deps";
import { developmentRoutes } from "./development-routes";
import { oidcRoutes } from "./oidc-routes";
import { signedOutPage } from "./pages";
import { stylesheet } from "./stylesheet";

const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", "no-store");
};

/** Signing in, by the identity provider or, where nothing is at stake, by picking somebody; and the page after signing out. */
export function authRoutes(deps: AuthDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.use("/auth/*", noStore);
  app.get("/auth/pages.css", (c: Context) =>
    c.body(stylesheet, 200, { "content-type": "text/css; charset=utf-8", "cache-control": "no-cache" }),
  );
  app.get("/auth/signed-out", (c) => c.html(signedOutPage()));
  app.route("/", deps.identityProvider ? oidcRoutes(deps, deps.identityProvider) : developmentRoutes(deps));
  return app;
}
