import fc from "fast-check";
import { Hono } from "hono";
import { pino } from "pino";
import { expect, it } from "vitest";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { inquiryEvent, type InquiryEventInput, personaSignature } from "@test/server/support/webhooks";
import { createDeviceIndex } from "../devices/device-index";
import { createIssuedLinks } from "../links/issued-links";
import { createKeyedHash } from "../db/keyed-hash";
import { createPushStore } from "../push/push-store";
import type { Database } from "../db/database";
import { errorAnswer } from "../http/error-answer";
import type { DeskEnv } from "../http/context";
import { createInquiryStates } from "./inquiry-states";
import { webhookRoutes } from "./webhook-routes";
import { cacheChannel, createWebhookStore, type WebhookStore } from "./webhook-store";

const at = Date.parse("2026-03-02T09:00:00.000Z");
const secret = "wbhsec_test";
const persona = { webhookSecrets: [secret], webhookToleranceSeconds: 300 };

function appOf(store: WebhookStore, answerWithinMs?: number, lines: string[] = []) {
  const counted: string[] = [];
  const app = new Hono<DeskEnv>();
  app.onError(errorAnswer);
  const log = pino({ base: null, timestamp: false }, { write: (line: string) => void lines.push(line) });
  app.use(async (c, next) => {
    c.set("log", log);
    await next();
  });
  app.route("/", webhookRoutes({ persona, store, now: () => at, count: (outcome) => counted.push(outcome), answerWithinMs }));
  const post = async (body: string, headers: Record<string, string> = { "persona-signature": personaSignature(body, secret, at) }) =>
    app.request("/webhooks/persona", { method: "POST", body, headers });
  return { app, counted, post, send: async (event: unknown) => post(JSON.stringify(event)) };
}

function deskOf(db: Database) {
  const now = () => at;
  const pushes = createPushStore({ db, now });
  const inquiryStates = createInquiryStates({ db, now });
  const links = createIssuedLinks({ db, now, pushes, hash: createKeyedHash("a key", "issued links") });
  const devices = createDeviceIndex({ db, hash: createKeyedHash("a key", "devices") });
  const store = createWebhookStore({ db, inquiryStates, pushes, links, devices, now });
  return { pushes, inquiryStates, links, devices, store, ...appOf(store) };
}

const stored: WebhookStore = { store: async () => "stored" };
const event = (more: Partial<InquiryEventInput> = {}) => inquiryEvent({ eventId: "evt_1", inquiryId: "inq_1", updatedAt: at, ...more });

