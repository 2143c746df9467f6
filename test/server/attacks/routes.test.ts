import { beforeAll, expect, it } from "vitest";
import { bodyLimitOf } from "@server/http/request-body";
import { everyRoute, type Route } from "@test/server/support/every-route";
import { ownPage, ownWrite } from "@test/server/support/full-desk";
import { describeAttacks, head } from "./attack";

const chunk = 16 * 1024;

describeAttacks(
  "on every route there is",
  (target) => {
    let routes: Route[] = [];
    let own = "";
    beforeAll(async () => {
      const { desk } = target();
      routes = everyRoute(desk.app);
      const { "content-type": _type, ...rest } = ownPage;
      own = Object.entries({ ...rest, cookie: await desk.cookieOf("admin"), authorization: `Bearer iqd_${"A".repeat(43)}` })
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join("");
    });
    const ask = (method: string, path: string, headers: string) =>
      head(target().desk.port, `${method} ${path} HTTP/1.1\r\nHost: desk.example\r\n${headers}\r\n`);

    it("there are routes at all, Persona's among them", () => {
      expect(routes.length).toBeGreaterThan(60);
      const named = routes.map(({ method, path }) => `${method} ${path}`);
      expect(named).toContain("PUT /desk/v1/settings/sla");
      expect(named).toContain("POST /api/v1/accounts/inq_1/add-tag");
      expect(named).toContain("POST /webhooks/persona");
    });

    it("a body that says it is too long is refused unread, and the connection given up", async () => {
      const { writes } = target();
      const before = writes();
      for (const { method, path } of routes) {
        const answer = await ask(method, path, `${own}Content-Length: ${bodyLimitOf(method, path) + 1}\r\n`);
        expect([method, path, answer.status, answer.headers.get("connection")]).toEqual([method, path, 413, "close"]);
      }
      expect(writes()).toBe(before);
    });

    it("a body that says nothing of its length is read no further than it may be", async () => {
      const { desk, writes } = target();
      const before = writes();
      const headers = { ...ownWrite(), cookie: await desk.cookieOf("admin") };
      const tooLong: string[] = [];
      for (const { method, path } of routes.filter(({ method }) => bodyLimitOf(method, "/") > 0)) {
        const body = endless();
        const answer = await desk.app.request(path, { method, headers, body: body.stream, ...streamed });
        await answer.body?.cancel();
        expect(answer.status, path).toBeLessThan(500);
        expect(body.read(), path).toBeLessThanOrEqual(bodyLimitOf(method, path) + 3 * chunk);
        if (answer.status === 413) tooLong.push(path);
      }
      expect(tooLong).toContain("/webhooks/persona");
      expect(tooLong).toContain("/desk/v1/settings/sla");
      expect(tooLong).toContain("/api/v1/accounts/inq_1/add-tag");
      expect(writes()).toBe(before);
    });

    it("nothing is read of a body before it is known who sends it", async () => {
      for (const { method, path } of routes.filter(
        (route) => /^\/(desk|api|partner)\//.test(route.path) && bodyLimitOf(route.method, "/") > 0,
      )) {
        const body = endless();
        const answer = await target().desk.app.request(path, { method, headers: ownPage, body: body.stream, ...streamed });
        expect([401, 404], path).toContain(answer.status);
        expect(body.read(), path).toBeLessThanOrEqual(2 * chunk);
      }
    });

    it("a method that takes no body gets none", async () => {
      for (const { path } of routes) {
        for (const method of ["GET", "HEAD", "DELETE", "OPTIONS"]) {
          expect([method, path, (await ask(method, path, `${own}Transfer-Encoding: chunked\r\n`)).status]).toEqual([method, path, 413]);
        }
      }
    });

    it("no answer is kept, by whomever", async () => {
      for (const headers of [own, ""]) {
        for (const { method, path } of routes) {
          if (path === "/auth/pages.css" || path === "/desk/v1/session/end") continue;
          const answer = await ask(method, path, `${headers}Content-Length: 0\r\n`);
          expect([method, path, answer.headers.get("cache-control")]).toEqual([method, path, "no-store"]);
        }
      }
    });

    it("HEAD, OPTIONS and TRACE do nothing, fail at nothing and tell nothing", async () => {
      const { writes } = target();
      const before = writes();
      for (const { path } of routes) {
        for (const method of ["HEAD", "OPTIONS", "TRACE"]) {
          const answer = await ask(method, path, `${own}X-Secret: told-to-nobody\r\nAccess-Control-Request-Method: POST\r\n`);
          const doesNothing = [401, 403, 404];
          // HEAD is a GET without its body; 503 where the identity provider is away
          expect(method === "HEAD" ? [...doesNothing, 200, 303, 400, 405, 503] : doesNothing, `${method} ${path}`).toContain(answer.status);
          expect(answer.text).not.toMatch(/told-to-nobody|access-control-/i);
        }
      }
      expect(writes()).toBe(before);
    });
  },
  { settings: { PERSON_CALLS_PER_MINUTE: "100000" } },
);

// a stream can only be sent with `duplex`, which TypeScript's DOM types do not know
const streamed: { duplex: "half" } = { duplex: "half" };

/** Spaces without end, and how many of them were taken. */
function endless() {
  let taken = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken += chunk;
      controller.enqueue(new Uint8Array(chunk).fill(0x20));
    },
  });
  return { stream, read: () => taken };
}
