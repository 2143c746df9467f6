import { expect, it } from "vitest";
import { ownWrite } from "@test/server/support/full-desk";
import { describeAttacks, raw } from "./attack";

/** `ID` stands for an account, whose tags a page may change. */
const paths = [
  "/api/v1/accounts/ID/../../inquiries",
  "/api/v1/accounts/ID/%2e%2e/ID/add-tag",
  "/api/v1/accounts/ID/.%2e/add-tag",
  "/api/v1/accounts%2FID%2Fadd-tag",
  "/api/v1/accounts/ID%2Fadd-tag",
  "/api/v1/accounts/ID%5cadd-tag",
  "/api/v1/accounts/ID\\add-tag",
  "/api/v1//accounts/ID/add-tag",
  "//api/v1/accounts/ID/add-tag",
  "/api/v1/accounts/ID/add-tag/",
  "/api/v1/accounts/ID/add-tag;a=b",
  "/api/v1/accounts/ID/add-tag%00",
  "/api/v1/accounts/ID/add-tag%20",
  "/api/v1/accounts/ID/add-tag%0d%0aX-Role:admin",
  "/api/v1/accounts/ID/ADD-TAG",
  "/API/v1/accounts/ID/add-tag",
  "/api/v2/accounts/ID/add-tag",
  "/api/v1/./accounts/ID/add-tag",
  "/api/v1/accounts/ID%252fadd-tag",
  "/api/v1/accounts/%49D/add-tag",
  "/api/v1/accounts/{accountId}/add-tag",
  "/api/v1/accounts/ID:add-tag",
  "/api/v1/accounts/ID/add-tag?include=a&include=b",
  "/api/v1/accounts/ID/add-tag?include=a&%69nclude=b",
  "/api/v1/accounts/ID/add-tag?role=admin",
  "/api/v1/accounts/ID/add-tag?__proto__[role]=admin",
  "/api/v1/api-keys",
  "/api/v1/webhooks",
  "/api/v1/api-logs",
  "/api/v1/importer/accounts",
  "/api/v1/users",
  "/api/v1",
  "/api/",
  "/simulator/v1/reset",
  "http://127.0.0.1:1/api/v1/accounts/ID/add-tag",
  "https://withpersona.com/api/v1/accounts/ID/add-tag",
];

describeAttacks("an address that is not an operation's own", (target) => {
  /** As a page adds a tag, but for the address. */
  async function post(path: string) {
    const { desk, accountId } = target();
    const body = '{"meta":{"tagName":"seen"}}';
    const lines = [
      `POST ${path.replaceAll("ID", accountId)} HTTP/1.1`,
      "Host: desk.example",
      `Cookie: ${await desk.cookieOf("admin")}`,
      ...Object.entries(ownWrite()).map(([name, value]) => `${name}: ${value}`),
      `Content-Length: ${body.length}`,
      "Connection: close",
    ];
    return raw(desk.port, `${lines.join("\r\n")}\r\n\r\n${body}`);
  }

  it.each(paths)("POST %s", async (path) => {
    const { refused } = target();
    expect([400, 404]).toContain((await refused(() => post(path))).status);
  });

  it("POST of the operation's own is passed on", async () => {
    expect((await post("/api/v1/accounts/ID/add-tag")).status).toBe(200);
  });

  it.each([
    "/../package.json",
    "/..%2fpackage.json",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/..%5c..%5cpackage.json",
    "/.vite/manifest.json",
    "/.env",
    "/.git/config",
    "/server/main.ts",
    "/data/lock",
  ])("GET %s hands out no file", async (path) => {
    const { desk } = target();
    const { status, text } = await raw(desk.port, `GET ${path} HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n`);
    expect([400, 404]).toContain(status);
    expect(text).not.toMatch(/root:|inquiry-desk|PERSONA_API_KEY/);
  });

  it.each(["TRACE", "CONNECT", "PUT", "PATCH", "DELETE", "PROPFIND"])("%s is no way to write", async (method) => {
    const { desk, accountId, writes } = target();
    const before = writes();
    const own = Object.entries(ownWrite()).map(([name, value]) => `${name}: ${value}\r\n`);
    const answer = await raw(
      desk.port,
      `${method} /api/v1/accounts/${accountId}/add-tag HTTP/1.1\r\nHost: desk.example\r\nCookie: ${await desk.cookieOf("admin")}\r\n` +
        `${own.join("")}Content-Length: 0\r\nConnection: close\r\n\r\n`,
    );
    // the server hangs up on what is no method for it
    expect([0, 400, 403, 404, 405]).toContain(answer.status);
    expect(writes()).toBe(before);
  });
});
