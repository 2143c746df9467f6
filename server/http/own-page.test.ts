import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { DeskEnv } from "./context";
import { errorAnswer } from "./error-answer";
import { requireOwnPage } from "./own-page";

const own = "https://desk.example.com";
const app = new Hono<DeskEnv>();
app.use(requireOwnPage(new URL(own)));
app.all("*", (c) => c.text("done"));
app.onError(errorAnswer);

const web = { "desk-client": "web" };
const same = { "sec-fetch-site": "same-origin" };

describe("a write", () => {
  it.each<[Record<string, string>, number]>([
    [{ ...web, ...same, origin: own }, 200],
    [{ ...web, origin: own }, 200],
    [{ ...web, ...same }, 200],
    [{}, 403],
    [{ ...same, origin: own }, 403],
    [{ "desk-client": "Web", ...same, origin: own }, 403],
    [{ "desk-client": "partner", ...same, origin: own }, 403],
    [{ ...web }, 403],
    [{ ...web, origin: "null" }, 403],
    [{ ...web, ...same, origin: "null" }, 403],
    [{ ...web, origin: "https://evil.example" }, 403],
    [{ ...web, ...same, origin: "https://evil.example" }, 403],
    [{ ...web, origin: "http://desk.example.com" }, 403],
    [{ ...web, origin: "https://desk.example.com:8443" }, 403],
    [{ ...web, origin: "https://desk.example.com.evil.example" }, 403],
    [{ ...web, origin: "https://evil.example/https://desk.example.com" }, 403],
    [{ ...web, origin: "https://sub.desk.example.com" }, 403],
    [{ ...web, origin: "https://desk.example.com/" }, 403],
    [{ ...web, origin: "HTTPS://DESK.EXAMPLE.COM" }, 403],
    [{ ...web, origin: `${own}, https://evil.example` }, 403],
    [{ ...web, origin: own, "sec-fetch-site": "cross-site" }, 403],
    [{ ...web, origin: own, "sec-fetch-site": "same-site" }, 403],
    [{ ...web, origin: own, "sec-fetch-site": "none" }, 403],
    [{ ...web, "sec-fetch-site": "none" }, 403],
    [{ ...web, "x-forwarded-host": "evil.example", host: "evil.example", origin: "https://evil.example" }, 403],
    [{ ...web, referer: `${own}/inquiries` }, 403],
  ])("with %j: %s", async (headers, status) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      expect((await app.request(`${own}/desk/v1/session/end`, { method, headers })).status).toBe(status);
    }
  });
});

describe("a read", () => {
  it.each<[Record<string, string>, number]>([
    [{}, 200],
    [{ ...same }, 200],
    [{ ...same, origin: own }, 200],
    [{ "sec-fetch-site": "none" }, 200],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "sec-fetch-site": "same-site" }, 403],
    [{ "sec-fetch-site": "cross-site", origin: own }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ ...same, origin: "null" }, 403],
  ])("with %j: %s", async (headers, status) => {
    for (const method of ["GET", "HEAD"]) expect((await app.request(`${own}/desk/v1/session`, { method, headers })).status).toBe(status);
  });
});
