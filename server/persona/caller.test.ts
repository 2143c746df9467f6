import { pino } from "pino";
import { expect, it, vi } from "vitest";
import { type TestDatabase, describeOnEachDatabase } from "@test/server/support/databases";
import { startFakePersona } from "@test/server/support/fake-persona";
import { createManualClock, type ManualClock, settled } from "@test/server/support/manual-clock";
import { silentPino } from "@test/server/support/silent-pino";
import type { PersonaConfig } from "../config/config";
import { createPersonaCaller, type PersonaCallerDeps, type Seen } from "./caller";
import { noMeter } from "./meter";
import { jsonOf } from "./persona-answer";

const persona: PersonaConfig = {
  apiUrl: "",
  apiKey: "persona_sandbox_test",
  version: "2025-12-08",
  environment: "sandbox",
  permissions: [],
  fileOrigins: [],
  webhookSecrets: [],
  webhookToleranceSeconds: 300,
  callsPerMinute: 300,
  timeoutSeconds: 10,
  sweepSeconds: undefined,
};

const list = { asker: "user_1", operation: "listAllInquiries", path: "/inquiries", query: "page%5Bsize%5D=10" } as const;
const templates = { asker: "user_1", operation: "listAllInquiryTemplates", path: "/inquiry-templates" } as const;
const detail = { asker: "user_1", operation: "retrieveAnInquiry", path: "/inquiries/inq_1" } as const;
const approve = {
  asker: "user_1",
  operation: "approveAnInquiry",
  path: "/inquiries/inq_1/approve",
  body: '{"meta":{}}',
  idempotencyKey: "k",
} as const;

const inquiry = {
  type: "inquiry",
  id: "inq_1",
  attributes: { status: "approved", referenceId: "usr_1", updatedAt: "2026-03-02T09:00:00.000Z", redactedAt: null },
  relationships: {
    account: { data: { type: "account", id: "act_1" } },
    inquiryTemplate: { data: { type: "inquiry-template", id: "itmpl_1" } },
  },
};

const until = (check: () => unknown) => vi.waitUntil(check, { timeout: 20_000, interval: 5 });

