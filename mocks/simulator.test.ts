import { describe, expect, it, vi } from "vitest";
import { type Body, inquiryId, list, type Row, send, single, tinySimulator } from "./testing/tiny-world";
import type { DeskSession } from "@/api/generated/desk/types.gen";
import type { LoggedRequest } from "./http/request-log";
import type { Simulator } from "./simulator";

const approve = (id: string) => `/api/v1/inquiries/${id}/approve`;

const references = ({ data }: Body<Row[]>) => data.map((row) => row.attributes["referenceId"]);
const session = async (simulator: Simulator) => (await (await send(simulator, "/desk/v1/session")).json()) as DeskSession;

describe("an answer", () => {
  it("has the casing that was asked for, kebab by default, and never changes the keys of fields", async () => {
    const simulator = tinySimulator();
    const path = `/api/v1/inquiries/${inquiryId(simulator, 1)}`;
    const kebab = await single(await send(simulator, path, { headers: { "key-inflection": "kebab" } }));
    expect(kebab.data.attributes).toMatchObject({ "reference-id": "ref-1", fields: { "name-first": { type: "string", value: null } } });
    const snake = await single(await send(simulator, path, { headers: { "key-inflection": "snake" } }));
    expect(snake.data.relationships["inquiry_template"]?.data).toMatchObject({ type: "inquiry-template" });
    expect(snake.data.attributes["fields"]).toHaveProperty("name-first");
    const camel = await single(await send(simulator, path));
    expect(camel.data.attributes["referenceId"]).toBe("ref-1");
  });

  it("includes nothing unless asked, and then what was asked", async () => {
    const simulator = tinySimulator();
    const path = `/api/v1/inquiries/${inquiryId(simulator, 1)}`;
    expect(await single(await send(simulator, path))).not.toHaveProperty("included");
    const body = await single(await send(simulator, `${path}?include=account,inquiry-template.latest-published-version`));
    expect(body.included.map(({ type }) => type)).toEqual(["account", "inquiry-template", "inquiry-template-version"]);
    expect((await send(simulator, `${path}?include=everything`)).status).toBe(400);
    expect((await send(simulator, "/api/v1/inquiries?include=account")).status).toBe(400);
  });

  it.each([
    "2026-09-29",
    "2025-12-08",
    "2025-10-27",
    "2023-01-05",
    "2022-09-01",
    "2021-08-18",
    "2021-07-05",
    "2021-02-21",
    "2020-05-18",
    undefined,
  ])("comes for Persona-Version %s", async (version) => {
    const headers: Record<string, string> = version === undefined ? {} : { "persona-version": version };
    expect((await send(tinySimulator(), "/api/v1/inquiries", { headers })).status).toBe(200);
  });

  it.each(["2026-09-30", "2024-01-01", "latest", ""])("is a refusal for Persona-Version '%s'", async (version) => {
    const response = await send(tinySimulator(), "/api/v1/inquiries", { headers: { "persona-version": version } });
    expect(response.status).toBe(400);
    const details = `Persona-Version ${version} is not one the simulator knows`;
    expect(await single(response)).toEqual({ errors: [{ title: "Bad Request", details }] });
  });

  it("carries the limit, the request and the environment; a 401 carries none of them", async () => {
    const simulator = tinySimulator({ standsFor: "persona" });
    const headers = { authorization: "Bearer persona_production_x" };
    const good = await send(simulator, "/api/v1/inquiries", { headers });
    expect(Object.fromEntries(good.headers)).toMatchObject({
      "ratelimit-limit": "300",
      "ratelimit-remaining": "299",
      "ratelimit-reset": "60",
      "request-id": expect.stringMatching(/^req_[A-Za-z0-9]{24}$/),
      "persona-environment-id": expect.stringMatching(/^env_/),
      "persona-organization-id": expect.stringMatching(/^org_/),
    });
    const bad = await send(simulator, "/api/v1/inquiries");
    expect(bad.status).toBe(401);
    expect(await single(bad)).toEqual({ errors: [{ title: "Must be authenticated to access this endpoint" }] });
    expect([...bad.headers.keys()].toSorted()).toEqual(["cache-control", "content-type", "date"]);
  });
});

