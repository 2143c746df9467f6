import { Hono } from "hono";
import { pino } from "pino";
import { beforeEach, describe, expect, it } from "vitest";
import { operationAccess } from "@/domain/operation-access";
import { type Role, roles } from "@/domain/viewer";
import { silentPino } from "@test/server/support/silent-pino";
import type { AuditInput, RefusedAttempt } from "../audit/audit-entry";
import type { Opening } from "../audit/audit-openings";
import type { DeskEnv } from "../http/context";
import { errorAnswer } from "../http/error-answer";
import type { PersonaCall } from "./caller";
import { isWrite } from "./match-operation";
import { operations } from "./operations.gen";
import type { PersonaAnswer } from "./persona-answer";
import { isProxied } from "./proxied-operations";
import { personaProxy } from "./proxy";
import type { WriteIntent } from "./writes";

const user = { id: "user_1", name: "Maya Lindqvist", emailAddress: "maya@hollisgrey.example" };

let calls: PersonaCall[];
let intents: WriteIntent[];
let entries: AuditInput[];
let opened: Opening[];
/** Whether openings can be noted. */
let canNote: boolean;
let answer: PersonaAnswer;

beforeEach(() => {
  [calls, intents, entries, opened] = [[], [], [], []];
  canNote = true;
  answer = { status: 200, headers: { "content-type": "application/json", "request-id": "req_1" }, body: new TextEncoder().encode("{}") };
});

/** Sends a request as somebody; the target arrives as it stands. */
async function send(
  method: string,
  target: string,
  { role = "admin" as Role, environment = "sandbox", log = silentPino, ...init }: Init = {},
): Promise<Response> {
  const app = new Hono<DeskEnv>();
  app.onError((error, c) => errorAnswer(error, c));
  app.use(async (c, next) => {
    c.set("requestId", "dr_1");
    c.set("log", log);
    c.set("person", { sessionId: "s", user, role });
    await next();
  });
  const caller = { call: (call: PersonaCall) => (calls.push(call), Promise.resolve(answer)) };
  const writes = { perform: (intent: WriteIntent) => (intents.push(intent), Promise.resolve(answer)) };
  const append = (input: AuditInput) => (entries.push(input), Promise.resolve());
  const audit = { append, refuse: (attempt: RefusedAttempt) => append({ ...attempt, outcome: "refused" }) };
  const openings = { note: async (opening: Opening) => (canNote ? void opened.push(opening) : Promise.reject(new Error("read-only"))) };
  app.route("/", personaProxy({ caller, writes, audit, openings, environment }));
  const request = new Request(new URL("/api/v1/x", "http://desk.example"), { method, ...init });
  return app.fetch(request, { incoming: { url: target } });
}
type Init = RequestInit & { readonly role?: Role; readonly environment?: string; readonly log?: typeof silentPino };

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  body: JSON.stringify(body),
  headers: { "content-type": "application/json", "idempotency-key": "k", ...headers },
});

const targetOf = (path: string) => `/api/v1${path.replaceAll(/\{\w+\}/g, "some_1")}`;
const attempts = operations.flatMap((operation) => roles.map((role) => [operation.operation, role, operation] as const));
// wider than the lists of each entry, so that any role may be looked up
const isFor = (id: (typeof attempts)[number][0], role: Role) => (operationAccess[id].roles as readonly Role[]).includes(role);

const attempt = (role: Role, { method, path, hasBody }: (typeof operations)[number]) =>
  send(method, targetOf(path), { role, headers: { "idempotency-key": "k" }, ...(hasBody && json({})) });

describe("every operation", () => {
  it.each(attempts.filter(([id, role]) => isFor(id, role) && isProxied(id)))("%s is sent for a %s", async (_, role, operation) => {
    expect((await attempt(role, operation)).status).toBe(200);
    expect([calls.length, intents.length]).toEqual(isWrite(operation) ? [0, 1] : [1, 0]);
  });

  it.each(attempts.filter(([id, role]) => !isFor(id, role)))("%s is refused to a %s, and written down", async (_, role, operation) => {
    const response = await attempt(role, operation);
    // matchers have no type
    const reason = expect.stringContaining("Your role (") as string;
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      errors: [{ title: "Forbidden", details: reason }],
    });
    expect([...calls, ...intents]).toEqual([]);
    expect(entries).toMatchObject([{ action: operation.id, outcome: "refused", actor: { id: "user_1", role }, requestId: "dr_1" }]);
  });
});

