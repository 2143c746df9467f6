import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { DeskEnv } from "./context";
import type { Metrics } from "./metrics";

/** One log line and one measurement a request. Routes, not addresses: those hold IDs, and a partner's hold reference IDs. */
export function accessLog(metrics: Metrics): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    const started = performance.now();
    metrics.inFlight.inc();
    try {
      await next();
    } finally {
      metrics.inFlight.dec();
      const seconds = (performance.now() - started) / 1000;
      const { status } = c.res;
      const line = { method: c.req.method, route: routeOf(c), status };
      metrics.requests.observe(line, seconds);
      const details = { ...line, ms: Math.round(seconds * 1000), address: c.var.remoteAddress, personId: c.var.person?.user.id };
      // a probe every few seconds is no news, and what it finds wrong is told by who watches it
      const level = /^\/(healthz|readyz)$/.test(line.route) ? "debug" : status >= 500 ? "error" : "info";
      c.var.log[level](details, "request");
    }
  };
}

/** The most particular pattern that took the request; a page's files share one. */
function routeOf(c: Context): string {
  const patterns = matchedRoutes(c)
    .map(({ path }) => path)
    .filter((path) => path !== "*" && path !== "/*");
  return patterns.toSorted((a, b) => b.length - a.length)[0] ?? "page";
}