describeOnEachDatabase("calls to Persona", (fresh) => {
  /** A caller with a Persona of its own; `deps.clock` stands still. */
  async function set(more: Partial<PersonaCallerDeps> = {}, config: Partial<PersonaConfig> = {}, on?: TestDatabase) {
    const db = on ?? (await fresh());
    const fake = await startFakePersona();
    const clock: ManualClock = createManualClock();
    const make = (with_: Partial<PersonaCallerDeps> = {}) =>
      createPersonaCaller({ db, persona: { ...persona, apiUrl: fake.apiUrl, ...config }, log: silentPino, clock, ...more, ...with_ });
    return { db, fake, clock, make, caller: await make() };
  }

  it("carry the key, and nothing but what they should", async () => {
    const { caller, fake } = await set();
    await caller.call(approve);
    expect(fake.heard).toHaveLength(1);
    const [{ method, url, headers, body }] = fake.heard as [(typeof fake.heard)[0]];
    expect([method, url, body]).toEqual(["POST", "/api/v1/inquiries/inq_1/approve", '{"meta":{}}']);
    expect(headers).toMatchObject({
      authorization: "Bearer persona_sandbox_test",
      "persona-version": "2025-12-08",
      "key-inflection": "camel",
      "idempotency-key": "k",
    });
    expect(Object.keys(headers).filter((name) => /cookie|forwarded|origin|referer/.test(name))).toEqual([]);
  });

  it("that read the same at once are one", async () => {
    const coalesced = vi.fn<() => void>();
    const { caller, fake } = await set({ meter: { ...noMeter, coalesced } });
    const answers = await Promise.all(Array.from({ length: 20 }, () => caller.call(detail)));
    expect(fake.heard).toHaveLength(1);
    expect(coalesced).toHaveBeenCalledTimes(19);
    expect(new Set(answers.map((answer) => JSON.stringify(jsonOf(answer))))).toEqual(new Set(['{"data":[]}']));
    await caller.call(detail);
    expect(fake.heard).toHaveLength(2);
  });

  it("that are in a hurry do not wait with those that are not", async () => {
    const { caller, fake, clock } = await set({}, { callsPerMinute: 20 });
    for (let index = 0; index < 19; index += 1) await caller.call({ ...detail, path: `/inquiries/inq_${index}`, priority: "decision" });
    const waiting = caller.call(detail);
    expect((await caller.call({ ...detail, priority: "decision" })).status).toBe(200);
    expect(fake.heard).toHaveLength(20);
    await until(() => {
      clock.advance(1_000);
      return fake.heard.length === 21;
    });
    await waiting;
  });

  it("of one who leaves go on for the others, and end when all have left", async () => {
    const { caller, fake } = await set();
    let open: (() => void) | undefined;
    fake.answer(() => new Promise((resolve) => (open = () => resolve({ body: { data: "late" } }))));
    const leaving = new AbortController();
    const left = caller.call({ ...detail, signal: leaving.signal });
    const stayed = caller.call({ ...detail, signal: new AbortController().signal });
    await until(() => open);
    leaving.abort(new Error("left"));
    await expect(left).rejects.toThrow("left");
    open?.();
    expect(jsonOf(await stayed)).toEqual({ data: "late" });
    expect(fake.heard).toHaveLength(1);
  });

  it("of templates are kept five minutes, of lists two seconds, of details never", async () => {
    const { caller, fake, clock } = await set();
    for (const call of [templates, templates, list, list, detail, detail]) await caller.call(call);
    expect(fake.heard).toHaveLength(4);
    clock.advance(2_000);
    await caller.call(list);
    clock.advance(297_000);
    await caller.call(templates);
    expect(fake.heard).toHaveLength(5);
    clock.advance(1_000);
    await caller.call(templates);
    expect(fake.heard).toHaveLength(6);
  });

  it("that are kept say how many calls are left by now, and nothing of a window that is over", async () => {
    const { caller, fake, clock } = await set({}, { callsPerMinute: 20 });
    fake.answer(() => ({ headers: { "ratelimit-limit": "20", "ratelimit-remaining": "19", "ratelimit-reset": "60" } }));
    await caller.call(templates);
    fake.answer(() => ({}));
    for (let index = 0; index < 3; index += 1) await caller.call({ ...detail, path: `/inquiries/inq_${index}` });
    clock.advance(10_000);
    const kept = (await caller.call(templates)).headers;
    expect(fake.heard).toHaveLength(4);
    expect(kept).toMatchObject({ "ratelimit-limit": "20", "ratelimit-remaining": "16", "ratelimit-reset": "50" });
    clock.advance(60_000);
    expect((await caller.call(templates)).headers).not.toHaveProperty("ratelimit-limit");
  });

  it("that failed are kept for nobody", async () => {
    const { caller, fake } = await set();
    fake.answer(() => ({ status: 500, body: { errors: [{ title: "Internal" }] } }));
    expect((await caller.call(templates)).status).toBe(500);
    fake.answer(() => ({ body: { data: [] } }));
    expect((await caller.call(templates)).status).toBe(200);
  });

  it("show what a write changed, also where a read began before it", async () => {
    const { caller, fake } = await set();
    await caller.call(list);
    let old: (() => void) | undefined;
    fake.answer(({ url }) =>
      url.endsWith("inq_1") ? new Promise((resolve) => (old = () => resolve({ body: { data: "old" } }))) : { body: { data: "done" } },
    );
    const before = caller.call(detail);
    await until(() => old);
    await caller.call(approve);
    fake.answer(() => ({ body: { data: "new" } }));
    expect(jsonOf(await caller.call(detail))).toEqual({ data: "new" });
    expect(jsonOf(await caller.call(list))).toEqual({ data: "new" });
    old?.();
    expect(jsonOf(await before)).toEqual({ data: "old" });
  });

  it("on another instance show it as well, and so do those after a webhook; templates stay", async () => {
    const { caller, fake, make, db } = await set();
    const other = await make();
    await Promise.all([other.call(list), other.call(templates)]);
    await caller.call(approve);
    await until(async () => {
      await other.call(list);
      return fake.heard.filter(({ url }) => url.includes("page")).length === 2;
    });
    await db.query("select pg_notify('desk_cache', 'inquiry-template')");
    await until(async () => {
      await other.call(templates);
      return fake.heard.filter(({ url }) => url.endsWith("templates")).length === 2;
    });
    expect(fake.heard.filter(({ url }) => url.endsWith("approve"))).toHaveLength(1);
    await other.close();
  });

  it("that several wait for go when the first of them has their turn", async () => {
    const { caller, fake, clock } = await set({}, { callsPerMinute: 20 });
    for (let index = 0; index < 20; index += 1) await caller.call({ ...detail, path: `/inquiries/inq_${index}`, priority: "decision" });
    const before = fake.heard.length;
    const calls = Array.from({ length: 40 }, (_, index) => caller.call({ ...detail, path: `/inquiries/inq_${index}` }));
    calls.push(caller.call({ ...detail, asker: "user_2", path: "/inquiries/inq_39" }));
    for (const each of calls) each.catch(() => undefined);
    clock.advance(61_500);
    await until(async () => {
      clock.advance(50);
      await settled();
      return fake.heard.slice(before).some(({ url }) => url.endsWith("inq_39"));
    });
    expect(fake.heard.length - before).toBeLessThan(20);
  });

  it("come back in minutes, though Persona names a moment in 2083", async () => {
    const { caller, fake, clock } = await set();
    let busy = true;
    fake.answer(() => (busy ? { status: 429, headers: { "ratelimit-remaining": "0", "ratelimit-reset": "3566000000" } } : {}));
    const first = caller.call(approve).catch((error: unknown) => error);
    await until(() => fake.heard.length === 1 && clock.waiting > 0);
    await settled();
    busy = false;
    clock.advance(100_000);
    expect(await first).toMatchObject({ kind: "budget" });
    clock.advance(90_000);
    expect((await caller.call(approve)).status).toBe(200);
  });

  it("share one budget with every other instance", async () => {
    const { caller, fake, make } = await set({}, { callsPerMinute: 20 });
    const other = await make();
    fake.answer(() => ({ headers: { "ratelimit-limit": "20", "ratelimit-remaining": "19" } }));
    const calls = Array.from({ length: 30 }, (_, index) =>
      (index % 2 ? caller : other).call({ ...approve, idempotencyKey: String(index) }),
    );
    // ten of them end with the test
    for (const each of calls) each.catch(() => undefined);
    await until(() => fake.heard.length === 20);
    await settled();
    expect(fake.heard).toHaveLength(20);
  });

  it("that Persona is too busy for wait for the reset, and are sent again", async () => {
    const { caller, fake, clock } = await set();
    fake.answer(() => ({
      status: 429,
      headers: { "ratelimit-remaining": "0", "ratelimit-reset": "30" },
      body: { errors: [{ title: "Rate limit exceeded" }] },
    }));
    const call = caller.call(approve);
    await until(() => fake.heard.length === 1);
    await settled();
    fake.answer(() => ({ body: { data: "done" } }));
    await until(() => {
      clock.advance(1_000);
      return fake.heard.length === 2;
    });
    expect(jsonOf(await call)).toEqual({ data: "done" });
    expect(fake.heard.map(({ headers }) => headers["idempotency-key"])).toEqual(["k", "k"]);
  });

  it.each([
    ["in seconds", "20"],
    ["as a date", new Date(createManualClock().now() + 20_000).toUTCString()],
  ])("that Persona is too busy for wait as long as Retry-After says %s, whatever the window does", async (_, retryAfter) => {
    const { caller, fake, db } = await set();
    const headers = { "retry-after": retryAfter, "ratelimit-limit": "300", "ratelimit-remaining": "0", "ratelimit-reset": "50" };
    fake.answer(() => ({ status: 429, headers }));
    caller.call(approve).catch(() => undefined);
    await until(async () => {
      const [row] = await db.query("select resets_at as at from persona_budget where remaining = 0");
      return (row as { at: Date } | undefined)?.at.getTime() === createManualClock().now() + 20_000;
    });
    expect(fake.heard).toHaveLength(1);
  });

  it("over a creation quota are told so", async () => {
    const { caller, fake } = await set();
    fake.answer(() => ({ status: 429, body: { errors: [{ title: "Quota exceeded" }] } }));
    expect((await caller.call(approve)).status).toBe(429);
    expect(fake.heard).toHaveLength(1);
  });

  it.each([
    ["a redirect", { status: 302, headers: { location: "http://127.0.0.1:1/" } }, "unreadable", 502],
    ["a page of HTML", { headers: { "content-type": "text/html" }, body: "<html>" }, "unreadable", 502],
    ["an answer to no key", { status: 401, body: { errors: [{ title: "Token is invalid" }] } }, "key", 502],
    ["a broken connection", "break", "lost", 502],
  ] as const)("answered with %s fail", async (_, said, kind, status) => {
    const { caller, fake } = await set();
    fake.answer(() => said);
    await expect(caller.call(approve)).rejects.toMatchObject({ name: "CallFailure", kind, status });
    expect(fake.heard).toHaveLength(1);
  });

  it("that take too long fail", async () => {
    const { caller, fake } = await set({}, { timeoutSeconds: 0.05 });
    fake.answer(() => "hang");
    await expect(caller.call(approve)).rejects.toMatchObject({ kind: "timeout", status: 504, sent: "unknown" });
  });

  it.each(["break", "hang"] as const)("that only read did nothing at Persona, whatever became of them: %s", async (said) => {
    const { caller, fake } = await set({}, { timeoutSeconds: 0.05 });
    fake.answer(() => said);
    await expect(caller.call(list)).rejects.toMatchObject({ sent: "no", details: "Nothing was sent." });
  });

  it("that reach nobody say that nothing was sent", async () => {
    // port 0 is nobody's
    const { caller } = await set({}, { apiUrl: "http://127.0.0.1:0/api/v1" });
    await expect(caller.call(approve)).rejects.toMatchObject({ kind: "unconnected", status: 503, sent: "no" });
  });

  it("tell every inquiry they bring, and fail with nobody who listens", async () => {
    const seen = vi.fn<(seen: Seen) => Promise<void>>(() => Promise.reject(new Error("no database")));
    const { caller, fake } = await set({ onSeen: seen });
    const session = (id: string, device: object | null) => ({
      type: "inquiry-session",
      id,
      attributes: { "created-at": "2026-03-02T08:00:00.000Z", "started-at": device && "2026-03-02T08:01:00.000Z" },
      relationships: { inquiry: { data: { type: "inquiry", id: "inq_1" } }, device: { data: device } },
    });
    const sessions = [session("iqse_1", { type: "device", id: "dev_1" }), session("iqse_2", null)];
    fake.answer(() => ({
      body: { data: [inquiry, { type: "account", id: "act_1" }], included: [{ ...inquiry, id: "inq_2" }, ...sessions] },
    }));
    expect((await caller.call(list)).status).toBe(200);
    expect(seen).toHaveBeenCalledOnce();
    expect(seen.mock.calls[0]).toMatchObject([
      {
        inquiries: [
          { inquiryId: "inq_1", referenceId: "usr_1", accountId: "act_1", status: "approved", source: "read" },
          { inquiryId: "inq_2" },
        ],
        opened: [{ inquiryId: "inq_1" }],
        devices: [{ inquiryId: "inq_1", deviceId: "dev_1", at: Date.parse("2026-03-02T08:01:00.000Z") }],
      },
    ]);
  });

  it("are told once where they can't be read, without a value, and what can is used", async () => {
    const lines: string[] = [];
    const oddAnswer = vi.fn<(operation: string) => void>();
    const seen = vi.fn<(seen: Seen) => Promise<void>>(() => Promise.resolve());
    const log = pino({ base: null, timestamp: false }, { write: (line: string) => void lines.push(line) });
    const { caller, fake } = await set({ log, meter: { ...noMeter, oddAnswer }, onSeen: seen });
    const broken = { ...inquiry, id: "inq_2", attributes: { ...inquiry.attributes, redactedAt: "Mara", tags: 7 } };
    fake.answer(() => ({ body: { data: [inquiry, broken, { id: "Mara Quill" }] } }));
    await caller.call(list);
    expect(seen.mock.calls).toMatchObject([[{ inquiries: [{ inquiryId: "inq_1" }] }]]);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      {
        operation: "listAllInquiries",
        requestId: "req_1",
        problems: [
          "answer.data[].type: expected string, received undefined",
          "answer.data[].id: expected an ID",
          "inquiry.attributes.redactedAt: expected a time",
          "inquiry.attributes.tags: expected array, received number",
          "inquiry without redactedAt",
        ],
      },
    ]);
    expect(lines.join()).not.toMatch(/Mara/);
    expect(oddAnswer.mock.calls).toEqual([["listAllInquiries"]]);
    fake.answer(() => ({ body: { data: [{ ...inquiry, attributes: { status: "approved" } }] } }));
    await caller.call({ ...list, query: "fields%5Binquiry%5D=status" });
    expect(lines).toHaveLength(1);
  });

  it("hand over a PDF byte by byte", async () => {
    const { caller, fake } = await set();
    fake.answer(() => ({ headers: { "content-type": "application/pdf" }, body: "%PDF-1.7" }));
    const { body, headers } = await caller.call({ operation: "printAnInquiryPdf", asker: "user_1", path: "/inquiries/inq_1/print" });
    expect([headers["content-type"], new TextDecoder().decode(body)]).toEqual(["application/pdf", "%PDF-1.7"]);
  });
});