describe("what the application never does", () => {
  it.each(attempts.filter(([id, role]) => isFor(id, role) && !isProxied(id)))(
    "%s is refused to a %s too, and written down",
    async (_, role, operation) => {
      const response = await attempt(role, operation);
      expect([response.status, await response.json()]).toEqual([
        403,
        { errors: [{ title: "Forbidden", details: "The desk does not do this." }] },
      ]);
      expect([...calls, ...intents]).toEqual([]);
      expect(entries).toMatchObject([{ action: operation.id, outcome: "refused", actor: { role }, reason: "The desk does not do this." }]);
    },
  );

  it("is told by the names of attributes, never by their values", async () => {
    const attributes = { fields: { nameFirst: "Mara" }, note: "Quill", "Mara Quill, 12 March": 1 };
    const response = await send("PATCH", "/api/v1/inquiries/inq_1", json({ data: { attributes } }));
    const reason = "The desk does not change fields, ?.";
    expect([response.status, await response.json()]).toEqual([403, { errors: [{ title: "Forbidden", details: reason }] }]);
    expect(entries).toMatchObject([
      { action: "update-an-inquiry", outcome: "refused", subject: { id: "inq_1" }, reason, details: { attributes: "fields, ?" } },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Mara|Quill/);
    expect(intents).toEqual([]);
  });

  it("is not to write the note of an inquiry: that passes, and nothing beside it", async () => {
    const patch = (attributes: object) => send("PATCH", "/api/v1/inquiries/inq_1", json({ data: { attributes } }));
    await patch({ note: "Quill", tags: [] });
    expect(intents).toEqual([]);
    await patch({ note: "Quill" });
    expect(intents).toMatchObject([{ match: { operation: { id: "update-an-inquiry" } } }]);
  });

  it.each(["x", "[]", '{"data":7}', '{"data":{"attributes":[]}}'])("is refused whatever its body: %s", async (body) => {
    const init = { body, headers: { "content-type": "application/json" } };
    expect((await send("PATCH", "/api/v1/accounts/act_1", init)).status).toBe(403);
    expect(entries).toMatchObject([{ action: "update-an-account", outcome: "refused", reason: "The desk does not do this." }]);
  });
});

describe("what never reaches Persona", () => {
  it.each([
    ["GET", "/api/v1"],
    ["GET", "/api/v1/webhooks"],
    ["POST", "/api/v1/webhooks/wbh_1/rotate-secret"],
    ["GET", "/api/v1/api-logs"],
    ["PUT", "/api/v1/inquiries/inq_1"],
    ["GET", "/api/v1/inquiries/../webhooks"],
    ["GET", "/api/v1/inquiries/%2e%2e/webhooks"],
    ["GET", "/api/v1/accounts/act_1%2fadd-tag"],
    ["GET", "/api/v1//inquiries"],
    ["HEAD", "/api/v1/inquiries"],
  ])("%s %s is not found", async (method, target) => {
    expect((await send(method, target)).status).toBe(404);
    expect([...calls, ...intents]).toEqual([]);
  });

  it.each([
    ["GET", "/api/v1/inquiries?page[size]=1&page[size]=2", {}],
    ["GET", "/api/v1/inquiries?key=1", {}],
    ["POST", "/api/v1/accounts/act_1/add-tag?include=a&include=b", json({})],
    ["POST", "/api/v1/accounts/act_1/add-tag", { ...json({}), body: "x" }],
    ["POST", "/api/v1/accounts/act_1/add-tag", json([])],
    ["POST", "/api/v1/accounts/act_1/add-tag", { ...json({}), headers: { "content-type": "text/plain", "idempotency-key": "k" } }],
    ["POST", "/api/v1/accounts/act_1/add-tag", json({}, { "idempotency-key": "a b" })],
    ["POST", "/api/v1/accounts/act_1/add-tag", json({}, { "idempotency-key": "a, b" })],
    ["POST", "/api/v1/accounts/act_1/add-tag", json({}, { "idempotency-key": "x".repeat(256) })],
    ["POST", "/api/v1/accounts/act_1/add-tag", json({}, { "idempotency-key": "" })],
    ["POST", "/api/v1/accounts/act_1/add-tag", json({}, { "idempotency-key": "é" })],
  ] as const)("%s %s %j is malformed", async (method, target, init) => {
    expect((await send(method, target, init)).status).toBe(400);
    expect([...calls, ...intents]).toEqual([]);
  });

  it("is logged without its path, which may be an address or a name", async () => {
    const lines: string[] = [];
    const log = pino({ base: null, timestamp: false }, { write: (line: string) => void lines.push(line) });
    expect((await send("GET", "/api/v1/people/mara@quill.example", { log })).status).toBe(404);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { level: 40, method: "GET", route: "/api/v1/*", msg: "no operation of Persona's" },
    ]);
  });
});

