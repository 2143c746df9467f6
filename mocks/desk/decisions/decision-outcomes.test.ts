import { describe, expect, it } from "vitest";
import { audited, called, decide, decisions, decline, latest, statusOf, wait } from "../../testing/deciding";
import { tinySimulator } from "../../testing/tiny-world";
import { createMemoryJournal } from "../../world/core/journal";

describe("when Persona fails", () => {
  it("a decision that took effect is confirmed although its answer was lost", async () => {
    const simulator = tinySimulator();
    simulator.fault({ operation: "approveAnInquiry", status: 503, when: "after" });
    expect((await decide(simulator, 1, { holdSeconds: 0 })).body).toMatchObject({ state: "unknown", statusAfter: null });
    await wait(simulator, 3);
    expect(await latest(simulator)).toMatchObject({ state: "confirmed", statusAfter: "approved" });
    expect(called(simulator, "approveAnInquiry")).toBe(1);
  });

  it("one that did not take effect is refused, once that is known", async () => {
    const simulator = tinySimulator();
    simulator.fault({ operation: "approveAnInquiry", status: "network" });
    await decide(simulator, 1, { holdSeconds: 0 });
    simulator.fault({ operation: "retrieveAnInquiry", status: 500 });
    await wait(simulator, 3);
    expect(await latest(simulator)).toMatchObject({ state: "unknown" });
    await wait(simulator, 3);
    expect(await latest(simulator)).toMatchObject({ state: "refused", why: "It did not take effect at Persona." });
    expect((await audited(simulator))[0]).toMatchObject({ action: "approve-an-inquiry", outcome: "failed", statusAfter: "created" });
  });

  it("one that stays unknown keeps others from the inquiry for ten minutes, and is found out later all the same", async () => {
    const simulator = tinySimulator();
    simulator.fault({ operation: "approveAnInquiry", status: 503, when: "after" });
    await decide(simulator, 1, { holdSeconds: 0 });
    simulator.fault({ operation: "retrieveAnInquiry", status: 500, times: 200 });
    await wait(simulator, 599);
    const inTheWay = await decide(simulator, 1);
    expect([inTheWay.status, inTheWay.body.decision?.state]).toEqual([409, "unknown"]);
    expect(await decisions(simulator, "?filter[state]=open")).toHaveLength(1);
    await wait(simulator, 1);
    expect(await decisions(simulator, "?filter[state]=open")).toEqual([]);
    expect(await latest(simulator)).toMatchObject({ state: "unknown", changedAt: "2026-03-02T09:10:00.000Z" });
    expect((await decide(simulator, 1, decline)).status).toBe(201);
    await wait(simulator, 3);
    expect((await decisions(simulator)).map(({ state }) => state)).toEqual(["held", "confirmed"]);
  });

  it("one that Persona refuses says why", async () => {
    const simulator = tinySimulator();
    await decide(simulator, 1, { holdSeconds: 0 });
    expect((await decide(simulator, 1, { holdSeconds: 0 })).body).toMatchObject({
      state: "refused",
      why: "Persona refused it: Inquiry cannot be approved while approved.",
    });
  });

  it("one is tried again after 429, and given up where Persona cannot be read", async () => {
    const simulator = tinySimulator();
    simulator.fault({ operation: "approveAnInquiry", status: 429 });
    expect((await decide(simulator, 1, { holdSeconds: 0 })).body.state).toBe("sending");
    await wait(simulator, 1);
    expect(await latest(simulator)).toMatchObject({ state: "confirmed" });
    simulator.fault({ operation: "retrieveAnInquiry", status: "network", times: 8 });
    await decide(simulator, 2, { holdSeconds: 0 });
    await wait(simulator, 120);
    expect(await latest(simulator)).toMatchObject({ state: "refused", why: "Persona did not answer. Nothing was sent." });
    expect(statusOf(simulator, 2)).toBe("created");
  });

  it("one whose answer takes its time is on its way until then", async () => {
    const simulator = tinySimulator();
    simulator.fault({ operation: "approveAnInquiry", delayMs: 2000 });
    expect((await decide(simulator, 1, { holdSeconds: 0 })).body.state).toBe("sending");
    await wait(simulator, 2);
    expect(await latest(simulator)).toMatchObject({ state: "confirmed" });
  });
});

describe("a reload", () => {
  it("brings back what was held, what it came to, and what befell it", async () => {
    const journal = createMemoryJournal();
    const simulator = tinySimulator({ journal });
    simulator.fault({ operation: "approveAnInquiry", status: 503 });
    await decide(simulator, 1);
    await decide(simulator, 2, decline);
    await wait(simulator, 5);
    await wait(simulator, 3);
    await decide(simulator, 3);
    const before = [await decisions(simulator), await audited(simulator)];
    const again = tinySimulator({ journal });
    await again.ready();
    expect([await decisions(again), await audited(again)]).toEqual(before);
    expect((await decisions(again)).map(({ state }) => state)).toEqual(["held", "confirmed", "refused"]);
    expect(called(again, "approveAnInquiry")).toBe(0);
    await wait(again, 5);
    await simulator.tick();
    expect([statusOf(simulator, 3), called(simulator, "approveAnInquiry")]).toEqual(["approved", 1]);
    expect(await decisions(simulator)).toEqual(await decisions(again));
  });
});
