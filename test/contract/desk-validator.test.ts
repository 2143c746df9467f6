import { describe, expect, it } from "vitest";
import { validateDeskAnswer, validateDeskRequest, validateSettings } from "./desk-validator";

const user = { id: "user_1", name: "Maya", emailAddress: "maya@example.com" };
const claim = { inquiryId: "inq_1", user, claimedAt: "2026-03-02T09:00:00.000Z", expiresAt: "2026-03-02T09:01:00.000Z", mine: true };
const standing = { referenceId: "ref-1", standings: [] };

describe("an answer", () => {
  it.each([
    ["a claim", "PUT", "/desk/v1/claims/inq_1", 200, claim],
    ["a conflict", "PUT", "/desk/v1/claims/inq_1", 409, { errors: [{ title: "Conflict" }], claim }],
    ["nothing", "DELETE", "/desk/v1/claims/inq_1", 204, undefined],
    ["a standing", "GET", "/partner/v1/standing/ref-1", 200, standing],
  ])("that is %s has no problem", (_name, method, path, status, body) => {
    expect(validateDeskAnswer(method, path, status, body)).toEqual([]);
  });

  it("may be no JSON where the contract says so", () => {
    expect(validateDeskAnswer("POST", "/desk/v1/audit-entries/export?filter[outcome]=done", 200, "a,b\r\n", "text/csv")).toEqual([]);
  });

  it.each([
    ["an unknown member", "GET", "/desk/v1/claims", 200, { data: [{ ...claim, note: "x" }] }, "/data/0/note is not in the contract"],
    ["a wrong time", "PUT", "/desk/v1/claims/inq_1", 200, { ...claim, expiresAt: "soon" }, '/expiresAt must match format "date-time"'],
    ["a status of another operation", "GET", "/desk/v1/claims", 409, { errors: [] }, "the contract has no such status"],
    ["a body where none belongs", "DELETE", "/desk/v1/claims/inq_1", 204, {}, "there should be no body"],
    ["less than a standing", "GET", "/partner/v1/standing/a%2Fb", 200, {}, "/ must have required property 'referenceId'"],
  ])("with %s has one", (_name, method, path, status, body, problem) => {
    expect(validateDeskAnswer(method, path, status, body).join("\n")).toContain(problem);
  });
});

describe("a request", () => {
  it("that fits has no problem", () => {
    expect(validateDeskRequest("GET", "/desk/v1/audit-entries?filter[action]=sign-in&page[size]=100")).toEqual([]);
    expect(validateDeskRequest("POST", "/partner/v1/inquiries/inq_1/resume", { as: "oneTimeLink" })).toEqual([]);
  });

  it("that does not has one", () => {
    expect(validateDeskRequest("GET", "/desk/v1/audit-entries?page[size]=101").join("\n")).toContain("/size must be <= 100");
    expect(validateDeskRequest("POST", "/partner/v1/inquiries/inq_1/resume", { as: "poem" }).join("\n")).toContain("/as must be equal");
  });
});

it("settings are held against the shape of their key", () => {
  const decisionHold = { seconds: 61, atLeastSeconds: 0 };
  const duplicatePolicy = { tooOldAfterDays: 0, reverifyAfterDays: 1, rules: [] };
  const reviewQueue = { alsoWaiting: [] };
  const twoPeople = [{ inquiryTemplateId: "KYC", decisions: "every" }];
  expect(validateSettings({ decisionReasons: [], decisionHold, duplicatePolicy, scripts: [], sla: {}, reviewQueue, twoPeople })).toEqual([
    "/decisionHold/seconds must be <= 60",
    "/duplicatePolicy/tooOldAfterDays must be >= 1",
    "/sla must have required property 'reviewHours'",
    "/sla must have required property 'warnHours'",
    '/twoPeople/0/inquiryTemplateId must match pattern "^itmpl_[A-Za-z0-9]{1,60}$"',
  ]);
});
