import type { MiddlewareHandler } from "hono";
import type { DeskEnv } from "./context";

/** No answer is kept by a browser or a proxy, for each is one person's and of this moment. Only files (`isFile`) set their own Cache-Control. */
export const noStore: MiddlewareHandler<DeskEnv> = async (c, next) => {
  await next();
  if (c.var.isFile !== true) c.res.headers.set("cache-control", "no-store");
};