describe("a list", () => {
  it("goes newest first, page by page and back, each row once", async () => {
    const simulator = tinySimulator();

    const first = await list(await send(simulator, "/api/v1/inquiries?page[size]=2"));
    expect(references(first)).toEqual(["ref-3", "ref-2"]);
    expect(first.links.prev).toBeNull();
    const second = await list(await send(simulator, first.links.next));
    expect(references(second)).toEqual(["ref-1"]);
    expect(second.links.next).toBeNull();
    const back = await list(await send(simulator, second.links.prev));
    expect(references(back)).toEqual(["ref-3", "ref-2"]);
  });

  it.each([
    ["filter[reference-id]=REF-2", ["ref-2"]],
    ["filter[reference-id]=ref", []],
    ["filter[status]=created,pending", ["ref-3", "ref-2", "ref-1"]],
    ["filter[status]=approved", []],
    ["filter[created-at-start]=2026-03-02T07:00:00Z", ["ref-3", "ref-2"]],
    ["filter[created-at-end]=2026-03-02T07:00:00Z", ["ref-2", "ref-1"]],
    ["filter[note]=x", []],
  ])("%s", async (query, expected) => {
    expect(references(await list(await send(tinySimulator(), `/api/v1/inquiries?${query}`)))).toEqual(expected);
  });

  it.each([
    ["filter[note]=x&filter[status]=created", "filter.note must be the only filter"],
    ["filter[status]=open", "filter.status must be one of created, pending, completed, expired, failed, needs_review, approved, declined"],
    ["filter[created-at-start]=yesterday", "filter.created_at_start must be a date-time"],
    ["filter[name]=x", "filter.name is not allowed"],
    ["page[after]=inq_unknown", "page.after is not the ID of an object in this list"],
  ])("%s is refused", async (query, details) => {
    const response = await send(tinySimulator(), `/api/v1/inquiries?${query}`);
    expect(response.status).toBe(400);
    expect(await single(response)).toEqual({ errors: [{ title: "Bad Request", details }] });
  });
});

describe("search", () => {
  it("shows what was a minute ago", async () => {
    const simulator = tinySimulator();
    await send(simulator, approve(inquiryId(simulator, 2)), { method: "POST" });
    const search = async () => {
      const query = { attribute: "status", operator: "eq", value: "approved" };
      return (await list(await send(simulator, "/api/v1/inquiries/search", { body: { query } }))).data.length;
    };
    expect(await search()).toBe(0);
    await send(simulator, "/simulator/v1/clock/advance", { body: { seconds: 61 } });
    expect(await search()).toBe(1);
  });

  it("is paged by posting the same body to the link", async () => {
    const simulator = tinySimulator();
    const body = { sort: { attribute: "created_at", direction: "asc" }, page: { size: 2 } };
    const first = await list(await send(simulator, "/api/v1/inquiries/search", { body }));
    expect(first.links.next).toContain("page%5Bsize%5D=2");
    const second = await list(await send(simulator, first.links.next, { body }));
    expect([...references(first), ...references(second)]).toEqual(["ref-1", "ref-2", "ref-3"]);
  });
});

describe("who may", () => {
  it.each([
    ["reviewer", 200],
    ["lead", 200],
    ["admin", 200],
    ["support", 403],
    ["auditor", 403],
  ] as const)("%s approving: %i", async (role, status) => {
    const simulator = tinySimulator({ role });
    expect((await send(simulator, approve(inquiryId(simulator, 1)), { method: "POST" })).status).toBe(status);
  });

  it("a refusal names the role and the act", async () => {
    const simulator = tinySimulator({ role: "support" });
    const response = await send(simulator, approve(inquiryId(simulator, 1)), { method: "POST" });
    expect(await single(response)).toEqual({ errors: [{ title: "Forbidden", details: "Your role (support) may not approve inquiries" }] });
  });

  it("the key's permissions come first", async () => {
    const simulator = tinySimulator({ permissions: ["inquiry.read"] });
    expect((await send(simulator, "/api/v1/inquiries")).status).toBe(200);
    expect((await send(simulator, "/api/v1/accounts")).status).toBe(403);
    expect((await send(simulator, approve(inquiryId(simulator, 1)), { method: "POST" })).status).toBe(403);
  });

  it("the decision names the person who was signed in", async () => {
    const simulator = tinySimulator({ role: "reviewer" });
    const { user } = await session(simulator);
    const body = await single(await send(simulator, `${approve(inquiryId(simulator, 1))}?include=reviewer`, { method: "POST" }));
    expect(body.data.relationships["reviewer"]?.data).toEqual({ type: "user", id: user.id });
    expect(body.included[0]?.attributes["emailAddress"]).toBe(user.emailAddress);
  });

  it("signed out, the desk and the API answer 401", async () => {
    const simulator = tinySimulator();
    await send(simulator, "/simulator/v1/sign-in", { body: { role: null } });
    expect((await send(simulator, "/desk/v1/session")).status).toBe(401);
    expect((await send(simulator, "/api/v1/inquiries")).status).toBe(401);
    await send(simulator, "/simulator/v1/sign-in", { body: { role: "auditor" } });
    expect((await session(simulator)).role).toBe("auditor");
  });

  it.each([
    ["/api/v1/inquiry-templates", 200, 403],
    ["/api/v1/user-audit-logs", 200, 403],
    ["/api/v1/inquiries", 200, 200],
  ])("%s: %i in production, %i in the sandbox", async (path, production, sandbox) => {
    const simulator = tinySimulator({ standsFor: "persona" });
    const status = async (environment: string) =>
      (await send(simulator, path, { headers: { authorization: `Bearer persona_${environment}_x` } })).status;
    expect(await status("production")).toBe(production);
    expect(await status("sandbox")).toBe(sandbox);
  });

  it("objects never cross environments", async () => {
    const simulator = tinySimulator({ standsFor: "persona" });
    const path = `/api/v1/inquiries/${inquiryId(simulator, 1)}`;
    const status = async (environment: string) =>
      (await send(simulator, path, { headers: { authorization: `Bearer persona_${environment}_x` } })).status;
    expect(await status("production")).toBe(200);
    expect(await status("sandbox")).toBe(404);
  });
});

