import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { restHands } from "@test/support/hands";
import { writePreference } from "@/ui/local-preferences";
import { bindKey } from "@/ui/shortcut-bindings";
import type { Opened, ShortcutDefinition } from "@/ui/shortcut-definition";
import { addShortcut, strayedKeys } from "@/ui/shortcut-registry";

const stops: (() => void)[] = [];
function bind(keys: string, { id = keys, within, ...rest }: Partial<ShortcutDefinition> & { within?: () => Element | null } = {}) {
  const run = vi.fn<() => Opened | void>();
  stops.push(addShortcut({ id, keys, label: keys, group: "Test", kind: "opens", ...rest }, run, { within }));
  return run;
}
function press(key: string, target: EventTarget = document.activeElement ?? document.body, init: KeyboardEventInit = {}) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}
function add(html: string): HTMLElement {
  document.body.innerHTML = html;
  // Each caller passes the markup of one HTML element.
  return document.body.firstElementChild as HTMLElement;
}

beforeEach(() => writePreference("shortcuts", "on"));
afterEach(() => {
  vi.useRealTimers();
  for (const stop of stops.splice(0)) stop();
  document.body.innerHTML = "";
});

describe("single keys", () => {
  it("run, and nobody else hears of the key", () => {
    const run = bind("a");
    const heard = vi.fn<() => void>();
    document.body.addEventListener("keydown", heard, { once: true });
    expect(press("a").defaultPrevented).toBe(true);
    expect(run).toHaveBeenCalledOnce();
    expect(heard).not.toHaveBeenCalled();
  });

  it("mean the same in capitals", () => {
    const run = bind("a");
    press("A");
    expect(run).toHaveBeenCalledOnce();
  });

  it.each(["<input>", "<input type='search'>", "<textarea></textarea>", "<select></select>"])("are text in %s", (html) => {
    const run = bind("a");
    expect(press("a", add(html)).defaultPrevented).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });

  it("work from a checkbox, which takes no text", () => {
    const run = bind("a");
    press("a", add("<input type='checkbox'>"));
    expect(run).toHaveBeenCalledOnce();
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])(
    "leave %o to the browser, and it is no text either",
    (init) => {
      const run = bind("a");
      const before = strayedKeys();
      expect(press("a", document.body, init).defaultPrevented).toBe(false);
      expect(run).not.toHaveBeenCalled();
      expect(strayedKeys()).toBe(before);
    },
  );

  it("count once while held, unless they are for moving", () => {
    const act = bind("a");
    const move = bind("j", { kind: "moves", repeats: true });
    press("a", document.body, { repeat: true });
    press("j", document.body, { repeat: true });
    expect([act.mock.calls.length, move.mock.calls.length]).toEqual([0, 1]);
  });

  it("are dead under an open dialog", () => {
    const run = bind("a");
    add("<dialog open></dialog>");
    press("a");
    expect(run).not.toHaveBeenCalled();
  });

  it("are dead once turned off", () => {
    const run = bind("a");
    writePreference("shortcuts", "off");
    press("a");
    expect(run).not.toHaveBeenCalled();
  });

  it("listen to the key that was chosen instead, and to the usual one no more", () => {
    const run = bind("a");
    bindKey({ id: "a", keys: "a" }, "y");
    press("a");
    restHands();
    expect(run).not.toHaveBeenCalled();
    press("y");
    expect(run).toHaveBeenCalledOnce();
  });

  it("are the keys in the same places on a layout of other letters", () => {
    const run = bind("a");
    press("ф", document.body, { code: "KeyA" });
    expect(run).toHaveBeenCalledOnce();
  });
});

it("an event without a key, as autofill sends it, means nothing", () => {
  const run = bind("a");
  const field = add("<input>");
  expect(() => field.dispatchEvent(new Event("keydown", { bubbles: true }))).not.toThrow();
  expect(run).not.toHaveBeenCalled();
});

describe("keys that belong to an element", () => {
  it("are its own while the focus is in it, and nobody's outside", () => {
    const picture = add("<section><button>Turn</button></section>");
    const elsewhere = bind("r");
    const own = bind("r", { id: "turn", kind: "moves", within: () => picture });
    press("r", picture.querySelector("button") ?? undefined);
    expect([own.mock.calls.length, elsewhere.mock.calls.length]).toEqual([1, 0]);
    restHands();
    press("r", document.body);
    expect([own.mock.calls.length, elsewhere.mock.calls.length]).toEqual([1, 1]);
  });
});

describe("text that went astray", () => {
  it("closes what it opened, and the focus is where it was", () => {
    const button = add("<button>Next</button>");
    button.focus();
    const retract = vi.fn<() => void>();
    bind("a").mockImplementation(() => {
      button.blur();
      return { retract };
    });
    press("a");
    expect(retract).not.toHaveBeenCalled();
    press("n");
    expect(retract).toHaveBeenCalledOnce();
    expect(button).toHaveFocus();
  });

  it.each(["Enter", " "])("presses nothing with %o", (key) => {
    add("<button>Next</button>");
    press("x");
    press("y");
    expect(press(key).defaultPrevented).toBe(true);
    const up = new KeyboardEvent("keyup", { key, bubbles: true, cancelable: true });
    document.body.dispatchEvent(up);
    expect(up.defaultPrevented).toBe(key === " ");
    restHands();
    expect(press(key).defaultPrevented).toBe(false);
  });

  it("presses nothing on a page without shortcuts either, or under a dialog", () => {
    const run = bind("a");
    stops.pop()?.();
    add("<dialog open><button>Revoke</button></dialog>");
    press("a");
    press("b");
    expect(press("Enter").defaultPrevented).toBe(true);
    expect(run).not.toHaveBeenCalled();
  });
});

describe("what can't be taken back", () => {
  it("runs once it is known to stand alone", () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const run = bind("t", { kind: "acts" });
    expect(press("t").defaultPrevented).toBe(true);
    // a timer that rings early proves nothing: what counts is the clock that keys are stamped with
    vi.advanceTimersByTime(5_000);
    expect(run).not.toHaveBeenCalled();
    restHands();
    vi.advanceTimersByTime(5_000);
    expect(run).toHaveBeenCalledOnce();
  });

  it("does not run when its element is gone by then", () => {
    const run = bind("t", { kind: "acts" });
    press("t");
    stops.pop()?.();
    press("ArrowDown");
    expect(run).not.toHaveBeenCalled();
  });

  it("is told what stands, and only then", () => {
    const stands = vi.fn<() => void>();
    bind("a", { followers: ["Enter"] }).mockReturnValue({ retract: () => undefined, stands });
    press("a");
    expect(stands).not.toHaveBeenCalled();
    press("Enter");
    expect(stands).toHaveBeenCalledOnce();
  });
});

it("a combination with Ctrl or Cmd works in text fields and when single keys are off", () => {
  const run = bind("mod+k");
  writePreference("shortcuts", "off");
  press("k", add("<input>"), { ctrlKey: true });
  press("k", document.body, { metaKey: true });
  expect(run).toHaveBeenCalledTimes(2);
});

it("of two with the same key the later one runs, and the earlier one again when the later is gone", () => {
  const earlier = bind("j", { kind: "moves" });
  const later = bind("j", { kind: "moves" });
  press("j");
  stops.pop()?.();
  press("j");
  expect([earlier.mock.calls.length, later.mock.calls.length]).toEqual([1, 1]);
});
