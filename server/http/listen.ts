import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import type { DeskEnv } from "./context";

/** What a slow or hostile client may take of the server, milliseconds. Event streams are answers, which no limit here ends. */
export type Limits = {
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  /** How often the two are looked at: so much longer a client may take. */
  readonly connectionsCheckingInterval: number;
};

const usualLimits: Limits = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 };
const serverOptions = { keepAliveTimeout: 65_000, maxHeaderSize: 32_768 };

export type Listening = {
  /** Where it listens; the port is told where any free one was asked for. */
  readonly port: number;
  /** Takes no more requests and resolves once those under way are answered, or when it is `late`: those are cut off. */
  stop(late: Promise<void>): Promise<void>;
};

/** Lets an app answer on an address. @throws Error with the system's code, e.g. EADDRINUSE */
export async function listen(app: Hono<DeskEnv>, at: { host: string; port: number }, limits: Limits = usualLimits): Promise<Listening> {
  const server = await new Promise<Server>((resolve, reject) => {
    // with no `createServer` given, Node's own HTTP server is what comes back
    const started = serve({ fetch: app.fetch, hostname: at.host, port: at.port, serverOptions: { ...serverOptions, ...limits } }, () =>
      resolve(started),
    ) as Server;
    started.once("error", reject);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : at.port,
    stop: (late) => stop(server, late),
  };
}

async function stop(server: Server, late: Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  server.closeIdleConnections();
  // a connection that is kept alive after its last answer would hold the stop up until it times out
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, late]);
  clearInterval(sweep);
  server.closeAllConnections();
}
