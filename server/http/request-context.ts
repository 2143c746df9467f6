import { randomBytes } from "node:crypto";
import { BlockList, isIP } from "node:net";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { DeskEnv } from "./context";

/** Names the request in the log, in the answer's `Desk-Request-Id`, in the audit log, and on the browser's error screen. */
const newRequestId = () => `dr_${randomBytes(12).toString("hex")}`;

/** Gives every request its ID, a log that carries it, and the caller's address. @param trustedProxies addresses or CIDR ranges */
export function requestContext(log: Logger, trustedProxies: readonly string[]): MiddlewareHandler<DeskEnv> {
  const addressOf = remoteAddressReader(trustedProxies);
  return async (c, next) => {
    const requestId = newRequestId();
    c.set("requestId", requestId);
    c.set("log", log.child({ requestId }));
    c.set("remoteAddress", addressOf(c));
    await next();
    c.res.headers.set("Desk-Request-Id", requestId);
  };
}

/** The caller's address: the connection's, or the last entry of `X-Forwarded-For` that no trusted proxy vouches for. */
function remoteAddressReader(trustedProxies: readonly string[]): (c: Context) => string {
  const trusted = new BlockList();
  for (const entry of trustedProxies) {
    const [address = "", prefix] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(prefix), family);
  }
  const isTrusted = (address: string) => trusted.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return (c) => {
    let address = connectionAddress(c);
    const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
    while (isIP(address) !== 0 && isTrusted(address)) {
      const next = forwarded.pop();
      if (next === undefined || isIP(next) === 0) break;
      address = next;
    }
    return address;
  };
}

function connectionAddress(c: Context): string {
  // a test that calls the app directly has no connection; what the runtime hands over is anything to Hono
  const env = c.env as { incoming?: unknown } | undefined;
  if (env?.incoming === undefined) return "";
  const address = getConnInfo(c).remote.address ?? "";
  return address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
}
