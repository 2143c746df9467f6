import { beforeEach, describe, expect, it } from "vitest";
import { createManualClock, type ManualClock, settled } from "@test/server/support/manual-clock";
import { type Askers, createAskers } from "./askers";
import { type Budget, nextChance } from "./budget";
import { CallFailure } from "./call-failure";
import type { Clock } from "./clock";
import { noMeter } from "./meter";
import type { Priority } from "./priorities";
import { createScheduler, type Scheduler } from "./scheduler";

let clock: ManualClock;
let left: { capacity: number; remaining: number; resetsAt: number };
let scheduler: Scheduler;
/** Who was let through, in order. */
let through: string[];
let releases: (() => void)[];

/** The rules of the database's budget, in memory. */
const budget: Pick<Budget, "reserve"> = {
  reserve: (priority) => {
    if (left.resetsAt <= clock.now()) Object.assign(left, { remaining: left.capacity, resetsAt: clock.now() + 60_000 });
    const granted = left.remaining > 0 && (priority === "decision" || nextChance(priority, left) <= clock.now());
    if (granted) left.remaining -= 1;
    return Promise.resolve({ granted, held: false, state: { ...left } });
  },
};

/** @param timers a clock whose timers differ from what it says */
function begin(timers: (clock: ManualClock) => Clock = (same) => same): void {
  clock = createManualClock();
  left = { capacity: 100, remaining: 100, resetsAt: clock.now() + 60_000 };
  const unused = () => Promise.resolve();
  scheduler = createScheduler({ budget: { ...budget, report: unused, exhausted: unused }, clock: timers(clock), meter: noMeter });
  through = [];
  releases = [];
}

beforeEach(() => begin());

function ask(
  name: string,
  priority: Priority,
  { signal, waitMs = 70_000, askers = createAskers("user_1") }: { signal?: AbortSignal; waitMs?: number; askers?: Askers } = {},
): Promise<unknown> {
  return scheduler.enter(priority, { askers, deadline: clock.now() + waitMs, signal }).then(
    (release) => {
      through.push(name);
      releases.push(release);
    },
    (error: unknown) => error,
  );
}

let people = 0;
/** Somebody who has not asked before. */
const somebody = () => ({ askers: createAskers(`person_${(people += 1)}`) });

async function advance(ms: number, step = 100): Promise<void> {
  for (let moved = 0; moved < ms; moved += step) {
    clock.advance(step);
    await settled();
    for (const release of releases.splice(0)) release();
    await settled();
  }
}

