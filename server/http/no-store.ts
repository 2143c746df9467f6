import type { MiddlewareHandler } from "hono";
import type { DeskEnv } from "./context";

/** Whatever is answered is for whoever asked, now: no browser and no proxy keeps it. Only files (`isFile`) say themselves how long they hold. */
export const noStore: MiddlewareHandler<DeskEnv> = async (c, next) => {
  await next();
  if (c.var.isFile !== true) c.res.headers.set("cache-control", "no-store");
};
