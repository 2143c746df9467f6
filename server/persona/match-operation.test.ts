import { describe, expect, it } from "vitest";
import { matchOperation } from "./match-operation";
import { operations } from "./operations.gen";

const exampleOf = (path: string) => path.replaceAll(/\{\w+\}/g, "some_Id-1");

describe("paths of operations", () => {
  it.each(operations.map((operation) => [operation.operation, operation] as const))("%s is found", (id, { method, path }) => {
    const match = matchOperation(method, `/api/v1${exampleOf(path)}`);
    expect(match?.operation.operation).toBe(id);
    expect(match?.path).toBe(exampleOf(path));
    expect(Object.values(match?.params ?? {})).toEqual(path.includes("{") ? ["some_Id-1"] : []);
  });

  it("take a word of the contract for the word, not for an ID", () => {
    expect(matchOperation("POST", "/api/v1/inquiries/search")?.operation.operation).toBe("searchInquiries");
    expect(matchOperation("GET", "/api/v1/inquiries/search")?.params).toEqual({ inquiryId: "search" });
  });

  it.each([
    ["GET", "/api/v1"],
    ["GET", "/api/v1/"],
    ["GET", "/api/v1/webhooks"],
    ["GET", "/api/v1/api-logs"],
    ["GET", "/api/v2/inquiries"],
    ["GET", "/api/v1inquiries"],
    ["GET", "/API/v1/inquiries"],
    ["GET", "/api/v1/Inquiries"],
    ["GET", "/api/v1/inquiries/"],
    ["GET", "/api/v1//inquiries"],
    ["GET", "//api/v1/inquiries"],
    ["GET", "/api/v1/inquiries//approve"],
    ["POST", "/api/v1/inquiries/inq_1/approve/"],
    ["POST", "/api/v1/inquiries/inq_1//approve"],
    ["GET", "/api/v1/inquiries/.."],
    ["GET", "/api/v1/inquiries/."],
    ["GET", "/api/v1/inquiries/../webhooks"],
    ["GET", "/api/v1/inquiries/..%2Fwebhooks"],
    ["GET", "/api/v1/inquiries/%2e%2e"],
    ["GET", "/api/v1/inquiries/inq_1%2Fapprove"],
    ["GET", "/api/v1/inquiries/inq_1%252Fapprove"],
    ["GET", "/api/v1/inquiries/inq_1%5Capprove"],
    ["GET", "/api/v1/inquiries\\inq_1"],
    ["GET", "/api/v1/inquiries/inq_1%00"],
    ["GET", "/api/v1/inquiries/inq_1\u0000"],
    ["GET", "/api/v1/inquiries/inq_1\n"],
    ["GET", "/api/v1/inquiries/inq_1;v=1"],
    ["GET", "/api/v1/inquiries/inq_1.json"],
    ["GET", "/api/v1/inquiries/inq_1@elsewhere"],
    ["GET", "/api/v1/inquiries/ünq_1"],
    ["GET", "/api/v1/inquiries/inq_1#x"],
    ["GET", "/api/v1/inquiries/inq_1 "],
    ["GET", `/api/v1/inquiries/${"a".repeat(129)}`],
    ["GET", "http://elsewhere.example/api/v1/inquiries"],
    ["GET", "/x/../api/v1/inquiries"],
    ["HEAD", "/api/v1/inquiries"],
    ["OPTIONS", "/api/v1/inquiries"],
    ["PUT", "/api/v1/inquiries/inq_1"],
    ["get", "/api/v1/inquiries"],
    ["DELETE", "/api/v1/inquiries"],
    ["PATCH", "/api/v1/inquiries/inq_1/approve"],
    ["POST", "/api/v1/inquiries/inq_1/set-simulate-stubs"],
  ])("%s %j is none", (method, path) => {
    expect(matchOperation(method, path)).toBeUndefined();
  });
});
