import type { DeskSession } from "@/api/generated/desk/types.gen";
import { describe, expect, it, vi } from "vitest";
import type { Populate } from "./life";
import { scenarioOf } from "./scenarios";
import type { Simulator } from "./simulator";
import { decline, request, statusOf } from "./testing/deciding";
import { inquiryId, populateTiny, send, single, tinySimulator } from "./testing/tiny-world";
import { createMemoryJournal, type JournalContent, type JournalEntry } from "./world/core/journal";
import { createWebStorageJournal } from "./world/core/web-storage-journal";

const approve = (id: string) => `/api/v1/inquiries/${id}/approve`;
const session = async (simulator: Simulator) => (await (await send(simulator, "/desk/v1/session")).json()) as DeskSession;
const first = ([entry]: readonly JournalEntry[]): JournalEntry => {
  if (entry === undefined) throw new Error("The journal is empty");
  return entry;
};

describe("the journal", () => {
  const play = async (simulator: ReturnType<typeof tinySimulator>) => {
    await send(simulator, approve(inquiryId(simulator, 1)), { method: "POST", headers: { "idempotency-key": "once" } });
    await send(simulator, "/simulator/v1/clock/advance", { body: { seconds: 3600 } });
    await send(simulator, `/api/v1/inquiries/${inquiryId(simulator, 2)}/generate-one-time-link`, { method: "POST" });
    await send(simulator, "/simulator/v1/sign-in", { body: { role: "auditor" } });
  };
  const snapshot = async (simulator: ReturnType<typeof tinySimulator>) => {
    const read = async (path: string) => (await send(simulator, path)).text();
    return [
      await read("/api/v1/inquiries"),
      await read("/api/v1/events"),
      await read("/desk/v1/session"),
      await read("/simulator/v1/clock"),
    ];
  };

  it("brings the same world back, whatever was read in between", async () => {
    const journal = createMemoryJournal();
    const simulator = tinySimulator({ journal });
    await snapshot(simulator);
    await play(simulator);
    expect(await snapshot(tinySimulator({ journal }))).toEqual(await snapshot(simulator));
    const readLess = tinySimulator();
    await play(readLess);
    expect(await snapshot(readLess)).toEqual(await snapshot(simulator));
  });

  it("lets two tabs share one world and one idempotency layer", async () => {
    const journal = createMemoryJournal();
    const [one, two] = [tinySimulator({ journal }), tinySimulator({ journal })];
    const path = approve(inquiryId(one, 1));
    const headers = { "idempotency-key": "once" };
    const first = await (await send(one, path, { headers, body: {} })).text();
    expect(await (await send(two, path, { headers, body: {} })).text()).toBe(first);
    await Promise.all([2, 3].map((number) => send(number === 2 ? one : two, approve(inquiryId(one, number)), { method: "POST" })));
    expect(await snapshot(two)).toEqual(await snapshot(one));
  });

  it("brings back what a colleague decided, while somebody else stayed signed in", async () => {
    const journal = createMemoryJournal();
    const simulator = tinySimulator({ journal });
    await send(simulator, "/simulator/v1/sign-in", { body: { role: "auditor" } });
    const decision = request(simulator, 1, { ...decline, holdSeconds: 0 });
    const body = { role: "reviewer", idempotencyKey: "theirs", decision };
    const answer = await send(simulator, "/simulator/v1/colleague", { body });
    expect([answer.status, await answer.json()]).toMatchObject([201, { state: "confirmed", mine: true, by: { name: "Maya Lindqvist" } }]);
    expect((await session(simulator)).role).toBe("auditor");
    const reloaded = tinySimulator({ journal });
    expect(await snapshot(reloaded)).toEqual(await snapshot(simulator));
    expect(statusOf(reloaded, 1)).toBe("declined");
  });

  it("that storage has no room for loses no answer, and says nothing on the console", async () => {
    const log = vi.spyOn(console, "error");
    const storage = {
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    };
    const simulator = tinySimulator({ journal: createWebStorageJournal({ storage, key: "world" }) });
    const approved = await send(simulator, approve(inquiryId(simulator, 1)), { method: "POST" });
    expect((await single(approved)).data.attributes["status"]).toBe("approved");
    const read = await send(simulator, `/api/v1/inquiries/${inquiryId(simulator, 1)}`);
    expect((await single(read)).data.attributes["status"]).toBe("approved");
    expect(log).not.toHaveBeenCalled();
  });

  it.each<[string, (content: JournalContent) => void]>([
    ["a request that is none", ({ entries }) => entries.push({ ...first(entries), url: "http://[" })],
    ["a request that was answered otherwise", ({ entries }) => entries.push({ ...first(entries), status: 418 })],
    ["a step there is not", ({ entries }) => entries.push({ ...first(entries), url: "/simulator/v1/end-user/dance" })],
    ["a scenario there is not", (content) => Object.assign(content.origin ?? {}, { scenario: "gone" })],
    ["a start that is no time", (content) => Object.assign(content.origin ?? {}, { startedAt: 1e300 })],
  ])("with %s starts anew", async (_name, damage) => {
    const journal = createMemoryJournal();
    await play(tinySimulator({ journal }));
    const content = structuredClone(journal.load());
    damage(content);
    const populate: Populate = (world, options) => {
      scenarioOf(options.scenario);
      populateTiny(world, options);
    };
    const simulator = tinySimulator({ journal: createMemoryJournal(content), populate });
    expect(await snapshot(simulator)).toEqual(await snapshot(tinySimulator()));
  });

  it("is replayed once: afterwards each tab applies what it has not seen", async () => {
    const journal = createMemoryJournal();
    const [one, two] = [tinySimulator({ journal }), tinySimulator({ journal })];
    await play(one);
    await snapshot(two);
    const load = vi.spyOn(journal, "load");
    await send(one, approve(inquiryId(one, 3)), { method: "POST" });
    expect(await snapshot(two)).toEqual(await snapshot(one));
    expect(load.mock.results.map(({ value }) => (value as JournalContent).entries.length).every((entries) => entries <= 2)).toBe(true);
  });

  it("starts anew on reset, for every tab", async () => {
    const journal = createMemoryJournal();
    const [one, two] = [tinySimulator({ journal }), tinySimulator({ journal })];
    await play(one);
    await send(two, "/simulator/v1/reset", { body: {} });
    expect(await snapshot(one)).toEqual(await snapshot(tinySimulator()));
  });

  it("is forgotten after a day of real time", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-03-02T09:00:00Z") });
    const journal = createMemoryJournal();
    await send(tinySimulator({ journal, clock: "real" }), "/simulator/v1/sign-in", { body: { role: "auditor" } });
    const role = async () => (await session(tinySimulator({ journal, clock: "real" }))).role;
    vi.setSystemTime(Date.parse("2026-03-03T08:59:00Z"));
    expect(await role()).toBe("auditor");
    vi.setSystemTime(Date.parse("2026-03-03T09:01:00Z"));
    expect(await role()).toBe("lead");
    vi.useRealTimers();
  });
});
