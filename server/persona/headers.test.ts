import { expect, it } from "vitest";
import { answerHeaders, upstreamHeaders } from "./headers";
import { operationOf } from "./match-operation";

const known = { apiKey: "persona_sandbox_test", version: "2025-12-08" };

it("Persona gets these headers and no others", () => {
  const operation = operationOf("approveAnInquiry");
  expect(upstreamHeaders({ operation, ...known, hasBody: true, idempotencyKey: "k" })).toEqual({
    accept: "application/json",
    authorization: "Bearer persona_sandbox_test",
    "content-type": "application/json",
    "idempotency-key": "k",
    "key-inflection": "camel",
    "persona-version": "2025-12-08",
    "user-agent": "inquiry-desk",
  });
});

it("a print is asked for as PDF", () => {
  const headers = upstreamHeaders({ operation: operationOf("printAnInquiryPdf"), ...known, hasBody: false, idempotencyKey: undefined });
  expect(headers["accept"]).toBe("application/pdf, application/json");
  expect(Object.keys(headers)).not.toContain("content-type");
});

it("the browser gets what it can use, and nothing of Persona's cookies, connection and servers", () => {
  const headers = new Headers({
    "Content-Type": "application/json",
    "Request-Id": "req_1",
    "RateLimit-Remaining": "3",
    "Quota-Remaining": "4",
    "Retry-After": "5",
    "Set-Cookie": "a=b",
    Server: "nginx",
    Via: "1.1 x",
    Connection: "close",
    "Transfer-Encoding": "chunked",
    "Content-Encoding": "gzip",
    "Content-Length": "3",
    Date: "Mon, 02 Mar 2026 09:00:00 GMT",
    "Access-Control-Allow-Origin": "*",
    "Content-Security-Policy": "default-src *",
    "Strict-Transport-Security": "max-age=0",
    "Persona-Organization-Id": "org_1",
    "Cache-Control": "public",
  });
  expect(Object.keys(answerHeaders(headers))).toEqual([
    "content-type",
    "quota-remaining",
    "ratelimit-remaining",
    "request-id",
    "retry-after",
  ]);
});