describeOnEachDatabase("webhooks", (fresh) => {
  it("store the event, the state of its inquiry and a push, and tell caches", async () => {
    const db = await fresh();
    const { send, inquiryStates, pushes } = deskOf(db);
    let hear: (payload: string) => void = () => undefined;
    const told = new Promise<string>((resolve) => {
      hear = resolve;
    });
    await db.listen(
      cacheChannel,
      (payload) => hear(payload),
      () => undefined,
    );
    const answer = await send(event({ name: "inquiry.approved", status: "approved" }));
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
    expect(await db.query("select event_id, name, object_type, object_id, attempts from webhook_events")).toEqual([
      { event_id: "evt_1", name: "inquiry.approved", object_type: "inquiry", object_id: "inq_1", attempts: 1 },
    ]);
    expect(await inquiryStates.get("inq_1")).toMatchObject({ status: "approved", referenceId: "usr_1", source: "webhook" });
    expect(await pushes.after(0, 10)).toMatchObject([
      { change: { type: "inquiry", id: "inq_1", name: "inquiry.approved", related: [{ type: "account", id: "act_1" }] }, roles: null },
    ]);
    expect(await told).toBe("inquiry");
  });

  it("hold nothing of the person", async () => {
    const db = await fresh();
    await deskOf(db).send(event());
    const kept = await db.query(
      "select (select json_agg(e) from webhook_events e)::text || (select json_agg(p) from pushes p)::text || (select json_agg(s) from inquiry_states s)::text as text",
    );
    expect(JSON.stringify(kept)).toContain("inq_1");
    expect(JSON.stringify(kept)).not.toMatch(/Mara|Quill/);
  });

  it("are counted, and change nothing, when they come again", async () => {
    const db = await fresh();
    const { send, pushes, counted } = deskOf(db);
    const answers = await Promise.all([send(event()), send(event()), send(event())]);
    answers.push(await send(event()));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(counted.toSorted()).toEqual(["duplicate", "duplicate", "duplicate", "stored"]);
    expect(await pushes.after(0, 10)).toHaveLength(1);
    expect(await db.query("select count(*)::int as events from webhook_events")).toEqual([{ events: 1 }]);
  });

  it("tell that a link was opened, and from where it looks like a program", async () => {
    const { send, links } = deskOf(await fresh());
    const issuedBy = { type: "person", id: "user_1", name: "Rita" } as const;
    await links.record({ inquiryId: "inq_1", kind: "one-time-link", issuedBy, expiresAt: at + 60_000 });
    const session = {
      type: "inquiry-session",
      id: "iqse_1",
      attributes: {
        status: "active",
        "created-at": new Date(at - 300).toISOString(),
        "started-at": new Date(at + 20_000).toISOString(),
        "is-datacenter": true,
      },
      relationships: { inquiry: { data: { type: "inquiry", id: "inq_1" } } },
    };
    const attributes = { name: "inquiry-session.started", "created-at": new Date(at).toISOString(), payload: { data: session } };
    await send({ data: { type: "event", id: "evt_9", attributes } });
    expect((await links.list({}, { limit: 1 })).map(({ link }) => [link.state, link.openedAt, link.openedLike])).toEqual([
      ["opened", new Date(at + 20_000).toISOString(), "scanner"],
    ]);
  });

  it("tell on what devices inquiries were opened: the session's own event, and an inquiry's that brings its sessions", async () => {
    const { send, devices } = deskOf(await fresh());
    const session = (inquiryId: string) => ({
      type: "inquiry-session",
      id: `iqse_${inquiryId}`,
      attributes: { status: "active", "created-at": new Date(at - 300).toISOString(), "started-at": new Date(at).toISOString() },
      relationships: { inquiry: { data: { type: "inquiry", id: inquiryId } }, device: { data: { type: "device", id: "dev_1" } } },
    });
    const told = (id: string, payload: object) =>
      send({ data: { type: "event", id, attributes: { name: "a.b", "created-at": new Date(at).toISOString(), payload } } });
    await send(event({ eventId: "evt_1", inquiryId: "inq_1", accountId: "act_1", referenceId: "usr_1" }));
    await send(event({ eventId: "evt_2", inquiryId: "inq_2", accountId: "act_2", referenceId: "usr_2" }));
    await told("evt_3", { data: session("inq_1") });
    expect((await devices.sharedWith("inq_1")).inquiries).toEqual([]);
    await told("evt_4", { data: { type: "account", id: "act_2" }, included: [session("inq_2")] });
    expect((await devices.sharedWith("inq_1")).inquiries).toMatchObject([{ inquiryId: "inq_2", accountId: "act_2" }]);
  });

  it("end the links of an inquiry that is over, but not when old news comes late", async () => {
    const { send, links } = deskOf(await fresh());
    const issuedBy = { type: "person", id: "user_1", name: "Noa" } as const;
    const stateOf = async () => (await links.list({}, { limit: 1 })).map(({ link }) => link.state);
    await send(event({ eventId: "evt_2", status: "pending", updatedAt: at - 1_000 }));
    await links.record({ inquiryId: "inq_1", kind: "one-time-link", issuedBy, expiresAt: at + 60_000 });
    await send(event({ eventId: "evt_1", status: "expired", updatedAt: at - 2_000 }));
    expect(await stateOf()).toEqual(["live"]);
    await send(event({ eventId: "evt_3", status: "completed", updatedAt: at }));
    expect(await stateOf()).toEqual(["superseded"]);
  });

  it("leave nothing behind when a part can't be stored, and are asked for again", async () => {
    const db = await fresh();
    const { inquiryStates, pushes } = deskOf(db);
    const noPushes = { publishMany: () => Promise.reject(new Error("connection lost")) };
    const { send, counted } = appOf(createWebhookStore({ db, inquiryStates, pushes: noPushes, now: () => at }));
    const answer = await send(event());
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "3"]);
    expect(counted).toEqual(["failed"]);
    expect(await db.query("select event_id from webhook_events")).toEqual([]);
    expect(await inquiryStates.get("inq_1")).toBeUndefined();
    expect((await deskOf(db).send(event())).status).toBe(200);
    expect(await pushes.after(0, 10)).toHaveLength(1);
  });

  it("that the database refuses don't take others in the same batch with them", async () => {
    const db = await fresh();
    const { inquiryStates, pushes } = deskOf(db);
    const picky: typeof inquiryStates.noteMany = (observations, transaction) => {
      if (observations.some(({ inquiryId }) => inquiryId === "inq_bad")) {
        return Promise.reject(Object.assign(new Error("invalid"), { code: "22P02" }));
      }
      return inquiryStates.noteMany(observations, transaction);
    };
    const { send } = appOf(createWebhookStore({ db, inquiryStates: { noteMany: picky }, pushes, now: () => at }));
    const events = ["inq_1", "inq_2", "inq_bad", "inq_3"].map((inquiryId, index) => event({ eventId: `evt_${index}`, inquiryId }));
    const answers = await Promise.all(events.map(send));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 503, 200]);
    expect(await pushes.after(0, 10)).toHaveLength(3);
  });

  it("in any order, repeated and all at once, are stored once each and end as the newest of each inquiry", async () => {
    const db = await fresh();
    const { inquiryStates, pushes, send } = deskOf(db);
    const statuses = ["created", "pending", "completed", "needs_review", "approved", "expired"];
    const history = fc.array(fc.record({ inquiry: fc.nat(4), step: fc.nat(12), status: fc.constantFrom(...statuses) }), {
      minLength: 1,
      maxLength: 40,
    });
    const cases = history.chain((told) => fc.shuffledSubarray([...told.entries(), ...told.entries()], { minLength: told.length * 2 }));
    await fc.assert(
      fc.asyncProperty(cases, async (deliveries) => {
        await db.query("delete from webhook_events");
        await db.query("delete from inquiry_states");
        const before = await pushes.latest();
        const answers = await Promise.all(
          deliveries.map(([index, { inquiry, step, status }]) =>
            send(event({ eventId: `evt_${index}`, inquiryId: `inq_${inquiry}`, status, updatedAt: at - 1_000 + step })),
          ),
        );
        expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
        const events = new Map(deliveries);
        expect(await pushes.after(before, 100)).toHaveLength(events.size);
        for (const inquiry of new Set([...events.values()].map((told) => told.inquiry))) {
          const own = [...events.values()].filter((told) => told.inquiry === inquiry);
          const newest = Math.max(...own.map(({ step }) => step));
          const known = await inquiryStates.get(`inq_${inquiry}`);
          expect(known?.updatedAt).toBe(at - 1_000 + newest);
          expect(own.filter(({ step }) => step === newest).map(({ status }) => status)).toContain(known?.status);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("that come all at once, each twice, are stored once each, many in one transaction", async () => {
    const db = await fresh();
    const { inquiryStates, pushes } = deskOf(db);
    let transactions = 0;
    const counting: Database = {
      ...db,
      transaction: (work) => {
        transactions += 1;
        return db.transaction(work);
      },
    };
    const { send, counted } = appOf(createWebhookStore({ db: counting, inquiryStates, pushes, now: () => at }), 60_000);
    const events = Array.from({ length: 1_000 }, (_, index) =>
      event({
        eventId: `evt_${index}`,
        inquiryId: `inq_${index % 300}`,
        status: index < 700 ? "pending" : "completed",
        updatedAt: at - 5_000 + index,
      }),
    );
    await Promise.all([...events.toReversed(), ...events].map(send));
    expect(counted.filter((outcome) => outcome === "stored")).toHaveLength(1_000);
    expect(counted.filter((outcome) => outcome === "duplicate")).toHaveLength(1_000);
    expect(await db.query("select count(*)::int as events from webhook_events")).toEqual([{ events: 1_000 }]);
    expect(await pushes.after(0, 5_000)).toHaveLength(1_000);
    expect(await db.query("select distinct status from inquiry_states")).toEqual([{ status: "completed" }]);
    expect(transactions).toBeLessThan(200);
  });
});

it("a webhook that is not Persona's is refused, whatever was wrong, in the same words", async () => {
  const { post, counted } = appOf(stored);
  const body = JSON.stringify(event());
  const wrong: Record<string, string>[] = [
    {},
    { "persona-signature": "t=1,v1=zz" },
    { "persona-signature": personaSignature(body, "other", at) },
  ];
  const stale = { "persona-signature": personaSignature(body, secret, at - 301_000) };
  const answers = await Promise.all([...wrong, stale].map((headers) => post(body, headers)));
  const said = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
  expect(new Set(said.map((each) => JSON.stringify(each)))).toEqual(
    new Set([JSON.stringify([401, '{"errors":[{"title":"Unauthorized"}]}'])]),
  );
  expect(counted).toEqual(["unsigned", "unsigned", "unsigned", "unsigned"]);
});

it.each(["", "{", "[]", "null", '{"data":{}}', "\ud800", '{"data":{"id":"Mara Quill","attributes":{"name":"inquiry.approved"}}}'])(
  "a signed body that is no event is taken, counted and told without what is in it, so that it does not come again: %j",
  async (body) => {
    const bytes = Buffer.from(body).toString();
    const lines: string[] = [];
    const { post, counted } = appOf({ store: () => Promise.reject(new Error("not to be stored")) }, undefined, lines);
    expect((await post(bytes)).status).toBe(200);
    expect(counted).toEqual(["unreadable"]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/"problems":\["webhook.*"msg":"webhook of no use"/);
    expect(lines[0]).not.toMatch(/Mara/);
  },
);

const MiB = 1024 * 1024;

it.each([
  ["a megabyte", MiB + 1],
  ["sixteen", 16 * MiB],
])("a signed body of more than %s is taken and counted, so that it does not come again, and is not stored", async (_what, length) => {
  const lines: string[] = [];
  const { post, counted } = appOf({ store: () => Promise.reject(new Error("not to be stored")) }, undefined, lines);
  const text = JSON.stringify(event()).padEnd(length);
  expect((await post(text)).status).toBe(200);
  expect(counted).toEqual(["too-large"]);
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([{ level: 40, msg: "webhook of no use: it is too large" }]);
});

it("a signed body of a megabyte is stored", async () => {
  const { post, counted } = appOf(stored);
  expect((await post(JSON.stringify(event()).padEnd(MiB))).status).toBe(200);
  expect(counted).toEqual(["stored"]);
});

it("a large body that another one's signature comes with is refused", async () => {
  const { post, counted } = appOf(stored);
  const text = JSON.stringify(event()).padEnd(2 * MiB);
  expect((await post(text, { "persona-signature": personaSignature(`${text.slice(1)} `, secret, at) })).status).toBe(401);
  expect(counted).toEqual(["unsigned"]);
});

it.each([
  ["a megabyte, that Persona can't have signed", {}, MiB],
  ["a megabyte, that was signed long ago", { "persona-signature": personaSignature("", secret, at - 301_000) }, MiB],
  ["sixteen megabytes, whatever signature it comes with", { "persona-signature": personaSignature("", secret, at) }, 16 * MiB],
])("a body of more than %s, is not read to its end", async (_what, headers, most) => {
  const { app, counted } = appOf(stored);
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  const init: RequestInit & { duplex: "half" } = { method: "POST", body: endless, headers, duplex: "half" };
  const answer = await app.request("/webhooks/persona", init);
  expect([answer.status, answer.headers.get("connection"), counted]).toEqual([413, "close", []]);
  expect(sent).toBeLessThan(most + 3 * 65_536);
});

it("a database that does not answer is not waited for longer than Persona waits", async () => {
  const { send, counted } = appOf({ store: () => new Promise(() => undefined) }, 20);
  expect((await send(event())).status).toBe(503);
  expect(counted).toEqual(["failed"]);
});

it("nothing but a POST is there", async () => {
  expect((await appOf(stored).app.request("/webhooks/persona")).status).toBe(404);
});
