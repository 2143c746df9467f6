import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import { expect, it, onTestFinished, vi } from "vitest";
import { httpListener } from "@mocks/doors/http-door";
import { inquiryId, tinySimulator } from "@mocks/testing/tiny-world";
import type { PersonaConfig } from "@server/config/config";
import { createAuditLog } from "@server/audit/audit-log";
import { createOpenings } from "@server/audit/audit-openings";
import { createIssuedLinks } from "@server/links/issued-links";
import { createKeyedHash } from "@server/db/keyed-hash";
import { createPushStore } from "@server/push/push-store";
import type { DeskEnv, SignedIn } from "@server/http/context";
import { errorAnswer } from "@server/http/error-answer";
import { createPersonaCaller } from "@server/persona/caller";
import { createInquiryStates } from "@server/persona/inquiry-states";
import { personaProxy } from "@server/persona/proxy";
import { createPersonaWrites } from "@server/persona/writes";
import { describeOnEachDatabase } from "./support/databases";
import { createManualClock } from "./support/manual-clock";
import { silentPino } from "./support/silent-pino";

const person: SignedIn = { sessionId: "s", role: "lead", user: { id: "user_1", name: "Maya", emailAddress: "maya@hollisgrey.example" } };
const timeoutMs = 20_000;

describeOnEachDatabase("the proxy before the simulator", (fresh) => {
  async function set({ rateLimit = 300 } = {}) {
    const db = await fresh();
    const simulator = tinySimulator({ standsFor: "persona", rateLimit });
    const server = createServer(httpListener(simulator));
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      server.close();
      server.closeAllConnections();
    });
    const clock = createManualClock();
    const now = () => clock.now();
    // a server that listens on a port has an address of this kind
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`;
    const persona: PersonaConfig = {
      apiUrl,
      version: "2026-09-29",
      apiKey: "persona_production_test",
      environment: "demo",
      callsPerMinute: 300,
      timeoutSeconds: 10,
      sweepSeconds: undefined,
      permissions: [],
      fileOrigins: [],
      webhookSecrets: [],
      webhookToleranceSeconds: 300,
    };
    const inquiryStates = createInquiryStates({ db, now });
    const pushes = createPushStore({ db, now });
    const audit = createAuditLog({ db, now, pushes });
    const links = createIssuedLinks({ db, now, pushes, hash: createKeyedHash("a key", "issued links") });
    const caller = await createPersonaCaller({
      db,
      persona,
      log: silentPino,
      clock,
      onSeen: async (seen) => void (await inquiryStates.noteMany(seen.inquiries)),
    });
    const writes = createPersonaWrites({ db, caller, audit, pushes, links, inquiryStates, log: silentPino, clock });
    const app = new Hono<DeskEnv>();
    app.onError((error, c) => errorAnswer(error, c));
    app.use(async (c, next) => {
      c.set("requestId", "dr_1");
      c.set("log", silentPino);
      c.set("person", person);
      await next();
    });
    app.route("/", personaProxy({ caller, writes, audit, openings: createOpenings({ audit, now }), environment: "demo" }));

    const get = async (path: string) => app.request(`/api/v1${path}`);
    const post = async (path: string, body?: object, key: string = randomUUID()) =>
      app.request(`/api/v1${path}`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": key },
        body: body === undefined ? null : JSON.stringify(body),
      });
    /** Moves both clocks, Persona's and the server's, until `work` is done. */
    async function ticking<T>(work: Promise<T>): Promise<T> {
      let done = false;
      const settle = () => void (done = true);
      work.then(settle, settle);
      await vi.waitUntil(
        async () => {
          clock.advance(500);
          await simulator.control("clock/advance", { seconds: 0.5 });
          return done;
        },
        { timeout: timeoutMs, interval: 2 },
      );
      return work;
    }
    const outcomes = async () => (await audit.list({}, { limit: 50 })).map(({ action, outcome }) => `${action} ${outcome}`).toReversed();
    const sent = (operation: string) => simulator.requests().filter((entry) => entry.operation === operation);
    const { tables } = simulator.world();
    const [account] = [...tables.accounts.newestFirst()].map(({ id }) => id);
    /** How often Persona has changed tags. */
    const tagged = () => [...tables.events.newestFirst()].filter(({ attributes }) => attributes.name === "account.updated-tags").length;
    return { simulator, inquiryStates, get, post, ticking, outcomes, sent, tagged, addTag: `/accounts/${account}/add-tag`, account };
  }

  it("writes in the name of whoever is signed in", async () => {
    const { get, post, outcomes, account, addTag, simulator } = await set();
    await get(`/accounts/${account}`);
    const response = await post(addTag, { meta: { tagName: "Seen twice" } });
    expect(response.status).toBe(200);
    const { data } = (await response.json()) as { data: { attributes: { tags: string[] } } };
    expect(data.attributes.tags).toEqual(["Seen twice"]);
    expect(simulator.world().tables.accounts.get(account ?? "")?.attributes.tags).toEqual(["Seen twice"]);
    expect(response.headers.get("request-id")).toMatch(/^req_/);
    expect(response.headers.get("ratelimit-remaining")).toMatch(/^\d+$/);
    expect(await outcomes()).toEqual(["retrieve-an-account done", "accounts-add-tag done"]);
  });

  it("notes how the inquiries stand that it shows", async () => {
    const { get, simulator, inquiryStates } = await set();
    const id = inquiryId(simulator, 1);
    await get(`/inquiries/${id}`);
    await vi.waitUntil(async () => (await inquiryStates.get(id)) !== undefined, { timeout: timeoutMs });
    expect((await inquiryStates.get(id))?.status).toBe("created");
  });

  it("gives the same answer to the same intent, and Persona's own no to what can't be", async () => {
    const { post, outcomes, sent, tagged, addTag } = await set();
    const bodies = [];
    for (let times = 0; times < 3; times += 1) bodies.push(await (await post(addTag, { meta: { tagName: "Seen twice" } }, "k")).text());
    expect(new Set(bodies).size).toBe(1);
    expect(new Set(sent("accountsAddTag").map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(tagged()).toBe(1);
    expect((await post("/accounts/act_none/add-tag", { meta: { tagName: "Seen twice" } })).status).toBe(404);
    expect(await outcomes()).toEqual(["accounts-add-tag done", "accounts-add-tag refused"]);
  });

  it("loses no write with its answer", async () => {
    const { simulator, post, ticking, outcomes, sent, tagged, addTag } = await set();
    simulator.fault({ operation: "accountsAddTag", status: "network", when: "after" });
    expect((await ticking(post(addTag, { meta: { tagName: "Seen twice" } }, "k"))).status).toBe(200);
    expect(new Set(sent("accountsAddTag").map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(tagged()).toBe(1);
    expect(await outcomes()).toEqual(["accounts-add-tag done"]);
  });

  it.each(["approve", "decline", "mark-for-review", "resume", "generate-one-time-link"])(
    "does not pass on to %s: that is a command's",
    async (step) => {
      const { post, simulator, outcomes } = await set();
      const response = await post(`/inquiries/${inquiryId(simulator, 1)}/${step}`);
      expect([response.status, await response.json()]).toEqual([
        403,
        { errors: [{ title: "Forbidden", details: "The desk does not do this." }] },
      ]);
      expect(simulator.requests()).toEqual([]);
      expect(await outcomes()).toEqual([expect.stringMatching(/ refused$/)]);
    },
  );

  it("spends one call on fifty screens that refresh at once", async () => {
    const { get, sent } = await set();
    const answers = await Promise.all(Array.from({ length: 50 }, () => get("/inquiries?page[size]=25")));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(sent("listAllInquiries")).toHaveLength(1);
  });

  it("shows nobody a 429, however narrow Persona's limit is", async () => {
    const { simulator, get, post, ticking, sent, addTag } = await set({ rateLimit: 20 });
    const id = inquiryId(simulator, 1);
    const reads = Array.from({ length: 30 }, (_, index) => get(`/inquiries/${id}?fields[inquiry]=status${"x".repeat(index)}`));
    const write = post(addTag, { meta: { tagName: "Seen twice" } });
    const answers = await ticking(Promise.all([...reads, write]));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 31 }, () => 200));
    expect(sent("accountsAddTag").length).toBeGreaterThan(0);
    expect(simulator.requests().length).toBeLessThan(60);
  });
});
