import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { errorAnswer } from "./error-answer";
import { plainTargets, rawTarget } from "./request-target";

/** An app that hears the target as Node does: untouched. */
const answerTo = (target: string) => {
  const app = new Hono();
  app.onError((error, c) => errorAnswer(error, c as never));
  app.use(plainTargets);
  app.all("*", (c) => c.json(rawTarget(c)));
  return app.fetch(new Request("http://desk.example/"), { incoming: { url: target } });
};

describe("request targets", () => {
  it.each([
    ["/"],
    ["/inquiries/inq_1?status=a&status=b"],
    ["/api/v1/inquiries?page%5Bsize%5D=10&filter[status]=created"],
    ["/partner/v1/standing/a%2Fb%20c"],
    ["/accounts?reference-id=a%2Fb"],
  ])("%s is plain", async (target) => {
    expect((await answerTo(target)).status).toBe(200);
  });

  it.each([
    ["/api/v1/inquiries/../accounts"],
    ["/api/v1/./inquiries"],
    ["/api/v1/inquiries/.."],
    ["/api/v1/inquiries/%2e%2e/accounts"],
    ["/api/v1/inquiries/%2E./accounts"],
    ["/api/v1/inquiries%2Finq_1/approve"],
    ["/api/v1/inquiries%5cinq_1"],
    ["/api/v1\\inquiries"],
    ["//api/v1/inquiries"],
    ["/api//v1/inquiries"],
    ["/api/v1/inquiries%00"],
    ["/api/v1/inquiries%0d%0aSet-Cookie:a"],
    ["/api/v1/inquiries%252e%252e"],
    ["/api/v1/inquiries%"],
    ["/api/v1/inqüiries"],
    ["http://elsewhere.example/api/v1/inquiries"],
    ["*"],
    ["/partner/v1/standing/%00"],
    ["/api/v1/inquiries?page[size]=1&page[size]=100"],
    ["/api/v1/inquiries?page[size]=1&page%5Bsize%5D=100"],
    ["/desk/v1/claims?a=1&a=2"],
  ])("%s is refused", async (target) => {
    expect((await answerTo(target)).status).toBe(400);
  });

  it("an endless one is refused", async () => {
    expect((await answerTo(`/api/v1/inquiries?a=${"x".repeat(9_000)}`)).status).toBe(414);
  });
});
