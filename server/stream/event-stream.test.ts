import { afterEach, expect, it, vi } from "vitest";
import { readDeskAnswer } from "@test/contract/desk-validator";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { alwaysWell, at, eventInstance, ids, life, push, wellHealth } from "@test/server/support/event-desk";
import { silentLog } from "@test/server/support/silent-log";
import { inquiryEvent } from "@test/server/support/webhooks";
import type { HealthState } from "../db/health";
import { openPostgres } from "../db/postgres";
import { createInquiryStates } from "../persona/inquiry-states";
import { readWebhookEvent } from "../persona/webhook-event";
import { createWebhookStore } from "../persona/webhook-store";
import { openEventStream } from "./event-stream";

const closing: (() => Promise<unknown>)[] = [];
/** Closed after the test. */
function instance(...args: Parameters<typeof eventInstance>) {
  const made = eventInstance(...args);
  closing.push(() => made.close());
  return made;
}

describeOnEachDatabase("the event stream", (fresh) => {
  // before the database is closed
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  it("is one that no proxy keeps back", async () => {
    const { open } = instance(await fresh());
    const { response, events } = await open();
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    const { retry } = (await events?.opened()) ?? {};
    expect(retry).toBeGreaterThanOrEqual(2_000);
    expect(retry).toBeLessThan(3_000);
  });

  it("brings what is published on another instance from the moment it begins", async () => {
    const db = await fresh();
    const [one, other] = [instance(db), instance(db)];
    await one.pushes.publish(push("before"));
    const events = await one.listen();
    await other.pushes.publish({
      change: { type: "report/watchlist", id: "rep_1", name: "report/watchlist.ready", related: [{ type: "inquiry", id: "inq_1" }] },
    });
    expect(await events.next()).toEqual({
      event: "change",
      data: { type: "report/watchlist", id: "rep_1", name: "report/watchlist.ready", related: [{ type: "inquiry", id: "inq_1" }] },
      lastEventId: String(await one.pushes.latest()),
    });
  });

  it("brings what a webhook told another instance", async () => {
    const db = await fresh();
    const other = db.url === undefined ? db : await openPostgres(db.url, silentLog);
    const [one, two] = [instance(db), instance(other)];
    if (other !== db) closing.push(() => other.close());
    const inquiryStates = createInquiryStates({ db: other, now: () => at });
    const store = createWebhookStore({ db: other, inquiryStates, pushes: two.pushes, now: () => at });
    const events = await one.listen();
    const { value: told } = readWebhookEvent(
      inquiryEvent({ eventId: "evt_1", inquiryId: "inq_1", name: "inquiry.approved", updatedAt: at }),
      at,
    );
    if (!told) throw new Error("The event was not read.");
    expect(await store.store(told)).toBe("stored");
    expect(await events.next()).toMatchObject({ event: "change", data: { type: "inquiry", id: "inq_1", name: "inquiry.approved" } });
  });

  it("goes on where it broke off, on another instance too, and misses nothing", async () => {
    const db = await fresh();
    const [one, other] = [instance(db), instance(db)];
    const first = await one.listen();
    await one.pushes.publish(push("a"));
    expect(await ids(first, 1)).toEqual(["a"]);
    const { lastEventId } = first;
    await first.leave();
    await one.pushes.publishMany(Array.from({ length: 450 }, (_, index) => push(`missed_${index}`)));
    const second = await other.listen("noa reviewer", lastEventId);
    await one.pushes.publish(push("z"));
    expect(await ids(second, 451)).toEqual([...Array.from({ length: 450 }, (_, index) => `missed_${index}`), "z"]);
  });

  it("misses nothing when it broke off before anything had happened", async () => {
    const { listen, pushes } = instance(await fresh());
    const first = await listen();
    const { lastEventId } = first;
    await first.leave();
    await pushes.publish(push("a"));
    expect(await ids(await listen("noa reviewer", lastEventId), 1)).toEqual(["a"]);
  });

  it.each(["999999", "-1", "abc", "1e3", "99999999999999999999"])(
    "asks to read everything again after the unknown ID %s",
    async (lastEventId) => {
      const { listen, pushes } = instance(await fresh());
      await pushes.publish(push("a"));
      const events = await listen("noa reviewer", lastEventId);
      expect(await events.next()).toEqual({ event: "resync", data: {}, lastEventId: String(await pushes.latest()) });
      await pushes.publish(push("b"));
      expect(await ids(events, 1)).toEqual(["b"]);
    },
  );

  it("asks to read everything again when what was missed is forgotten", async () => {
    const db = await fresh();
    const { listen, pushes } = instance(db);
    await pushes.publishMany([push("a"), push("b"), push("c")]);
    const [first] = await pushes.after(0, 1);
    await db.query("insert into push_horizon (pruned_through) select max(seq) from pushes");
    const events = await listen("noa reviewer", String(first?.seq));
    expect((await events.next())?.event).toBe("resync");
  });

  it("brings nobody what is not for their role, but still moves them on", async () => {
    const { listen, pushes } = instance(await fresh(), { limits: { heartbeatMs: 20 } });
    const [reviewer, auditor] = [await listen("noa reviewer"), await listen("ada auditor")];
    await pushes.publish(push("secret", ["lead", "auditor", "admin"]));
    const secret = await pushes.latest();
    expect(await ids(auditor, 1)).toEqual(["secret"]);
    await reviewer.heartbeats(2);
    expect(reviewer.lastEventId).toBe(String(secret));
    await pushes.publish(push("open"));
    expect(await ids(reviewer, 1)).toEqual(["open"]);
    const again = await listen("noa reviewer", String(secret - 1));
    expect(await ids(again, 1)).toEqual(["open"]);
  });

  it("lets go of a reader who does not read, who then goes on from where they were", async () => {
    const db = await fresh();
    const { open, pushes, count, listen } = instance(db, { limits: { stalledMs: 30, queueLimit: 50 } });
    const { events } = await open();
    await events?.opened();
    const lastEventId = events?.lastEventId;
    for (let round = 0; round < 20; round += 1) {
      await pushes.publishMany(Array.from({ length: 20 }, (_, index) => push(`${round}/${index}`)));
    }
    while (count() > 0) await pushes.publish(push("more"));
    const again = await listen("noa reviewer", lastEventId);
    expect(await ids(again, 400)).toEqual(Array.from({ length: 400 }, (_, index) => `${Math.floor(index / 20)}/${index % 20}`));
  });

  it("is refused to somebody who has too many of them, and to nobody else", async () => {
    const { open, listen, count } = instance(await fresh(), { places: { perPerson: 2 } });
    const first = await listen();
    await listen();
    const { response } = await open();
    const refused = await readDeskAnswer("GET", "/desk/v1/events", response);
    expect(refused).toMatchObject({ status: 429, problems: [] });
    expect(refused.headers.get("retry-after")).toBe("15");
    expect((await open("ada auditor")).response.status).toBe(200);
    await first.leave();
    while (count() > 2) await new Promise((resolve) => setImmediate(resolve));
    expect((await open()).response.status).toBe(200);
  });

  it("tells what the database can't do, at its start and when that changes", async () => {
    let state: HealthState = { ...wellHealth, liveUpdates: "off" };
    const told = new Set<(state: HealthState) => void>();
    const health = {
      state: () => state,
      onChange: (listener: (now: HealthState) => void) => {
        told.add(listener);
        return () => told.delete(listener);
      },
    };
    const { listen, count } = instance(await fresh(), { health });
    const events = await listen();
    expect(await events.next()).toMatchObject({ event: "health", data: { ...wellHealth, liveUpdates: "off" } });
    state = wellHealth;
    for (const tell of told) tell(state);
    expect(await events.next()).toMatchObject({ event: "health", data: wellHealth });
    await events.leave();
    while (count() > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(told.size).toBe(0);
  });

  it("is counted from the moment it is asked for, however many are opened at once", async () => {
    const { open, count } = instance(await fresh(), { places: { perPerson: 3 } });
    const answers = await Promise.all(Array.from({ length: 50 }, () => open()));
    expect(answers.filter(({ response }) => response.status === 200)).toHaveLength(3);
    expect(answers.filter(({ response }) => response.status === 429)).toHaveLength(47);
    expect(count()).toBe(3);
    for (const { events } of answers) await events?.leave();
    await vi.waitUntil(() => count() === 0);
    expect((await open()).response.status).toBe(200);
  });

  it("is limited for each session and for the instance, whoever it is", async () => {
    const { open } = instance(await fresh(), { places: { perSession: 1, inAll: 2 } });
    const statusOf = async (person: string) => (await open(person)).response.status;
    expect([await statusOf("noa reviewer"), await statusOf("noa reviewer")]).toEqual([200, 429]);
    expect([await statusOf("ada reviewer"), await statusOf("eli reviewer")]).toEqual([200, 503]);
  });

  it("that could not be opened takes no place", async () => {
    const db = await fresh();
    const { open, count } = instance(db, {
      db: { listen: () => Promise.reject(new Error("no database")) },
      places: { perPerson: 1 },
    });
    for (let index = 0; index < 3; index += 1) expect((await open()).response.status).toBe(500);
    expect(count()).toBe(0);
  });

  it("ends when the server stops, and is not opened any more", async () => {
    const { listen, open, streams } = instance(await fresh());
    const events = await listen();
    await streams.close();
    expect(await events.next()).toBeUndefined();
    expect((await open()).response.status).toBe(503);
  });
});

it("a stream whose reader takes nothing counts as stalled", async () => {
  const pushes = { subscribe: async () => () => undefined, after: async () => [], latest: async () => 7, knows: async () => true };
  const person = { sessionId: "s", user: { id: "noa", name: "Noa", emailAddress: "" }, role: "reviewer" } as const;
  const deps = { pushes, health: alwaysWell, sessionLife: async () => life(30), heartbeatMs: 10, stalledMs: 10, queueLimit: 10 };
  const never = await openEventStream(deps, person, undefined);
  expect(await never.run({ write: () => new Promise(() => undefined) })).toBe("stalled");
  const willing = await openEventStream(deps, person, undefined);
  let written = "";
  const run = willing.run({
    write: async (text) => {
      written += text;
      if (written.includes("\n:\n")) willing.end();
    },
  });
  expect(await run).toBe("ended");
  expect(written).toMatch(/^retry: 2\d\d\d\nid: 7\n\n/);
});
