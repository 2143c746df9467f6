import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { writePreference } from "@/ui/local-preferences";
import { addShortcut } from "@/ui/shortcut-registry";

const stops: (() => void)[] = [];
function bind(keys: string, repeats = false) {
  const run = vi.fn<() => void>();
  stops.push(addShortcut({ keys, label: keys, group: "Test", repeats, run }));
  return run;
}
function press(key: string, target: Element = document.body, init: KeyboardEventInit = {}) {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
}
function add(html: string): Element {
  document.body.innerHTML = html;
  // Each caller passes the markup of one element.
  return document.body.firstElementChild!;
}

beforeEach(() => writePreference("shortcuts", "on"));
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  document.body.innerHTML = "";
});

describe("single keys", () => {
  test("run, and keep the browser from doing anything else with the key", () => {
    const run = bind("a");
    expect(press("a").defaultPrevented).toBe(true);
    expect(run).toHaveBeenCalledOnce();
  });

  test("mean the same in capitals", () => {
    const run = bind("A");
    press("a");
    expect(run).toHaveBeenCalledOnce();
  });

  test.each(["<input>", "<input type='search'>", "<textarea></textarea>", "<select></select>"])("are text in %s", (html) => {
    const run = bind("a");
    expect(press("a", add(html)).defaultPrevented).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });

  test("work from a checkbox, which takes no text", () => {
    const run = bind("a");
    press("a", add("<input type='checkbox'>"));
    expect(run).toHaveBeenCalledOnce();
  });

  test.each([{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])("leave %o to the browser", (init) => {
    const run = bind("a");
    expect(press("a", document.body, init).defaultPrevented).toBe(false);
    expect(run).not.toHaveBeenCalled();
  });

  test("count once while held, unless they are for moving", () => {
    const act = bind("a");
    const move = bind("j", true);
    press("a", document.body, { repeat: true });
    press("j", document.body, { repeat: true });
    expect([act.mock.calls.length, move.mock.calls.length]).toEqual([0, 1]);
  });

  test("are dead under an open dialog", () => {
    const run = bind("a");
    add("<dialog open></dialog>");
    press("a");
    expect(run).not.toHaveBeenCalled();
  });

  test("are dead once turned off", () => {
    const run = bind("a");
    writePreference("shortcuts", "off");
    press("a");
    expect(run).not.toHaveBeenCalled();
  });
});

test("a combination with Ctrl or Cmd works in text fields and when single keys are off", () => {
  const run = bind("mod+k");
  writePreference("shortcuts", "off");
  press("k", add("<input>"), { ctrlKey: true });
  press("k", document.body, { metaKey: true });
  expect(run).toHaveBeenCalledTimes(2);
});

test("of two with the same key the later one runs, and the earlier one again when the later is gone", () => {
  const earlier = bind("j");
  const later = bind("j");
  press("j");
  stops.pop()?.();
  press("j");
  expect([earlier.mock.calls.length, later.mock.calls.length]).toEqual([1, 1]);
});
