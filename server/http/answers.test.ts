import { Hono } from "hono";
import pino from "pino";
import { describe, expect, it } from "vitest";
import { readDriverError } from "../db/unavailable";
import { accessLog } from "./access-log";
import type { DeskEnv } from "./context";
import { conflict, DeskError } from "./desk-error";
import { errorAnswer } from "./error-answer";
import { createMetrics } from "./metrics";
import { noStore } from "./no-store";
import { requestContext } from "./request-context";
import { securityHeaders } from "./security-headers";

/** An app with everything every answer goes through, and what it logged. */
function start({ publicUrl = "https://desk.example", trustedProxies = ["10.0.0.0/8"] } = {}) {
  const lines: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
  const metrics = createMetrics();
  const app = new Hono<DeskEnv>();
  app.use(
    requestContext(log, trustedProxies),
    accessLog(metrics),
    securityHeaders({ publicUrl: new URL(publicUrl), fileOrigins: [] }),
    noStore,
  );
  app.onError(errorAnswer);
  app.get("/people/:name", (c) => c.json({ address: c.var.remoteAddress }));
  app.get("/file", (c) => {
    c.set("isFile", true);
    return c.body("a", 200, { "cache-control": "no-cache" });
  });
  app.get("/conflict", () => {
    throw conflict("Somebody was faster.", { claim: { mine: false } });
  });
  app.get("/readyz", (c) => c.text("database unreachable\n", 503));
  app.get("/busy", () => {
    throw new DeskError(503, "Busy", undefined, { headers: { "Retry-After": "7" } });
  });
  app.get("/database/:code", async (c) => {
    c.set("nothingDone", true);
    throw readDriverError(Object.assign(new Error("mara@hollisgrey.example"), { code: c.req.param("code") }));
  });
  app.get("/done-before/:code", async (c) => {
    throw readDriverError(Object.assign(new Error("mara@hollisgrey.example"), { code: c.req.param("code") }));
  });
  app.get("/in-one-transaction/:code", async (c) => {
    c.set("inOneTransaction", true);
    throw readDriverError(Object.assign(new Error("mara@hollisgrey.example"), { code: c.req.param("code") }));
  });
  app.get("/bug", () => {
    throw new TypeError("cannot read mara@hollisgrey.example");
  });
  const get = async (path: string, headers: Record<string, string> = {}, from = "10.1.2.3") =>
    app.fetch(new Request(`${publicUrl}${path}`, { headers }), { incoming: { url: path, socket: { remoteAddress: from } } });
  return { get, lines, metrics };
}

describe("every answer", () => {
  it("carries the headers of a page nobody may frame, sniff or script", async () => {
    const { headers } = await start().get("/people/mara");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    for (const directive of ["frame-ancestors", "object-src", "base-uri"]) expect(policy).toContain(`; ${directive} 'none'`);
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}; includeSubDomains$/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
  });

  it.each(["/people/mara", "/conflict", "/bug", "/nowhere"])("of %s is kept nowhere", async (path) => {
    expect((await start().get(path)).headers.get("cache-control")).toBe("no-store");
  });

  it("that is a file holds as long as it says", async () => {
    expect((await start().get("/file")).headers.get("cache-control")).toBe("no-cache");
  });

  it("says nothing of transport security over plain http", async () => {
    const { headers } = await start({ publicUrl: "http://127.0.0.1:8080" }).get("/people/mara");
    expect(headers.has("strict-transport-security")).toBe(false);
  });

  it.each(["/people/mara", "/conflict", "/bug", "/nowhere"])("of %s has a request ID of its own, which the log knows", async (path) => {
    const { get, lines } = start();
    const ids = [await get(path), await get(path)].map((response) => response.headers.get("desk-request-id"));
    expect(ids[0]).toMatch(/^dr_[0-9a-f]{24}$/);
    expect(ids[1]).not.toBe(ids[0]);
    expect(lines.some((line) => line.includes(String(ids[0])))).toBe(true);
  });
});

