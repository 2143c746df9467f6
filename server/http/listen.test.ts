import { once } from "node:events";
import { connect } from "node:net";
import { Hono } from "hono";
import { expect, it } from "vitest";
import type { DeskEnv } from "./context";
import { listen } from "./listen";

it.each([
  ["headers", "POST / HTTP/1.1\r\nHost: desk.example\r\n"],
  ["a body", "POST / HTTP/1.1\r\nHost: desk.example\r\nContent-Length: 100\r\n\r\n{"],
])("whoever never ends %s is cut off", async (_what, beginning) => {
  const app = new Hono<DeskEnv>().post("/", async (c) => c.text(await c.req.text().catch(() => "")));
  const limits = { headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 20 };
  const listening = await listen(app, { host: "127.0.0.1", port: 0 }, limits);
  const client = connect(listening.port, "127.0.0.1");
  try {
    let answer = "";
    client.setEncoding("utf8").on("data", (text: string) => (answer += text));
    client.write(beginning);
    await once(client, "end");
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  } finally {
    client.destroy();
    await listening.stop(Promise.resolve());
  }
});