describe("an Idempotency-Key", () => {
  it("gives the first answer again, and refuses other parameters", async () => {
    const simulator = tinySimulator();
    const path = approve(inquiryId(simulator, 1));
    const headers = { "idempotency-key": "k" };
    const first = await (await send(simulator, path, { headers, body: {} })).text();
    const again = await send(simulator, path, { headers, body: {} });
    expect(again.status).toBe(200);
    expect(await again.text()).toBe(first);
    const other = await send(simulator, path, { headers, body: { meta: { comment: "x" } } });
    expect((await single(other)).errors[0]?.title).toBe("Idempotency error");
    expect((await send(simulator, path, { body: {} })).status).toBe(409);
  });

  it("stores a server error, but no 429", async () => {
    const simulator = tinySimulator();
    const path = approve(inquiryId(simulator, 1));
    simulator.fault({ operation: "approveAnInquiry", status: 429 });
    expect((await send(simulator, path, { method: "POST", headers: { "idempotency-key": "a" } })).status).toBe(429);
    simulator.fault({ operation: "approveAnInquiry", status: 500 });
    expect((await send(simulator, path, { method: "POST", headers: { "idempotency-key": "a" } })).status).toBe(500);
    expect((await send(simulator, path, { method: "POST", headers: { "idempotency-key": "a" } })).status).toBe(500);
    expect((await send(simulator, path, { method: "POST", headers: { "idempotency-key": "b" } })).status).toBe(200);
  });
});

describe("a fault", () => {
  it("breaks the connection before or after the operation", async () => {
    const simulator = tinySimulator();
    const id = inquiryId(simulator, 1);
    const status = async () => (await single(await send(simulator, `/api/v1/inquiries/${id}`))).data.attributes["status"];
    simulator.fault({ operation: "approveAnInquiry", status: "network" });
    expect((await send(simulator, approve(id), { method: "POST" })).type).toBe("error");
    expect(await status()).toBe("created");
    simulator.fault({ operation: "approveAnInquiry", status: "network", when: "after" });
    expect((await send(simulator, approve(id), { method: "POST" })).type).toBe("error");
    expect(await status()).toBe("approved");
  });

  it("strikes its operation as often as it says", async () => {
    const simulator = tinySimulator();
    await send(simulator, "/simulator/v1/faults", { body: { operation: "listAllInquiries", status: 503, times: 2 } });
    const statuses = [];
    for (const path of ["accounts", "inquiries", "inquiries", "inquiries"]) {
      statuses.push((await send(simulator, `/api/v1/${path}`)).status);
    }
    expect(statuses).toEqual([200, 503, 503, 200]);
  });

  it.each(["listAllInquirys", "list-all-inquiries", "list-claims", ""])(
    "of no operation, %j, is refused by its name",
    async (operation) => {
      const simulator = tinySimulator();
      const refused = await send(simulator, "/simulator/v1/faults", { body: { operation, status: 503 } });
      expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining(`operation ${operation} is not`)]);
      expect((await send(simulator, "/api/v1/inquiries")).status).toBe(200);
    },
  );

  it.each(["listAllInquiries", "listClaims", "retrieveDeskSession", "streamDeskEvents"])("may be of %s", async (operation) => {
    expect((await send(tinySimulator(), "/simulator/v1/faults", { body: { operation, status: 503 } })).status).toBe(201);
  });

  it("can only be slow", async () => {
    vi.useFakeTimers();
    const simulator = tinySimulator();
    simulator.fault({ delayMs: 5000 });
    const answered = vi.fn<(response: Response) => void>();
    const pending = send(simulator, "/api/v1/inquiries").then(answered);
    await vi.advanceTimersByTimeAsync(4999);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await pending;
    expect(answered.mock.calls[0]?.[0].status).toBe(200);
    vi.useRealTimers();
  });
});

