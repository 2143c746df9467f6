import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeOnSharedDatabase } from "@test/server/support/databases";
import { type FullDesk, ownPage, startFullDesk } from "@test/server/support/full-desk";
import { describeAttacks, raw } from "./attack";

/** Headers that Persona must never see, or never from a browser. */
const smuggled = {
  authorization: "Bearer persona_production_stolen",
  "persona-version": "2020-05-18",
  "key-inflection": "snake",
  "x-forwarded-for": "203.0.113.9",
  "x-forwarded-host": "evil.example",
  forwarded: "for=203.0.113.9",
  "x-real-ip": "203.0.113.9",
  "x-http-method-override": "DELETE",
  "x-original-url": "/api/v1/accounts",
  te: "trailers",
  upgrade: "h2c",
  "proxy-authorization": "Basic eA==",
  "x-desk-role": "admin",
  "desk-request-id": "dr_forged",
  referer: "https://desk.example/inquiries/inq_1",
  "user-agent": "Mozilla/5.0 of a reviewer",
  "accept-language": "de",
  origin: "https://desk.example",
  via: "1.1 a",
} as const;

describeOnSharedDatabase("what a browser sends along", (db) => {
  const seen: { url: string; headers: IncomingHttpHeaders }[] = [];
  const persona = createServer((request, response) => {
    seen.push({ url: request.url ?? "", headers: request.headers });
    response.writeHead(200, {
      "content-type": "application/json",
      "set-cookie": "persona=1; Path=/",
      "request-id": "req_1",
      "ratelimit-remaining": "299",
      "ratelimit-limit": "300",
      "ratelimit-reset": "60",
      server: "upstream/1.0",
      "x-powered-by": "secrets",
      "access-control-allow-origin": "*",
      "content-security-policy": "default-src *",
    });
    response.end('{"data":[],"links":{"prev":null,"next":null}}');
  });
  let desk: FullDesk;
  beforeAll(async () => {
    await new Promise<void>((resolve) => persona.listen(0, "127.0.0.1", resolve));
    // listening on TCP, so it is no pipe's name
    desk = await startFullDesk(db(), { personaUrl: `http://127.0.0.1:${(persona.address() as AddressInfo).port}` });
  });
  afterAll(async () => {
    await desk.stop();
    persona.closeAllConnections();
    persona.close();
  });

  it.each(Object.entries(smuggled))("%s does not reach Persona as sent", async (name, value) => {
    // fetch forbids some of these, a socket does not
    const answer = await raw(
      desk.port,
      `GET /api/v1/events?filter[name]=${encodeURIComponent(name)} HTTP/1.1\r\nHost: desk.example\r\nCookie: ${await desk.cookieOf("lead")}\r\n` +
        `${name === "upgrade" ? "Connection: upgrade, close" : "Connection: close"}\r\n${name}: ${value}\r\n\r\n`,
    );
    expect([200, 400]).toContain(answer.status);
    const upstream = seen.find(({ url }) => url.includes(encodeURIComponent(name)));
    if (answer.status === 200 && upstream === undefined) throw new Error("Nothing reached Persona, so nothing was shown");
    expect(upstream?.headers[name]).not.toBe(value);
    expect(upstream?.headers.cookie).toBeUndefined();
    expect(upstream?.headers.authorization ?? desk.config.persona.apiKey).toContain(desk.config.persona.apiKey);
  });

  it("nothing of Persona's own headers comes back but what the app reads", async () => {
    const { headers } = await desk.call("lead", "GET", "/api/v1/events");
    expect(headers.get("request-id")).toBe("req_1");
    expect(headers.get("ratelimit-remaining")).toBe("299");
    for (const name of ["set-cookie", "server", "x-powered-by", "access-control-allow-origin"]) expect(headers.get(name)).toBeNull();
    expect(headers.get("content-security-policy")).not.toContain("*");
    expect(headers.get("cache-control")).toBe("no-store");
  });
});

const own = Object.entries(ownPage)
  .map(([name, value]) => `${name}: ${value}\r\n`)
  .join("");

const tag = '{"meta":{"tagName":"smuggled"}}';

describeAttacks("a request that means two things", (target) => {
  it.each([
    ["both lengths", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nANOTHER"],
    ["two lengths", "Content-Length: 2\r\nContent-Length: 40\r\n", "{}ANOTHER"],
    ["an odd encoding", "Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n"],
    ["a space before the colon", "Transfer-Encoding : chunked\r\nContent-Length: 2\r\n", "{}"],
    ["a folded line", "X-One: a\r\n Desk-Client: web\r\nContent-Length: 2\r\n", "{}"],
    ["a bare line feed", "X-One: a\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n", "{}"],
    ["a length that is none", "Content-Length: +2\r\n", "{}"],
    ["a null in a header", "X-One: a\0b\r\nContent-Length: 2\r\n", "{}"],
    ["headers without end", `X-One: ${"a".repeat(40_000)}\r\nContent-Length: 2\r\n`, "{}"],
  ])("by %s", async (_what, headers, body) => {
    const { desk, refused, accountId } = target();
    const from = `HTTP/1.1\r\nHost: desk.example\r\nCookie: ${await desk.cookieOf("admin")}\r\n${own}`;
    const another = `POST /api/v1/accounts/${accountId}/add-tag ${from}Idempotency-Key: k\r\nContent-Length: ${tag.length}\r\n\r\n${tag}`;
    const bytes =
      `POST /api/v1/accounts/${accountId}/add-nothing ${from}Connection: close\r\n${headers}\r\n` + body.replace("ANOTHER", another);
    expect((await refused(() => raw(desk.port, bytes))).text).not.toContain("200 OK");
  });

  it.each(["a\r\nX-Role: admin", "a\nb", "ä", "", " ", "a b", "x".repeat(256), "\u0000"])("by an Idempotency-Key of %j", async (key) => {
    const { desk, refused, accountId } = target();
    const bytes =
      `POST /api/v1/accounts/${accountId}/add-tag HTTP/1.1\r\nHost: desk.example\r\nCookie: ${await desk.cookieOf("admin")}\r\n${own}` +
      `Idempotency-Key:${key === "a\r\nX-Role: admin" ? " a b" : ` ${key}`}\r\nContent-Length: ${tag.length}\r\nConnection: close\r\n\r\n${tag}`;
    expect((await refused(() => raw(desk.port, bytes))).status).toBe(400);
  });
});
