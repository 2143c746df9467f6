import { describe, expect, it } from "vitest";
import { validateAnswer, validateRequest } from "./contract-validator";

const headers = new Headers({
  "RateLimit-Limit": "300",
  "RateLimit-Remaining": "299",
  "RateLimit-Reset": "60",
  "Request-Id": "req_1",
  "Persona-Environment-Id": "env_1",
  "Persona-Organization-Id": "org_1",
});
const none = { data: null };
const attributes = {
  status: "pending",
  referenceId: null,
  note: null,
  behaviors: { distractionEvents: 2 },
  tags: ["vip"],
  creator: "API",
  reviewerComment: null,
  createdAt: "2026-03-02T09:00:00.000Z",
  updatedAt: "2026-03-02T09:00:00.000Z",
  startedAt: null,
  expiresAt: null,
  completedAt: null,
  failedAt: null,
  markedForReviewAt: null,
  decisionedAt: null,
  expiredAt: null,
  redactedAt: null,
  previousStepName: null,
  nextStepName: "start",
  fields: { "name-first": { type: "string", value: "Ada" }, anything: { type: "array", value: [{ a: 1 }] } },
};
const relationships = {
  account: { data: { type: "account", id: "act_1" } },
  documents: { data: [] },
  template: none,
  inquiryTemplate: none,
  inquiryTemplateVersion: none,
  reports: { data: [] },
  transaction: none,
  reviewer: none,
  selfies: { data: [] },
  sessions: { data: [] },
  verifications: { data: [] },
};
const inquiry = { type: "inquiry", id: "inq_1", attributes, relationships };
const user = { type: "user", id: "user_1", attributes: { emailAddress: "r@example.com", nameFirst: "R", nameLast: "E" } };

const answer = (body: unknown, more: object = {}) =>
  validateAnswer({
    method: "GET",
    path: "/api/v1/inquiries/inq_1",
    status: 200,
    contentType: "application/json; charset=utf-8",
    headers,
    body,
    ...more,
  });
const label = "GET /inquiries/{inquiryId} 200";

describe("an answer", () => {
  it("as the contract says has no problem", () => {
    expect(answer({ data: inquiry, included: [user, { type: "campaign", id: "cam_1", attributes: { x: 1 } }] })).toEqual([]);
  });

  it.each([
    [
      "an unknown attribute",
      { data: { ...inquiry, attributes: { ...attributes, novelty: 1 } } },
      "/data/attributes/novelty is not in the contract",
    ],
    [
      "a kebab key",
      { data: { ...inquiry, attributes: { ...attributes, "reference-id": "x" } } },
      "/data/attributes/reference-id is not in the contract",
    ],
    [
      "a wrong time",
      { data: { ...inquiry, attributes: { ...attributes, createdAt: "today" } } },
      '/data/attributes/createdAt must match format "date-time"',
    ],
    ["a wrong type", { data: { ...inquiry, attributes: { ...attributes, status: null } } }, "/data/attributes/status must be string"],
    [
      "a missing attribute",
      { data: { ...inquiry, attributes: { ...attributes, note: undefined } } },
      "/data/attributes must have required property 'note'",
    ],
    ["an unknown root key", { data: inquiry, meta: {} }, "/meta is not in the contract"],
    [
      "a broken known kind in included",
      { data: inquiry, included: [{ ...user, attributes: {} }] },
      "/included/0/attributes must have required property 'emailAddress'",
    ],
    ["something without a type in included", { data: inquiry, included: [{ id: "x" }] }, "/included/0 must have required property 'type'"],
  ])("with %s is told", (_, body, problem) => {
    // As it goes over the wire: undefined properties are not there.
    // oxlint-disable-next-line unicorn/prefer-structured-clone -- see above
    expect(answer(JSON.parse(JSON.stringify(body)))).toContain(`${label}: ${problem}`);
  });

  it("may lack what `fields` did not ask for, but may not invent anything", () => {
    const path = "/api/v1/inquiries/inq_1?fields[inquiry]=status";
    expect(answer({ data: { type: "inquiry", id: "inq_1", attributes: { status: "x" }, relationships: {} } }, { path })).toEqual([]);
    expect(answer({ data: { type: "inquiry", id: "inq_1", attributes: { state: "x" }, relationships: {} } }, { path })).toEqual([
      `${label}: /data/attributes/state is not in the contract`,
    ]);
  });

  it("holds a verification to its kind and lets unknown kinds have attributes of their own", () => {
    const common = {
      status: "passed",
      createdAt: "2026-03-02T09:00:00.000Z",
      createdAtTs: 1,
      submittedAt: null,
      submittedAtTs: null,
      completedAt: null,
      completedAtTs: null,
      redactedAt: null,
      countryCode: null,
      tags: [],
      checks: [{ name: "a", status: "passed", reasons: [], requirement: "required", metadata: { x: {} } }],
    };
    const links = {
      inquiry: none,
      template: none,
      inquiryTemplateVersion: none,
      inquiryTemplate: none,
      transaction: none,
      verificationTemplate: none,
      verificationTemplateVersion: none,
      accounts: { data: [] },
    };
    const verification = (type: string, own: object) =>
      validateAnswer({
        method: "GET",
        path: "/api/v1/verifications/ver_1",
        status: 200,
        contentType: "application/json",
        headers,
        body: { data: { type, id: "ver_1", attributes: { ...common, ...own }, relationships: links } },
      });
    const phone = { phoneNumber: "+1", confirmationCode: "123456" };
    expect(verification("verification/phone-number", phone)).toEqual([]);
    expect(verification("verification/phone-number", { ...phone, colour: "red" })).toEqual([
      "GET /verifications/{verificationId} 200: /data/attributes/colour is not in the contract",
    ]);
    expect(verification("verification/credit-card", { colour: "red" })).toEqual([]);
    expect(verification("document/generic", {})).not.toEqual([]);
  });

  it("needs its headers", () => {
    const fewer = new Headers(headers);
    fewer.delete("Request-Id");
    fewer.set("RateLimit-Reset", "soon");
    expect(answer({ data: inquiry }, { headers: fewer })).toEqual([
      `${label}: header RateLimit-Reset: /value must be integer`,
      `${label}: header Request-Id is missing`,
    ]);
  });

  it("needs its status and content type", () => {
    expect(answer({}, { status: 418 })).toEqual(["GET /inquiries/{inquiryId} 418: the contract has no such status"]);
    expect(answer("<html>", { contentType: "text/html" })).toEqual([`${label}: the content type is text/html, not application/json`]);
  });

  it("is checked when it refuses, too", () => {
    expect(answer({ errors: [{ title: "Record not found" }] }, { status: 404 })).toEqual([]);
    expect(answer({ errors: [{ detail: "gone" }] }, { status: 404 })).toEqual([
      "GET /inquiries/{inquiryId} 404: /errors/0 must have required property 'title'",
      "GET /inquiries/{inquiryId} 404: /errors/0/detail is not in the contract",
    ]);
  });

  it("may be a printout", () => {
    expect(answer(undefined, { path: "/api/v1/inquiries/inq_1/print", contentType: "application/pdf" })).toEqual([]);
  });

  it("of the desk's own API is checked by its own contract", () => {
    const session = {
      user: { id: "user_1", name: "R", emailAddress: "r@example.com" },
      role: "reviewer",
      permissions: ["inquiry.read"],
      environment: "demo",
      personaVersion: "2026-09-29",
      organization: { name: "Example" },
      life: { idleExpiresAt: null, absoluteExpiresAt: "2026-03-02T19:00:00.000Z", warnSeconds: 120 },
    };
    const desk = { path: "/desk/v1/session", headers: new Headers() };
    expect(answer(session, desk)).toEqual([]);
    expect(answer({ ...session, role: "king" }, desk)).not.toEqual([]);
  });

  it("of no operation is told as such", () => {
    expect(answer({}, { path: "/api/v1/unicorns?x=1" })).toEqual(["GET /api/v1/unicorns is no operation of the contract"]);
  });
});

