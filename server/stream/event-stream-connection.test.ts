import { once } from "node:events";
import { connect } from "node:net";
import { Hono } from "hono";
import { expect, it, onTestFinished } from "vitest";
import type { DeskEnv } from "../http/context";
import { listen } from "../http/listen";
import { alwaysWell } from "@test/server/support/event-desk";
import { createEventStreams } from "./event-stream-routes";
import type { StoredPush } from "../push/push";

/** Event streams over real connections, fed by hand. */
async function start() {
  const listeners = new Set<(push: StoredPush) => void>();
  const counts: { open: number; wake: () => void } = { open: 0, wake: () => undefined };
  const streams = createEventStreams({
    db: { listen: async () => async () => undefined },
    health: alwaysWell,
    pushes: {
      subscribe: async (listener) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      after: async () => [],
      latest: async () => 0,
      knows: async () => true,
    },
    sessionLife: async () => ({ idleExpiresAt: null, absoluteExpiresAt: null, warnSeconds: 0 }),
    limits: { stalledMs: 200, heartbeatMs: 50 },
    onCount: (open) => {
      counts.open = open;
      counts.wake();
    },
  });
  const app = new Hono<DeskEnv>();
  app.use(async (c, next) => {
    c.set("person", { sessionId: "s", user: { id: "noa", name: "Noa", emailAddress: "" }, role: "reviewer" });
    await next();
  });
  app.route("/", streams.routes);
  const listening = await listen(app, { host: "127.0.0.1", port: 0 });
  onTestFinished(async () => {
    await streams.close();
    await listening.stop(Promise.resolve());
  });
  let seq = 0;
  return {
    port: listening.port,
    listeners,
    publish: (size: number) => {
      seq += 1;
      const change = { type: "inquiry", id: "x".repeat(size), related: [] };
      for (const listener of listeners) listener({ seq, change, roles: null });
    },
    open: async (count: number) => {
      while (counts.open !== count) {
        await new Promise<void>((resolve) => {
          counts.wake = resolve;
        });
      }
    },
  };
}

const ask = (port: number) => {
  const socket = connect(port, "127.0.0.1");
  socket.write("GET /desk/v1/events HTTP/1.1\r\nHost: desk.test\r\n\r\n");
  return socket;
};

it("a browser that closes its tab leaves nothing behind", async () => {
  const { port, open, listeners } = await start();
  const socket = ask(port);
  await once(socket, "data");
  await open(1);
  socket.destroy();
  await open(0);
  expect(listeners.size).toBe(0);
});

it("a connection that nobody reads from is closed", async () => {
  const { port, open, publish, listeners } = await start();
  const socket = ask(port);
  await once(socket, "data");
  socket.pause();
  const closed = once(socket, "close");
  // more than the buffers on the way hold
  for (let index = 0; index < 200; index += 1) publish(200_000);
  await open(0);
  expect(listeners.size).toBe(0);
  socket.resume();
  await closed;
});