it("the request log tells what was asked, when, and how it ended", async () => {
  const simulator = tinySimulator();
  await send(simulator, "/api/v1/inquiries?page[size]=1");
  await send(simulator, "/api/v1/inquiries/inq_none");
  const { data } = (await (await send(simulator, "/simulator/v1/requests")).json()) as { data: LoggedRequest[] };
  expect(data).toMatchObject([
    { method: "GET", path: "/api/v1/inquiries", query: "page%5Bsize%5D=1", operation: "listAllInquiries", status: 200 },
    { operation: "retrieveAnInquiry", status: 404 },
  ]);
  expect(data[0]?.answeredAt).toBeGreaterThanOrEqual(data[0]?.startedAt ?? Infinity);
});

it("the 301st call of a minute is refused", async () => {
  const simulator = tinySimulator({ rateLimit: 3 });
  const statuses = [];
  for (let call = 0; call < 4; call += 1) statuses.push((await send(simulator, "/api/v1/rate-limits")).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  await send(simulator, "/simulator/v1/clock/advance", { body: { seconds: 60 } });
  const response = await send(simulator, "/api/v1/rate-limits");
  expect((await list(response)).data).toEqual([{ type: "rate-limit/api", attributes: { limit: 3, remaining: 2, secondsToReset: 60 } }]);
});

it("only what lies below the base is the simulator's", async () => {
  const simulator = tinySimulator({ base: "/demo/" });
  const handle = (path: string) => simulator.handle(new Request(`http://localhost${path}`));
  expect((await handle("/demo/api/v1/inquiries"))?.status).toBe(200);
  expect(await handle("/api/v1/inquiries")).toBeUndefined();
  expect(await handle("/demo/assets/index.js")).toBeUndefined();
});

it("files are drawn by name and need the token of their address", async () => {
  const drawFile = async (name: string) => (name === "a b.svg" ? { contentType: "image/svg+xml", body: "<svg/>" } : undefined);
  const simulator = tinySimulator({ drawFile });
  const file = await send(simulator, "/files/a%20b.svg?access_token=t");
  expect([file.headers.get("content-type"), await file.text()]).toEqual(["image/svg+xml", "<svg/>"]);
  expect((await send(simulator, "/files/a%20b.svg")).status).toBe(404);
  expect((await send(simulator, "/files/other.svg?access_token=t")).status).toBe(404);
});

it("the end user's side: a one-time link lets its person back into that very inquiry, once", async () => {
  const simulator = tinySimulator();
  const id = inquiryId(simulator, 1);
  const { meta } = await single(await send(simulator, `/api/v1/inquiries/${id}/generate-one-time-link`, { method: "POST" }));
  const link = meta["oneTimeLink"];
  const opened = await simulator.control("end-user/open", { link, device: "phone" });
  expect(opened).toMatchObject({ outcome: "opened", inquiryId: id });
  await simulator.control("clock/advance", { seconds: 600 });
  expect(await simulator.control("end-user/open", { link, device: "laptop" })).toMatchObject({ outcome: "refused" });
});

it("a path that is no encoding is not found, and breaks nothing", async () => {
  expect((await send(tinySimulator(), "/api/v1/inquiries/%E0%A4%A")).status).toBe(404);
});

it("the end user can be sent into either environment", async () => {
  const simulator = tinySimulator();
  const link = `https://inquiry.withpersona.com/verify?inquiry-id=${inquiryId(simulator, 1)}`;
  const outcome = async (query: string) => (await send(simulator, `/simulator/v1/end-user/open${query}`, { body: { link } })).json();
  expect(await outcome("")).toMatchObject({ outcome: "opened" });
  expect(await outcome("?environment=sandbox")).toMatchObject({ outcome: "refused", status: 404 });
});

it("the control API refuses what it does not know", async () => {
  const simulator = tinySimulator();
  await expect(simulator.control("end-user/dance", { sessionId: "x" })).rejects.toThrow("Record not found");
  await expect(simulator.control("clock/advance", { seconds: -1 })).rejects.toThrow("seconds is invalid");
  await expect(simulator.control("sign-in", { role: "owner" })).rejects.toThrow("role is not one of the desk");
});
