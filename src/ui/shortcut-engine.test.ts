import { assert, constantFrom, property, array, integer, oneof, record, string, tuple } from "fast-check";
import { describe, expect, it } from "vitest";
import type { ShortcutKind } from "@/ui/shortcut-definition";
import { atRest, calmMs, dueAt, type EngineShortcut, type EngineState, type Press, quietMs, step } from "@/ui/shortcut-engine";

const define = (id: string, kind: ShortcutKind, followers: readonly string[] = [], repeats = false): EngineShortcut => ({
  id,
  kind,
  followers,
  repeats,
});
const keys: Record<string, EngineShortcut> = {
  a: define("approve", "opens", ["Enter", "comment", "reason"]),
  d: define("decline", "opens", ["Enter", "comment", "reason"]),
  c: define("comment", "opens"),
  1: define("reason", "opens", ["Enter"]),
  2: define("reason", "opens", ["Enter"]),
  p: define("pictures", "opens"),
  l: define("access", "opens", ["Enter"]),
  t: define("claim", "acts"),
  z: define("takeBack", "acts", ["takeBack"]),
  j: define("next", "moves", [], true),
  k: define("previous", "moves", [], true),
};

/** A hand on a keyboard with a clock of its own, and what the keys came to. */
function createHand() {
  let at = 10_000;
  let state: EngineState<EngineShortcut> = atRest;
  let open: string[] = [];
  const log: string[] = [];
  const press = (one: Press<EngineShortcut>) => {
    const next = step(state, one);
    state = next.state;
    let swallowed = false;
    for (const effect of next.effects) {
      if (effect.do === "swallow") {
        swallowed = true;
      } else if (effect.do === "run") {
        log.push(effect.shortcut.id);
        if (effect.shortcut.kind === "opens") open.push(effect.shortcut.id);
      } else {
        if (effect.do === "retract") open = [];
        log.push(effect.do);
      }
    }
    return swallowed;
  };
  return {
    log,
    open: () => open,
    strayed: () => state.strayed,
    /** One key after a pause. Gives whether the browser does nothing with it. */
    key(key: string, afterMs: number, { inField = false, repeat = false } = {}) {
      at += afterMs;
      if (key === "Enter") return press({ type: "enter", at, inField });
      if (key === "Escape") return press({ type: "escape" });
      if (key === "Tab" || key === "ArrowDown") return press({ type: "other", at, isTab: key === "Tab" });
      const shortcut = keys[key];
      return press({ type: "text", at, inField, repeat, isSpace: key === " ", candidates: shortcut && !inField ? [shortcut] : [] });
    },
    pointer: () => press({ type: "pointer" }),
    /** Time passes, and the timer rings where one was set. */
    wait(ms: number) {
      at += ms;
      const due = dueAt(state);
      if (due !== undefined && due <= at) press({ type: "time", at });
    },
  };
}

const letters = (text: string): readonly string[] => Array.from(text);

/** Types keys at one pace. */
function type(hand: ReturnType<typeof createHand>, text: readonly string[], gap: number, options = {}) {
  return text.map((key) => hand.key(key, gap, options));
}

describe("a key alone", () => {
  it.each([0, 5, 10, quietMs - 1])("opens at once, and an Enter %i ms later is about what it opened", (gap) => {
    const hand = createHand();
    expect(hand.key("a", 1_000)).toBe(true);
    expect(hand.log).toEqual(["approve"]);
    expect(hand.key("Enter", gap)).toBe(false);
    expect(hand.log).toEqual(["approve", "stand"]);
  });

  it("acts only once nothing has followed it", () => {
    const hand = createHand();
    hand.key("t", 1_000);
    hand.wait(quietMs - 1);
    expect(hand.log).toEqual([]);
    hand.wait(1);
    expect(hand.log).toEqual(["claim"]);
  });

  it("acts once when it is pressed twice in a hurry and may follow itself, and not when text goes on", () => {
    const hand = createHand();
    hand.key("z", 1_000);
    hand.key("z", 80);
    hand.wait(quietMs);
    expect(hand.log).toEqual(["takeBack"]);
    hand.wait(calmMs);
    type(hand, letters("zzt"), 80);
    hand.wait(4_000);
    expect(hand.log).toEqual(["takeBack"]);
  });

  it.each(["Enter", "ArrowDown", "Tab"])("acts earlier when %s follows, which can't be text", (key) => {
    const hand = createHand();
    hand.key("t", 1_000);
    // Enter is used up by that: what it would have pressed is not known to be meant
    expect(hand.key(key, 50)).toBe(key === "Enter");
    expect(hand.log).toEqual(["claim"]);
  });

  it("does not act when Escape follows, or text, or the window is left", () => {
    for (const key of ["Escape", "t", "x", " ", "Backspace"]) {
      const hand = createHand();
      hand.key("t", 1_000);
      hand.key(key, 100);
      hand.wait(5_000);
      expect(hand.log).toEqual([]);
    }
  });

  it("acts late, and before the next one, where the page was too busy for its timer", () => {
    const hand = createHand();
    hand.key("t", 1_000);
    hand.key("a", quietMs);
    expect(hand.log).toEqual(["claim", "approve"]);
  });

  it("moves at any speed among moves, and goes on while it is held", () => {
    const hand = createHand();
    type(hand, ["j", "j", "k"], 20);
    hand.key("k", 30, { repeat: true });
    expect(hand.log).toEqual(["next", "next", "previous", "previous"]);
    expect(hand.key("Enter", 5)).toBe(false);
  });

  it("is not text that follows itself while it is held", () => {
    const hand = createHand();
    hand.key("a", 1_000);
    hand.key("a", 350, { repeat: true });
    hand.key("a", 30, { repeat: true });
    expect(hand.log).toEqual(["approve"]);
  });
});

