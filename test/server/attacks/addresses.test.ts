import { expect, it } from "vitest";
import { describeAttacks, raw } from "./attack";

/** `ID` stands for an inquiry that could be decided. */
const paths = [
  "/api/v1/inquiries/ID/../../accounts",
  "/api/v1/inquiries/ID/%2e%2e/ID/approve",
  "/api/v1/inquiries/ID/.%2e/approve",
  "/api/v1/inquiries%2FID%2Fapprove",
  "/api/v1/inquiries/ID%2Fapprove",
  "/api/v1/inquiries/ID%5capprove",
  "/api/v1/inquiries/ID\\approve",
  "/api/v1//inquiries/ID/approve",
  "//api/v1/inquiries/ID/approve",
  "/api/v1/inquiries/ID/approve/",
  "/api/v1/inquiries/ID/approve;a=b",
  "/api/v1/inquiries/ID/approve%00",
  "/api/v1/inquiries/ID/approve%20",
  "/api/v1/inquiries/ID/approve%0d%0aX-Role:admin",
  "/api/v1/inquiries/ID/APPROVE",
  "/API/v1/inquiries/ID/approve",
  "/api/v2/inquiries/ID/approve",
  "/api/v1/./inquiries/ID/approve",
  "/api/v1/inquiries/ID%252fapprove",
  "/api/v1/inquiries/%49D/approve",
  "/api/v1/inquiries/{inquiryId}/approve",
  "/api/v1/inquiries/ID:approve",
  "/api/v1/inquiries/ID/approve?include=account&include=sessions",
  "/api/v1/inquiries/ID/approve?include=account&%69nclude=sessions",
  "/api/v1/inquiries/ID/approve?role=admin",
  "/api/v1/inquiries/ID/approve?__proto__[role]=admin",
  "/api/v1/api-keys",
  "/api/v1/webhooks",
  "/api/v1/api-logs",
  "/api/v1/importer/accounts",
  "/api/v1/users",
  "/api/v1",
  "/api/",
  "/simulator/v1/reset",
  "http://127.0.0.1:1/api/v1/inquiries/ID/approve",
  "https://withpersona.com/api/v1/inquiries/ID/approve",
];

describeAttacks("an address that is not an operation's own", (target) => {
  it.each(paths)("POST %s", async (path) => {
    const { desk, refused, inquiryId } = target();
    const lines = [
      `POST ${path.replaceAll("ID", inquiryId)} HTTP/1.1`,
      "Host: desk.example",
      `Cookie: ${await desk.cookieOf("admin")}`,
      "Origin: https://desk.example",
      "Sec-Fetch-Site: same-origin",
      "Desk-Client: web",
      "Content-Type: application/json",
      "Content-Length: 2",
      "Connection: close",
    ];
    const { status } = await refused(() => raw(desk.port, `${lines.join("\r\n")}\r\n\r\n{}`));
    expect([400, 404]).toContain(status);
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

  it.each(["TRACE", "CONNECT", "PUT", "PATCH", "DELETE", "PROPFIND"])("%s is no way to approve", async (method) => {
    const { desk, inquiryId, writes } = target();
    const before = writes();
    const answer = await raw(
      desk.port,
      `${method} /api/v1/inquiries/${inquiryId}/approve HTTP/1.1\r\nHost: desk.example\r\nCookie: ${await desk.cookieOf("admin")}\r\n` +
        "Origin: https://desk.example\r\nSec-Fetch-Site: same-origin\r\nDesk-Client: web\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    );
    // the server hangs up on what is no method for it
    expect([0, 400, 403, 404, 405]).toContain(answer.status);
    expect(writes()).toBe(before);
  });
});