describe("what somebody opens", () => {
  it.each([
    ["/api/v1/inquiries/inq_1", { action: "retrieve-an-inquiry", subject: { type: "inquiry", id: "inq_1" } }],
    ["/api/v1/accounts/act_1", { action: "retrieve-an-account", subject: { type: "account", id: "act_1" } }],
  ])("%s is noted before it is shown", async (target, opening) => {
    await send("GET", target);
    expect(opened).toMatchObject([{ ...opening, actor: { id: "user_1" }, requestId: "dr_1", personaRequestId: "req_1" }]);
  });

  it.each(["/api/v1/inquiries", "/api/v1/accounts?filter[reference-id]=a", "/api/v1/events?filter[object-id]=inq_1"])(
    "is no list: %s",
    async (target) => {
      expect((await send("GET", target)).status).toBe(200);
      expect(opened).toEqual([]);
    },
  );

  it("is a file each time that it is fetched", async () => {
    for (const times of [1, 2]) {
      expect((await send("GET", "/api/v1/inquiries/inq_1/print", { role: "support" })).status).toBe(200);
      expect(entries).toHaveLength(times);
    }
    expect(entries[0]).toMatchObject({
      action: "print-an-inquiry-pdf",
      outcome: "done",
      subject: { id: "inq_1" },
      actor: { role: "support" },
    });
    answer = { ...answer, status: 404 };
    await send("GET", "/api/v1/inquiries/inq_1/print");
    expect(entries).toHaveLength(2);
  });

  it("is not shown where it could not be noted", async () => {
    canNote = false;
    answer = { ...answer, body: new TextEncoder().encode('{"data":"Mara"}') };
    const response = await send("GET", "/api/v1/inquiries/inq_1");
    expect([response.status, calls.length]).toEqual([500, 1]);
    expect(await response.text()).not.toContain("Mara");
  });

  it("is nothing where there was nothing", async () => {
    answer = { ...answer, status: 404 };
    expect((await send("GET", "/api/v1/inquiries/inq_1")).status).toBe(404);
    expect(opened).toEqual([]);
  });
});

describe("what does", () => {
  it("is the address written anew, and no header of the browser's", async () => {
    const headers = { authorization: "Bearer x", cookie: "a=b", "persona-version": "2020-01-01", "idempotency-key": "k" };
    await send("GET", "/api/v1/inquiries?filter[note]=a+b", { headers });
    expect(calls).toMatchObject([{ operation: "listAllInquiries", path: "/inquiries", query: "filter%5Bnote%5D=a%20b" }]);
    expect(Object.keys(calls[0] ?? {}).toSorted()).toEqual(["asker", "operation", "path", "query", "signal"]);
  });

  it("is a write in the name of whoever is signed in, under their key, its body written anew", async () => {
    const twice = '{ "meta": { "tagName": "read" }, "meta": { "tagName": "meant" } }';
    await send("POST", "/api/v1/accounts/act_1/add-tag", { ...json({}, { "idempotency-key": "k-1" }), body: twice });
    expect(intents).toMatchObject([
      {
        match: { operation: { operation: "accountsAddTag" }, params: { accountId: "act_1" } },
        key: "k-1",
        comment: null,
        actor: { type: "person", id: "user_1", role: "admin" },
        body: '{"meta":{"tagName":"meant"}}',
        requestId: "dr_1",
      },
    ]);
  });

  it("is no write without a key, which could not be told from its repetition", async () => {
    const response = await send("POST", "/api/v1/accounts/act_1/add-tag");
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ details: "A write has to carry an Idempotency-Key." }] },
    ]);
    expect(intents).toEqual([]);
  });
});

describe("the answer", () => {
  it("is Persona's", async () => {
    answer = {
      status: 409,
      headers: { "content-type": "application/json", "request-id": "req_9" },
      body: new TextEncoder().encode('{"errors":[]}'),
    };
    const response = await send("GET", "/api/v1/inquiries/inq_1");
    expect([response.status, await response.text()]).toEqual([409, '{"errors":[]}']);
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "application/json",
      "request-id": "req_9",
    });
  });
});