describe("what may follow at any speed", () => {
  it.each([0, 5, 30])("a decision, its comment and the words of it, %i ms a key", (gap) => {
    const hand = createHand();
    hand.key("d", 1_000);
    hand.key("c", gap);
    // by then the comment has the focus
    type(hand, letters("attached"), gap, { inField: true });
    expect(hand.log).toEqual(["decline", "comment", "stand"]);
    expect(hand.strayed()).toBe(0);
  });

  it("a decision, one reason, Enter", () => {
    const hand = createHand();
    hand.key("d", 1_000);
    hand.key("1", 10);
    expect(hand.key("Enter", 10)).toBe(false);
    expect(hand.log).toEqual(["decline", "reason", "stand"]);
  });

  it("but two digits in a row are a document's number", () => {
    const hand = createHand();
    type(hand, ["d", "1", "2"], 20);
    expect(hand.key("Enter", 20)).toBe(true);
    expect(hand.log).toEqual(["decline", "reason", "retract"]);
  });

  it("a second reason after a moment", () => {
    const hand = createHand();
    type(hand, ["d", "1"], 20);
    hand.key("2", quietMs);
    expect(hand.log).toEqual(["decline", "reason", "stand", "reason"]);
  });
});

describe("text that went astray", () => {
  it("closes what its first letter opened, and counts no more", () => {
    const hand = createHand();
    type(hand, letters("approved and decline it"), 140);
    expect(hand.log).toEqual(["approve", "retract"]);
    expect(hand.strayed()).toBeGreaterThan(20);
  });

  it("presses nothing with its spaces and its Enter", () => {
    const hand = createHand();
    const swallowed = type(hand, ["x", "y", " ", "a", "Enter"], 5);
    expect(swallowed).toEqual([false, false, true, false, true]);
    expect(hand.log).toEqual([]);
  });

  it("presses nothing either with the Enter of a line of one letter", () => {
    for (const letter of ["x", "p"]) {
      const hand = createHand();
      hand.key(letter, 1_000);
      expect(hand.key("Enter", 5)).toBe(true);
      expect(hand.open()).toEqual([]);
    }
  });

  it("still counts for nothing after a pause within it", () => {
    const hand = createHand();
    type(hand, letters("he said"), 100);
    hand.key("a", calmMs - 1);
    expect(hand.log).toEqual([]);
    hand.key("a", calmMs);
    expect(hand.log).toEqual(["approve"]);
  });

  it("goes on from a field that is gone", () => {
    const hand = createHand();
    type(hand, letters("wrong "), 100, { inField: true });
    expect(type(hand, ["d", "a", "Enter"], 100)).toEqual([false, false, true]);
    expect(hand.log).toEqual([]);
  });

  it.each([["Escape"], ["click"]])("is over with %s", (end) => {
    const hand = createHand();
    type(hand, letters("xy"), 50);
    if (end === "click") hand.pointer();
    else hand.key(end, 50);
    hand.key("a", 50);
    expect(hand.log).toEqual(["approve"]);
  });
});

it.each(["Escape", "Tab", "Enter"])("after %s in a field a key counts at once: a word has come to its end", (key) => {
  const hand = createHand();
  type(hand, letters("forged document"), 20, { inField: true });
  hand.key(key, 20, { inField: true });
  hand.key("a", 20);
  expect(hand.log).toEqual(["approve"]);
});

it("Space alone is left to the browser, and so is Enter alone", () => {
  const hand = createHand();
  expect(hand.key(" ", 1_000)).toBe(false);
  expect(hand.key("Enter", 100)).toBe(false);
  hand.key("a", 100);
  expect(hand.log).toEqual(["approve"]);
});

describe("whatever is typed where no field takes it", () => {
  const words = [
    "is this a match",
    "call him later",
    "Adam Clark",
    "looked at it and done",
    "ad",
    "ta",
    "la",
    "tt",
    "jd",
    "A1234567",
    "dd1",
  ];
  const text = oneof(constantFrom(...words), string({ minLength: 2, maxLength: 30 })).map(letters);
  const line = record({
    text,
    gaps: array(integer({ min: 5, max: 200 }), { minLength: 40, maxLength: 40 }),
    enter: constantFrom(true, false),
  });

  it("nothing acts, nothing stays open, and its Enter presses nothing", () => {
    assert(
      property(array(tuple(line, integer({ min: 0, max: 3_000 })), { minLength: 1, maxLength: 5 }), (lines) => {
        const hand = createHand();
        for (const [{ text: letters, gaps, enter }, pause] of lines) {
          const [first = "", second = ""] = letters;
          // a decision and its comment, or its reason and Enter, or moves: that is how they are meant to be typed
          if (/^[ad][c12]|^[jk]+$/.test(first + second)) continue;
          hand.wait(pause);
          for (const [index, key] of letters.entries()) hand.key(key.toLowerCase(), gaps[index] ?? 5);
          const isEnterUsedUp = enter ? hand.key("Enter", gaps[39] ?? 5) : true;
          expect(isEnterUsedUp).toBe(true);
          hand.wait(4_000);
          expect(hand.open()).toEqual([]);
          expect(hand.log.filter((entry) => entry === "claim" || entry === "stand")).toEqual([]);
        }
      }),
      { numRuns: 500, seed: 20_261_129 },
    );
  });
});