describe("calls to Persona", () => {
  it("go at once while there is enough", async () => {
    for (const name of ["a", "b", "c"]) void ask(name, "background");
    await settled();
    expect(through).toEqual(["a", "b", "c"]);
  });

  it("go decisions first, then objects, then lists when places are short, each in the order they came", async () => {
    for (let index = 0; index < 16; index += 1) void ask("first", "decision", somebody());
    await settled();
    for (const name of ["list 1", "list 2"]) void ask(name, "background");
    for (const name of ["object 1", "object 2"]) void ask(name, "interactive");
    for (const name of ["decision 1", "decision 2"]) void ask(name, "decision");
    await settled();
    expect(through).toHaveLength(16);
    await advance(100);
    expect(through.slice(16)).toEqual(["decision 1", "decision 2", "object 1", "object 2", "list 1", "list 2"]);
  });

  it("leave places for decisions, however many lists are under way", async () => {
    for (let index = 0; index < 30; index += 1) void ask("list", "background", somebody());
    await settled();
    expect(through).toHaveLength(12);
    void ask("object", "interactive");
    void ask("decision", "decision");
    await settled();
    expect(through.slice(12)).toEqual(["object", "decision"]);
  });

  it("go decisions at once when they are short, objects sooner than lists, and lists now and then", async () => {
    left.remaining = 54;
    for (let index = 0; index < 6; index += 1) void ask("list", "background");
    void ask("object", "interactive");
    void ask("decision", "decision");
    await settled();
    expect(through).toEqual(["object", "decision"]);
    await advance(14_000);
    expect(through.filter((name) => name === "list").length).toBeGreaterThan(1);
    expect(through.filter((name) => name === "list").length).toBeLessThan(6);
    await advance(10_000);
    expect(through.filter((name) => name === "list")).toHaveLength(6);
  });

  it("wait for the reset when nothing is left, and decisions go first then", async () => {
    left.remaining = 0;
    void ask("list", "background");
    void ask("object", "interactive");
    void ask("decision", "decision");
    await advance(59_000);
    expect(through).toEqual([]);
    await advance(1_100);
    expect(through).toEqual(["decision", "object", "list"]);
  });

  it("wait no longer when a timer is a millisecond early, as Node's may be", async () => {
    begin((manual) => ({ now: () => manual.now(), later: (ms, work) => manual.later(ms - 1, work) }));
    left.remaining = 0;
    void ask("object", "interactive");
    await advance(60_100);
    expect(through).toEqual(["object"]);
  });

  it("of those who give up while the budget is asked are the next one's", async () => {
    const leaving = new AbortController();
    void ask("left", "interactive", { signal: leaving.signal });
    leaving.abort(new Error("left"));
    for (let index = 0; index < 14; index += 1) void ask("stayed", "interactive", somebody());
    await settled();
    expect(through.filter((name) => name === "stayed")).toHaveLength(14);
    expect(left.remaining).toBe(86);
  });

  it("of those who give up while the budget is short keep nobody waiting", async () => {
    left.remaining = 0;
    const leaving = new AbortController();
    void ask("left", "interactive", { signal: leaving.signal });
    leaving.abort(new Error("left"));
    await settled();
    left.remaining = 100;
    const before = left.remaining;
    await advance(10_000);
    expect(left.remaining).toBe(before);
  });

  it("of the same kind keep their order through refusals", async () => {
    left.remaining = 0;
    for (let index = 0; index < 9; index += 1) void ask(String(index), "interactive");
    await advance(61_000);
    expect(through.join("")).toBe("012345678");
  });

  it("end waiting after a time, and say when to come again", async () => {
    left = { capacity: 100, remaining: 0, resetsAt: clock.now() + 200_000 };
    const outcome = ask("late", "interactive");
    await advance(70_000);
    const failure = await outcome;
    expect(failure).toBeInstanceOf(CallFailure);
    expect(failure).toMatchObject({ kind: "budget", status: 503, sent: "no", headers: { "Desk-Sent": "no", "Retry-After": "130" } });
    await advance(200_000);
    expect(through).toEqual([]);
  });

  it("end waiting when nobody wants them any more, and take no place", async () => {
    left.remaining = 0;
    const leaving = new AbortController();
    const outcome = ask("gone", "background", { signal: leaving.signal });
    await settled();
    leaving.abort("left");
    expect(await outcome).toBe("left");
    expect(await ask("gone before", "background", { signal: leaving.signal })).toBe("left");
    await advance(61_000);
    void ask("next", "background");
    await settled();
    expect(through).toEqual(["next"]);
  });

  it("fail when the budget can't be asked, without keeping their place", async () => {
    const broken = new Error("no database");
    let works = false;
    const flaky = {
      ...budget,
      reserve: (priority: Priority, asker: string) => (works ? budget.reserve(priority, asker) : Promise.reject(broken)),
    };
    const unused = () => Promise.resolve();
    scheduler = createScheduler({ budget: { ...flaky, report: unused, exhausted: unused }, clock, meter: noMeter });
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => ask("x", "decision")));
    expect(outcomes.every((outcome) => outcome === broken)).toBe(true);
    works = true;
    await ask("after", "decision");
    expect(through).toEqual(["after"]);
  });

  describe("of several people", () => {
    const by = (asker: string) => ({ askers: createAskers(asker) });

    it("take turns, however many one of them has waiting", async () => {
      left.remaining = 0;
      for (let index = 0; index < 300; index += 1) void ask("greedy", "interactive", by("greedy"));
      for (const name of ["a1", "a2"]) void ask(name, "interactive", by("a"));
      void ask("b1", "interactive", by("b"));
      await advance(60_100);
      expect(through.slice(0, 6)).toEqual(["greedy", "a1", "b1", "greedy", "a2", "greedy"]);
    });

    it("let somebody who comes later go next", async () => {
      left.remaining = 52;
      for (let index = 0; index < 300; index += 1) void ask("greedy", "interactive", by("greedy"));
      await advance(10_000);
      const before = through.length;
      void ask("colleague", "interactive", by("colleague"));
      await advance(2_500);
      expect(through.slice(before, before + 2)).toContain("colleague");
    });

    it.each([
      ["decision", 12],
      ["interactive", 10],
      ["background", 8],
    ] as const)(
      "find a place for a %s at once, though one of them has all that one may have, %i, and no answer to any",
      async (priority, most) => {
        for (let index = 0; index < 500; index += 1) void ask("greedy", priority, by("greedy"));
        await settled();
        expect(through).toEqual(Array.from({ length: most }, () => "greedy"));
        void ask("colleague", priority, by("colleague"));
        await settled();
        expect(through.slice(most)).toEqual(["colleague"]);
        releases[0]?.();
        await settled();
        expect(through.slice(most)).toEqual(["colleague", "greedy"]);
      },
    );

    it("that are one read go by the place of who came to it, where the first has none left", async () => {
      for (let index = 0; index < 10; index += 1) void ask("greedy", "interactive", by("greedy"));
      await settled();
      const shared = createAskers("greedy");
      void ask("shared", "interactive", { askers: shared });
      await settled();
      expect(through).not.toContain("shared");
      shared.join("colleague");
      await settled();
      expect(through).toContain("shared");
    });

    it("keep nobody waiting for ever", async () => {
      left.remaining = 0;
      for (let index = 0; index < 100; index += 1) for (const name of ["a", "b", "c"]) void ask(name, "interactive", by(name));
      await advance(70_000);
      const counts = ["a", "b", "c"].map((name) => through.filter((each) => each === name).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      expect(Math.min(...counts)).toBeGreaterThan(10);
    });

    it("that are one read go when the first of them has their turn", async () => {
      left.remaining = 0;
      for (let index = 0; index < 20; index += 1) void ask("greedy", "interactive", by("greedy"));
      const shared = createAskers("greedy");
      void ask("shared", "interactive", { askers: shared });
      await settled();
      shared.join("colleague");
      await advance(60_100);
      expect(through.indexOf("shared")).toBeLessThanOrEqual(1);
    });

    it("are not stopped by one who is held", async () => {
      const held: typeof budget.reserve = (priority, asker) =>
        asker === "greedy"
          ? Promise.resolve({ granted: false, held: true, state: { ...left, remaining: 0 } })
          : budget.reserve(priority, asker);
      const unused = () => Promise.resolve();
      scheduler = createScheduler({ budget: { reserve: held, report: unused, exhausted: unused }, clock, meter: noMeter });
      for (let index = 0; index < 20; index += 1) void ask("greedy", "interactive", by("greedy"));
      await settled();
      void ask("colleague", "interactive", by("colleague"));
      await settled();
      expect(through).toEqual(["colleague"]);
    });
  });
});