describe("a failure", () => {
  it("that was foreseen is told in the form of Persona's errors, with what belongs to it", async () => {
    const { get } = start();
    const answered = await get("/conflict");
    expect(answered.status).toBe(409);
    expect(await answered.json()).toEqual({ errors: [{ title: "Conflict", details: "Somebody was faster." }], claim: { mine: false } });
    expect((await get("/busy")).headers.get("retry-after")).toBe("7");
  });

  it.each([
    ["ECONNRESET", "The desk's database does not answer"],
    ["57P01", "The desk's database does not answer"],
    ["25006", "The desk's database takes no changes"],
    ["55P03", "The desk's database is busy"],
  ])("of the database, %s, may pass, and nothing was sent before it", async (code, title) => {
    const { get, lines } = start();
    const answered = await get(`/database/${code}`);
    expect(answered.status).toBe(503);
    expect(answered.headers.get("retry-after")).toBe("5");
    expect(answered.headers.get("desk-sent")).toBe("no");
    expect(await answered.json()).toEqual({ errors: [{ title, details: "Try again in a moment." }] });
    expect(lines.join("")).not.toContain("mara@");
  });

  it.each(["/done-before/ECONNRESET", "/done-before/55P03", "/in-one-transaction/ECONNRESET"])(
    "of the database leaves open what was done where something may have been: %s",
    async (path) => {
      expect((await start().get(path)).headers.has("desk-sent")).toBe(false);
    },
  );

  it.each(["55P03", "53100"])("of the database, %s, undoes what is one transaction", async (code) => {
    expect((await start().get(`/in-one-transaction/${code}`)).headers.get("desk-sent")).toBe("no");
  });

  it("of a statement is no outage", async () => {
    expect((await start().get("/database/23505")).status).toBe(500);
  });

  it("nobody foresaw tells the caller and the log nothing of its message", async () => {
    const { get, lines } = start();
    const answered = await get("/bug");
    expect(answered.status).toBe(500);
    expect(await answered.text()).not.toContain("mara");
    expect(lines.join("")).toMatch(/TypeError/);
    expect(lines.join("")).not.toContain("mara@");
  });
});

describe("the log and the metrics", () => {
  it("are not filled by probes, whatever these are answered", async () => {
    const { get, lines } = start();
    await get("/readyz");
    expect(lines.map((line) => (JSON.parse(line) as { level: number }).level)).toEqual([20]);
  });

  it("name routes, never what stands in an address", async () => {
    const { get, lines, metrics } = start();
    await get("/people/mara-quill?reference-id=usr_1");
    expect(lines.join("")).toContain('"route":"/people/:name"');
    expect(lines.join("")).not.toMatch(/quill|usr_1/);
    expect(await metrics.registry.metrics()).toMatch(
      /desk_http_request_duration_seconds_count\{method="GET",route="\/people\/:name",status="200"\} 1/,
    );
  });
});

it("a line of the log is one line of JSON, whatever somebody sends", async () => {
  const { get, lines } = start();
  await get("/people/%0a%7b%22level%22:60%7d", { "x-forwarded-for": '192.0.2.9"}{"level":60', "user-agent": '"}{"level":60' });
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line.trimEnd()).not.toMatch(/[\n\r]|"level":60/);
    expect(JSON.parse(line)).toMatchObject({ level: 30, msg: "request" });
  }
});

describe("the caller's address", () => {
  it.each([
    ["the connection's", {}, "192.0.2.7", "192.0.2.7"],
    ["not what an untrusted caller claims", { "x-forwarded-for": "198.51.100.1" }, "192.0.2.7", "192.0.2.7"],
    ["what a trusted proxy tells", { "x-forwarded-for": "198.51.100.1" }, "10.1.2.3", "198.51.100.1"],
    [
      "the last that no trusted proxy vouches for",
      { "x-forwarded-for": "203.0.113.9, 198.51.100.1, 10.9.9.9" },
      "10.1.2.3",
      "198.51.100.1",
    ],
    ["the proxy's, where it tells nonsense", { "x-forwarded-for": "unknown" }, "10.1.2.3", "10.1.2.3"],
    ["without the mapping of IPv4 into IPv6", {}, "::ffff:192.0.2.7", "192.0.2.7"],
  ])("is %s", async (_what, headers, from, expected) => {
    expect(await (await start().get("/people/mara", headers, from)).json()).toEqual({ address: expected });
  });
});
