import { beforeAll, expect, it } from "vitest";
import { everyRoute } from "@test/server/support/every-route";
import { ownPage } from "@test/server/support/full-desk";
import { describeAttacks, head } from "./attack";

/** What a GET may carry besides; any of it may come twice. */
const odd: readonly (readonly [string, string])[] = [
  ["Accept", "*/*;q=2, text/html;level=\u00ff, ,,,"],
  ["Accept", "a/b,".repeat(4_000)],
  ["Accept-Encoding", "br;q=0, gzip;q=-1, ../../etc"],
  ["Accept-Language", "x".repeat(20_000)],
  ["Range", "bytes=0-0,-1,9999999999999999999-"],
  ["Range", "bytes=".padEnd(10_000, "0-1,")],
  ["If-None-Match", '*, W/"a", "'],
  ["If-Modified-Since", "Thu, 99 Foo 99999 99:99:99 GMT"],
  ["X-Forwarded-For", "203.0.113.9, ::1, %00, unknown, '"],
  ["X-Forwarded-Host", "evil.example"],
  ["X-Forwarded-Proto", "javascript"],
  ["Forwarded", 'for="_;by=";host=evil.example'],
  ["Host", "evil.example"],
  ["Origin", "https://evil.example"],
  ["Origin", "null"],
  ["Sec-Fetch-Site", "cross-site"],
  ["Sec-Fetch-Mode", "navigate, no-cors"],
  ["Connection", "close, cookie, authorization, desk-client"],
  ["TE", "trailers, deflate;q=0.5"],
  ["Trailer", "Cookie"],
  ["Upgrade", "websocket"],
  ["Proxy-Authorization", "Basic eA=="],
  ["X-HTTP-Method-Override", "DELETE"],
  ["Last-Event-ID", "9".repeat(5_000)],
  ["Cookie", "__Host-desk=; __Host-desk=%00; =; ;;; a"],
  ["Authorization", `Bearer ${"x".repeat(9_000)}`],
  ["Content-Type", "application/json; charset=\u00ff"],
  ["Desk-Person", "somebody-else, \u00ff"],
  ["Idempotency-Key", "\u00e9\u00ff"],
];

describeAttacks(
  "headers of a GET",
  (target) => {
    let paths: string[] = [];
    let cookie = "";
    beforeAll(async () => {
      const { desk } = target();
      cookie = await desk.cookieOf("admin");
      const all = everyRoute(desk.app).flatMap(({ method, path }) => (method === "GET" ? [path] : []));
      // all of Persona's operations go the same way
      paths = all.filter((path) => !path.startsWith("/api/") || /^\/api\/v1\/inquiries(\/inq_1)?$/.test(path));
    });

    it.each(odd)("%s: %.40s is answered in good order everywhere, though it comes twice", async (name, value) => {
      const { desk, writes } = target();
      const before = writes();
      const line = `${name}: ${value}\r\n`;
      const host = name === "Host" ? "" : "Host: desk.example\r\n";
      for (const path of paths) {
        const { status, headers } = await head(
          desk.port,
          `GET ${path} HTTP/1.1\r\n${host}sec-fetch-site: ${ownPage["sec-fetch-site"]}\r\ncookie: ${cookie}\r\n${line}${line}\r\n`,
        );
        // 503 where the identity provider is away; 0 where the server hangs up on what is no HTTP
        expect([0, 200, 303, 304, 400, 401, 403, 404, 413, 429, 431, 503], `${path} ${status}`).toContain(status);
        expect(headers.get("access-control-allow-origin")).toBeNull();
        expect(headers.get("location") ?? "").not.toContain("evil.example");
      }
      expect(writes()).toBe(before);
    });
  },
  { settings: { PERSON_CALLS_PER_MINUTE: "100000" } },
);
