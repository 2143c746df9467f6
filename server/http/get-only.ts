import type { MiddlewareHandler } from "hono";
import type { DeskEnv } from "./context";

/** A HEAD runs the GET: where that does something, a program that only looks at a link must not do it. */
export const getOnly: MiddlewareHandler<DeskEnv> = async (c, next) => {
  if (c.req.method === "HEAD") return c.body(null, 405, { Allow: "GET" });
  await next();
};