describe("a request", () => {
  const get = (path: string) => validateRequest({ method: "GET", path });
  const post = (path: string, body?: unknown) => validateRequest({ method: "POST", path, body });

  it.each([
    ["/api/v1/inquiries?page[size]=100&filter[status]=pending,expired&fields[inquiry]=status", []],
    ["/api/v1/inquiries?page%5Bafter%5D=inq_1&filter%5Bcreated-at-start%5D=2026-03-02T09:00:00.000Z", []],
    ["/api/v1/inquiries?page[size]=101", ["GET /inquiries: query page/size must be <= 100"]],
    ["/api/v1/inquiries?filter[colour]=red", ["GET /inquiries: query filter/colour is not in the contract"]],
    ["/api/v1/inquiries?filter[created-at-start]=monday", ['GET /inquiries: query filter/created-at-start must match format "date-time"']],
    ["/api/v1/inquiries?include=account", ["GET /inquiries: query include is not in the contract"]],
    ["/api/v1/inquiry-template-versions", ["GET /inquiry-template-versions: query filter is missing"]],
    ["/api/v1/rate-limits?x=1", ["GET /rate-limits: query x is not in the contract"]],
  ])("%s", (path, problems) => {
    expect(get(path)).toEqual(problems);
  });

  it.each([
    ["/api/v1/inquiries/inq_1/approve", { meta: { comment: "fine" } }, []],
    ["/api/v1/inquiries/inq_1/approve", undefined, []],
    ["/api/v1/inquiries/inq_1/approve", { meta: { reason: "fine" } }, ["/meta/reason is not in the contract"]],
    ["/api/v1/inquiries/inq_1/resume", {}, ["there should be no body"]],
    ["/api/v1/inquiries", undefined, ["the body is missing"]],
    ["/api/v1/inquiries", { data: { attributes: { fields: { "name-first": "A" } } } }, []],
    ["/api/v1/inquiries/search", { query: { and: [{ attribute: "status", operator: "eq", value: "pending" }] } }, []],
    ["/api/v1/accounts/act_1/add-tag", {}, ["/ must have required property 'meta'"]],
  ])("POST %s %j", (path, body, problems) => {
    const operation = path.replace("/api/v1", "").replace("inq_1", "{inquiryId}").replace("act_1", "{accountId}");
    expect(post(path, body)).toEqual(problems.map((problem) => `POST ${operation}: ${problem}`));
  });

  it("takes literal paths before ids", () => {
    expect(post("/api/v1/inquiries/search", { query: { or: "x" } })).not.toEqual([]);
    expect(validateRequest({ method: "PUT", path: "/api/v1/inquiries/search" })).toEqual([
      "PUT /api/v1/inquiries/search is no operation of the contract",
    ]);
  });
});
