import { describe, expect, it } from "vitest";
import { returnPath } from "./return-path";

describe("the way back after a sign-in", () => {
  it.each([
    ["/"],
    ["/inquiries/inq_8fKq2mVt"],
    ["/inquiries?filter=needs-review&page=2"],
    ["/people/acc_1?tab=devices#story"],
    ["/inquiries?to=https://evil.example"],
    ["/authors"],
  ])("keeps %s", (to) => expect(returnPath(to)).toBe(to));

  it("writes odd letters as an address does", () => expect(returnPath("/people/é ü")).toBe("/people/%C3%A9%20%C3%BC"));

  it.each([
    [undefined],
    [""],
    ["inquiries"],
    ["https://evil.example"],
    ["https:evil.example"],
    ["HTTPS://evil.example"],
    ["javascript:alert(1)"],
    ["data:text/html,x"],
    ["//evil.example"],
    ["///evil.example"],
    ["////evil.example/%2e%2e"],
    ["/\\evil.example"],
    ["\\\\evil.example"],
    ["\\/evil.example"],
    ["/\\/evil.example"],
    ["/a\\..\\evil.example"],
    ["/./\\evil.example"],
    ["/.//evil.example"],
    ["/..//evil.example"],
    ["/a/..//evil.example"],
    ["/%2e//evil.example"],
    ["/%2F/evil.example"],
    ["/%5Cevil.example"],
    ["/\t/evil.example"],
    ["/\n/evil.example"],
    ["/\r\nLocation: https://evil.example"],
    ["\u0000/evil.example"],
    ["/\u007f/evil.example"],
    [" //evil.example"],
    ["@evil.example"],
    ["user@evil.example"],
    ["?//evil.example"],
    ["#//evil.example"],
    ["http://desk.invalid/x"],
    ["//desk.invalid/x"],
    ["/auth/sign-in"],
    ["/auth"],
    ["/AUTH/callback?code=1"],
    ["/%61uth/callback"],
    ["/x/../auth/development"],
    ["/./api/v1/inquiries"],
    ["/api/v1/inquiries"],
    ["/desk/v1/session"],
    ["/partner/v1/standing/1"],
    ["/webhooks/persona"],
    [`/${"a".repeat(2001)}`],
  ])("drops %j", (to) => expect(returnPath(to)).toBe("/"));
});
