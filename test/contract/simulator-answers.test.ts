import { beforeAll, describe, expect, it } from "vitest";
import { createSimulator, type Simulator } from "@mocks/simulator";
import type { SimulatorOptions } from "@mocks/simulator-options";
import { readDocument } from "@server/persona/resources/read-document";
import { documents, operationFor } from "./contract-operations";
import { validateAnswer, validateRequest } from "./contract-validator";
import { populateForContract } from "./contract-world";

const persona = documents
  .filter(({ file }) => file === "persona.yaml")
  .flatMap(({ operations }) => operations.map(({ operation }) => operation));
const create = (options: Partial<SimulatorOptions> = {}) =>
  createSimulator({
    standsFor: "gateway",
    unused: "answered",
    clock: "manual",
    populate: populateForContract,
    rateLimit: 100_000,
    ...options,
  });

/** `POST /inquiries/{inquiryId}/approve 409`, for everything any test below got an answer to. */
const exercised = new Set<string>();

type Row = {
  id: string;
  type: string;
  attributes: Record<string, unknown>;
  relationships: Record<string, { data: { id: string } | { id: string }[] | null }>;
};
type Answered = {
  data: Row & Row[];
  meta: Record<string, string>;
};

/** Sends a request and holds both it and its answer against the contract. */
async function call(simulator: Simulator, status: number, method: string, path: string, body?: unknown, headers = {}): Promise<Answered> {
  const response = await simulator.handle(
    new Request(new URL(path, "http://localhost"), {
      method,
      headers: { "key-inflection": "camel", "persona-version": "2026-09-29", ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const text = (await response?.text()) ?? "";
  const contentType = response?.headers.get("content-type") ?? null;
  const parsed: unknown = contentType === "application/json" ? JSON.parse(text) : undefined;
  const answer = { method, path, status: response?.status ?? 0, contentType, headers: new Headers(response?.headers), body: parsed };
  expect({ path, status: answer.status, ...(answer.status !== status && { body: parsed }) }).toEqual({ path, status });
  expect(validateAnswer(answer)).toEqual([]);
  expect(parsed === undefined ? [] : readDocument(parsed).problems).toEqual([]);
  expect(status < 300 ? validateRequest({ method, path, ...(body !== undefined && { body }) }) : []).toEqual([]);
  exercised.add(`${operationFor(method, path.split("?")[0] ?? "")?.name} ${status}`);
  return parsed as Answered;
}

/** What an operation with a required body takes, good enough to get past the reading of it. */
const bodies: Record<string, unknown> = {
  "POST /accounts/{accountId}/consolidate": { meta: { sourceAccountIds: ["act_none"] } },
  "POST /accounts/{accountId}/add-tag": { meta: { tagName: "x" } },
  "POST /accounts/{accountId}/remove-tag": { meta: { tagName: "x" } },
  "POST /accounts/{accountId}/set-tags": { meta: { tagName: ["x"] } },
  "POST /inquiries/{inquiryId}/add-tag": { meta: { tagName: "x" } },
  "POST /inquiries/{inquiryId}/remove-tag": { meta: { tagName: "x" } },
  "POST /inquiries/{inquiryId}/set-tags": { meta: { tagName: ["x"] } },
  "POST /inquiries/{inquiryId}/perform-simulate-actions": { meta: { simulateActions: [{ type: "start_inquiry" }] } },
  "POST /reports/{reportId}/dismiss": { data: { attributes: { reason: "x" } } },
  "POST /reports/{reportId}/review": { data: { attributes: { reviewType: "all_records", reviewStatus: "pending" } } },
  "POST /cases/{caseId}/assign": { meta: { userEmailAddress: "maya.lindqvist@hollisgrey.example" } },
  "POST /cases/{caseId}/add-comment": { meta: { message: "x" } },
  "POST /cases/{caseId}/set-status": { meta: { status: "Approved" } },
};

/** An operation with ids nobody has in place of its parameters. */
const nowhere = (name: string) => {
  const [method = "", path = ""] = name.split(" ");
  return { method, path: `/api/v1${path.replaceAll(/\{(\w+)Id\}/g, "$1_none")}` };
};

describe("every operation answers by the contract", () => {
  it.each(persona.map(({ name }) => name))("%s: 400, 401, 403, 429 and 404", async (name) => {
    expect.hasAssertions();
    const { method, path } = nowhere(name);
    const sandboxOnly = name.endsWith("/perform-simulate-actions");
    const environment = sandboxOnly ? "sandbox" : "production";
    await call(create({ environment }), 400, method, `${path}?sort=x`);
    await call(create({ standsFor: "persona" }), 401, method, path);
    // Rate limits need no permission.
    if (name !== "GET /rate-limits") await call(create({ permissions: [] }), 403, method, path);
    await call(create({ rateLimit: 0 }), 429, method, path);
    if (path.includes("_none")) await call(create({ environment }), 404, method, path, bodies[name]);
  });
});

describe("a day at the desk", () => {
  let simulator: Simulator;
  let templateId = "";
  const first = async (path: string) => (await call(simulator, 200, "GET", path)).data[0]?.id ?? "";
  const post = (status: number, path: string, body?: unknown) => call(simulator, status, "POST", path, body);
  const inquiries = "/api/v1/inquiries";

  const createInquiry = async (referenceId: string) => {
    const attributes = { inquiryTemplateId: templateId, fields: { "name-first": "Ada" }, tags: ["vip"] };
    const meta = { autoCreateAccountReferenceId: referenceId, autoCreateInquirySession: true, autoCreateOneTimeLink: true };
    return post(201, inquiries, { data: { attributes }, meta });
  };
  const step = async (name: string, body: object) => {
    const response = await simulator.handle(
      new Request(`http://localhost/simulator/v1/end-user/${name}`, { method: "POST", body: JSON.stringify(body) }),
    );
    expect(response?.status).toBe(200);
    return (await response?.json()) as { sessionId: string };
  };
  const advance = (seconds: number) =>
    simulator.handle(new Request("http://localhost/simulator/v1/clock/advance", { method: "POST", body: JSON.stringify({ seconds }) }));
  const completeInquiry = async (referenceId: string) => {
    const { data, meta } = await createInquiry(referenceId);
    const { sessionId } = await step("open", { link: meta["oneTimeLink"] });
    for (const kind of ["government-id", "selfie", "database", "document"]) {
      await step("submit", { sessionId, kind });
      await step("fail", { sessionId });
      await step("retry", { sessionId });
      await step("pass", { sessionId, kind });
    }
    await step("complete", { sessionId });
    await advance(60);
    return data.id;
  };

  beforeAll(async () => {
    simulator = create();
    templateId = await first("/api/v1/inquiry-templates");
  });

  it("templates", async () => {
    expect.hasAssertions();
    await call(simulator, 200, "GET", `/api/v1/inquiry-templates/${templateId}?include=latest-published-version`);
    await call(simulator, 200, "GET", `/api/v1/inquiry-template-versions?filter[inquiry-template-id]=${templateId}`);
    await call(simulator, 404, "GET", "/api/v1/inquiry-template-versions?filter[inquiry-template-id]=itmpl_none");
  });

  it("accounts", async () => {
    expect.hasAssertions();
    const accounts = "/api/v1/accounts";
    const attributes = { referenceId: "acc-1", nameFirst: "Ada", birthdate: "1990-01-01", tags: ["vip"], fields: {} };
    const { data } = await post(201, accounts, { data: { attributes } });
    await post(200, accounts, { data: { attributes }, meta: { upsertBy: "reference-id" } });
    await post(409, accounts, { data: { attributes } });
    await post(422, accounts, { data: { attributes: { accountStatus: "Nonsense" } } });
    const { data: other } = await post(201, accounts, { data: { attributes: { referenceId: "acc-2" } } });
    const path = `${accounts}/${data.id}`;
    await call(simulator, 200, "GET", `${accounts}?filter[reference-id]=acc-1,ACC-2`);
    await call(simulator, 200, "GET", `${path}?include=account-type&fields[account]=reference-id,fields.name`);
    await call(simulator, 200, "PATCH", path, { data: { attributes: { nameLast: "Lovelace" } } });
    await call(simulator, 409, "PATCH", path, { data: { attributes: { referenceId: "acc-2" } } });
    await call(simulator, 422, "PATCH", path, { data: { attributes: { accountStatus: "Nonsense" } } });
    for (const verb of ["add-tag", "remove-tag"]) await post(200, `${path}/${verb}`, { meta: { tagName: "blue" } });
    await post(200, `${path}/set-tags`, { meta: { tagName: ["green", "red"] } });
    await post(422, `${path}/set-tags`, { meta: { tagName: Array.from({ length: 1001 }, (_, index) => `tag ${index}`) } });
    await post(422, `${path}/consolidate`, { meta: { sourceAccountIds: [data.id] } });
    await post(202, `${path}/consolidate`, { meta: { sourceAccountIds: [other.id] } });
    await post(409, `${path}/consolidate`, { meta: { sourceAccountIds: [other.id] } });
    await post(200, `${accounts}/search`, { query: { attribute: "created_at", operator: "gt", value: "2020-01-01" } });
    await call(simulator, 200, "DELETE", path);
    await call(simulator, 409, "DELETE", path);
  });

  it("inquiries and the ways into them", async () => {
    expect.hasAssertions();
    const { data } = await createInquiry("inq-1");
    const path = `${inquiries}/${data.id}`;
    await post(404, inquiries, { data: { attributes: { inquiryTemplateId: "itmpl_none" } } });
    await post(422, inquiries, { data: { attributes: { inquiryTemplateId: templateId, fields: { nonsense: "x" } } } });
    await post(200, `${inquiries}/search`, { query: { attribute: "status", operator: "eq", value: "created" } });
    await call(simulator, 200, "GET", `${inquiries}?filter[status]=created&page[size]=1&fields[inquiry]=status`);
    await call(simulator, 200, "PATCH", path, { data: { attributes: { note: "hello", fields: { "name-last": "L" } } } });
    await call(simulator, 422, "PATCH", path, { data: { attributes: { fields: { nonsense: "x" } } } });
    await post(409, `${path}/resume`);
    await post(200, `${path}/generate-one-time-link`, { meta: { expiresInSeconds: 600 } });
    await post(422, `${path}/generate-one-time-link`, { meta: { expiresInSeconds: -1 } });
    await post(200, `${path}/expire`);
    await post(409, `${path}/expire`);
    await post(409, `${path}/generate-one-time-link`);
    await post(200, `${path}/resume`);
    for (const verb of ["add-tag", "remove-tag"]) await post(200, `${path}/${verb}`, { meta: { tagName: "blue" } });
    await post(200, `${path}/set-tags`, { meta: { tagName: ["green"] } });
    await post(422, `${path}/set-tags`, { meta: { tagName: Array.from({ length: 1001 }, (_, index) => `tag ${index}`) } });
    await call(simulator, 200, "GET", `${path}/print`);
    await call(simulator, 200, "DELETE", `${path}?include=sessions`);
    await call(simulator, 409, "DELETE", path);
    await call(simulator, 409, "PATCH", path, { data: { attributes: { note: "too late" } } });
  });

  it("an account that is gone takes no inquiry", async () => {
    expect.hasAssertions();
    const accounts = "/api/v1/accounts";
    const [into, from] = await Promise.all(
      ["con-1", "con-2"].map((referenceId) => post(201, accounts, { data: { attributes: { referenceId } } })),
    );
    await post(202, `${accounts}/${into?.data.id}/consolidate`, { meta: { sourceAccountIds: [from?.data.id] } });
    await advance(60);
    await post(409, inquiries, { data: { attributes: { inquiryTemplateId: templateId, accountId: from?.data.id } } });
  });

  it("decisions", async () => {
    expect.hasAssertions();
    const { data } = await createInquiry("dec-1");
    const path = `${inquiries}/${data.id}`;
    await post(200, `${path}/mark-for-review`);
    await post(409, `${path}/mark-for-review`);
    await post(200, `${path}/approve?include=reviewer`, { meta: { comment: "Fine" } });
    await post(409, `${path}/approve`);
    await post(200, `${path}/decline`, {});
    await post(409, `${path}/decline`);
  });

  it("sessions", async () => {
    expect.hasAssertions();
    const sessions = "/api/v1/inquiry-sessions";
    const { data: inquiry } = await createInquiry("ses-1");
    const body = { data: { attributes: { inquiryId: inquiry.id } } };
    const { data } = await post(201, sessions, body);
    await call(simulator, 200, "GET", `${sessions}?filter[inquiry-id]=${inquiry.id}`);
    await call(simulator, 200, "GET", `${sessions}/${data.id}?include=inquiry,device,network`);
    await post(200, `${sessions}/${data.id}/generate-one-time-link`);
    await post(200, `${sessions}/${data.id}/expire`);
    await post(409, `${sessions}/${data.id}/expire`);
    await post(409, `${sessions}/${data.id}/generate-one-time-link`);
    await post(404, sessions, { data: { attributes: { inquiryId: "inq_none" } } });
    const { data: mine } = await call(simulator, 200, "GET", `${sessions}?filter[inquiry-id]=${inquiry.id}`);
    for (let count = mine.length; count < 25; count += 1) await post(201, sessions, body);
    await post(422, sessions, body);
    await post(200, `${sessions}/expire-all`, { meta: { inquiryIds: [inquiry.id] } });
    await post(422, `${inquiries}/${inquiry.id}/generate-one-time-link`);
    const link = { inquiryId: inquiry.id };
    await post(200, `${inquiries}/${link.inquiryId}/expire`);
    await post(409, sessions, body);
    await post(422, `${inquiries}/${link.inquiryId}/resume`);
  });

  it("what a completed inquiry leaves behind", async () => {
    expect.hasAssertions();
    const id = await completeInquiry("done-1");
    const include = "verifications,sessions,documents,selfies,reports,account,inquiry-template,reviewer";
    const { data } = await call(simulator, 200, "GET", `${inquiries}/${id}?include=${include}`);
    const linked = (name: string) => [data.relationships[name]?.data ?? []].flat().map((reference) => reference.id);
    expect(linked("verifications")).toHaveLength(8);
    for (const verification of linked("verifications")) {
      await call(simulator, 200, "GET", `/api/v1/verifications/${verification}?include=inquiry,accounts,document`);
      await call(simulator, 200, "GET", `/api/v1/verifications/${verification}/print`);
    }
    for (const document of linked("documents")) {
      const { data: found } = await call(simulator, 200, "GET", `/api/v1/documents/${document}?include=inquiry,document-files`);
      const isGeneric = found.type === "document/generic";
      await call(simulator, isGeneric ? 404 : 200, "GET", `/api/v1/document/government-ids/${document}`);
      await call(simulator, isGeneric ? 200 : 404, "GET", `/api/v1/document/generics/${document}`);
    }
    for (const report of linked("reports")) await call(simulator, 200, "GET", `/api/v1/reports/${report}?include=inquiry,account`);
    const events = await call(simulator, 200, "GET", `/api/v1/events?filter[object-id]=${id}&page[size]=100`);
    expect(events.data.map(({ attributes }) => attributes["name"])).toContain("inquiry.completed");
    await call(simulator, 200, "GET", `/api/v1/events/${events.data[0]?.id}`);
  });

  it("reports", async () => {
    expect.hasAssertions();
    await completeInquiry("rep-1");
    const { data } = await call(simulator, 200, "GET", "/api/v1/reports?filter[reference-id]=rep-1");
    const idOf = (kind: string) => data.find(({ type }) => type === `report/${kind}`)?.id ?? "";
    const matched =
      [...simulator.world().tables.reports.newestFirst()].find(({ type, attributes }) => type === "report/watchlist" && attributes.hasMatch)
        ?.id ?? "";
    await post(200, `/api/v1/reports/${matched}/dismiss`, { data: { attributes: { reason: "Somebody else" } } });
    await post(409, `/api/v1/reports/${matched}/dismiss`, { data: { attributes: { reason: "Somebody else" } } });
    await post(422, `/api/v1/reports/${idOf("adverse-media")}/dismiss`, { data: { attributes: { reason: "x", dismissType: "nonsense" } } });
    const path = `/api/v1/reports/${[...simulator.world().tables.reports.newestFirst()].find(({ attributes }) => attributes.isRecurring)?.id}`;
    const screened = [...simulator.world().tables.reports.newestFirst()].find(({ type }) => type === "report/screening")?.id;
    const review = { reviewType: "record", reviewStatus: "false_positive" };
    await post(200, `/api/v1/reports/${screened}/review`, { data: { attributes: { ...review, recordToken: "scrre_one" } } });
    await post(422, `/api/v1/reports/${screened}/review`, { data: { attributes: review } });
    await post(409, `${path}/review`, { data: { attributes: { ...review, recordToken: "scrre_one" } } });
    await post(200, `${path}/run`);
    await post(409, `${path}/run`);
    await advance(60);
    await post(200, `${path}/pause`);
    await post(409, `${path}/pause`);
    await post(200, `${path}/resume`);
    await post(409, `${path}/resume`);
    await call(simulator, 200, "GET", `${path}/history`);
  });

  it("cases", async () => {
    expect.hasAssertions();
    const id = await first("/api/v1/cases");
    const path = `/api/v1/cases/${id}`;
    await call(simulator, 200, "GET", `${path}?include=accounts,inquiries,reports,case-template`);
    await post(200, `${path}/assign`, { meta: { userEmailAddress: "maya.lindqvist@hollisgrey.example" } });
    await post(422, `${path}/assign`, { meta: { userEmailAddress: "nobody@example.com" } });
    await post(200, `${path}/add-comment?include=case-comments`, { meta: { message: "The passport is her mother's." } });
    await post(422, `${path}/add-comment`, { meta: { message: " " } });
    await post(200, `${path}/set-status`, { meta: { status: "Approved" } });
    await post(422, `${path}/set-status`, { meta: { status: "Nonsense" } });
  });

  it("logs and limits", async () => {
    expect.hasAssertions();
    const { data } = await call(simulator, 200, "GET", "/api/v1/user-audit-logs");
    await call(simulator, 200, "GET", `/api/v1/user-audit-logs/${data[0]?.id}?include=user`);
    await call(simulator, 200, "GET", "/api/v1/rate-limits");
  });

  it("simulate actions, in the sandbox only", async () => {
    expect.hasAssertions();
    const id = await first(inquiries);
    const start = { meta: { simulateActions: [{ type: "start_inquiry" }, { type: "complete_inquiry" }] } };
    await post(403, `${inquiries}/${id}/perform-simulate-actions`, start);
    simulator = create({ environment: "sandbox" });
    const other = await first(`${inquiries}?filter[status]=created`);
    await post(200, `${inquiries}/${other}/perform-simulate-actions`, start);
    await post(409, `${inquiries}/${other}/perform-simulate-actions`, start);
  });
});

const errorStatuses = (operation: (typeof persona)[number]) =>
  Object.keys(operation.responses)
    .map(Number)
    .filter((status) => status >= 400);

it.each(persona.map((operation) => [operation.name, errorStatuses(operation)] as const))(
  "%s fails on demand with %j",
  async (name, statuses) => {
    expect.hasAssertions();
    const { method, path } = nowhere(name);
    const environment = name.endsWith("/perform-simulate-actions") ? "sandbox" : "production";
    for (const status of statuses) {
      const simulator = create({ environment });
      simulator.fault({ status });
      await call(simulator, status, method, path);
    }
  },
);

it("every status of every operation was answered", () => {
  const declared = persona.flatMap(({ name, responses }) => Object.keys(responses).map((status) => `${name} ${status}`));
  expect(declared.filter((status) => !exercised.has(status))).toEqual([]);
});
