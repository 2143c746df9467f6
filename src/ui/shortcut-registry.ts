import { readPreference } from "@/ui/local-preferences";
import { boundKeys } from "@/ui/shortcut-bindings";
import type { Opened, ShortcutDefinition, ShortcutKind } from "@/ui/shortcut-definition";
import { atRest, dueAt, type Effect, type EngineShortcut, type EngineState, type Press, step } from "@/ui/shortcut-engine";
import { isModified, isModifier, keyName, takesText, writesText } from "@/ui/shortcut-press";

/** A shortcut that works right now. */
export type ActiveShortcut = EngineShortcut & {
  readonly definition: ShortcutDefinition;
  readonly label: string;
  /** Where it works; everywhere without one. What belongs to an element has its keys to itself while the focus is in it. */
  readonly within: (() => Element | null) | undefined;
  /** Why it can't be done now, where that is known; its key then says so on the page. */
  readonly unavailable: string | undefined;
  readonly run: () => Opened | void;
};

type ActiveOptions = {
  /** Both where they depend on what the page shows. */
  label?: string | undefined;
  kind?: ShortcutKind | undefined;
  within?: (() => Element | null) | undefined;
  unavailable?: string | undefined;
};

/** What acts waits this much longer than the rule asks for: a key may be under way to this page. */
const underWayMs = 100;

let active: readonly ActiveShortcut[] = [];
const listeners = new Set<() => void>();
let state: EngineState<ActiveShortcut> = atRest;
/** What has opened in the sequence of keys that is not settled yet, oldest first, and where the focus was before. */
let openedNow: { opened: Opened | void; focus: Element | null }[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let isSpaceSwallowed = false;

/**
 * Registers a shortcut until the returned function is called. Of two with the same key the later one wins.
 * @param run gives what takes it back, where it opens something
 */
export function addShortcut(definition: ShortcutDefinition, run: () => Opened | void, options: ActiveOptions = {}): () => void {
  const { id, followers = [], repeats = false } = definition;
  const { kind = definition.kind, label = definition.label, within, unavailable } = options;
  const shortcut: ActiveShortcut = { definition, id, kind, followers, repeats, label, within, unavailable, run };
  if (active.length === 0) listen();
  update([...active, shortcut]);
  return () => update(active.filter((other) => other !== shortcut));
}

export function activeShortcuts(): readonly ActiveShortcut[] {
  return active;
}

export function subscribeToShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Does what a shortcut does without its key: by its name, so it is meant. Nothing when it is gone by now. */
export function runShortcut(id: string): void {
  const opened = active.findLast((shortcut) => shortcut.id === id)?.run();
  opened?.stands?.();
}

/** Grows with every key of text that no field took. Who remembers it when something opens can tell whether an Enter is about that alone. */
export const strayedKeys = (): number => state.strayed;

let isListening = false;

/** For as long as the page lives: text goes astray on pages without shortcuts, too. Ahead of everything else that hears keys. */
function listen() {
  if (isListening) return;
  isListening = true;
  window.addEventListener("keydown", onKeyDown, { capture: true });
  window.addEventListener("keyup", onKeyUp, { capture: true });
  window.addEventListener("pointerdown", () => take({ type: "pointer" }), { capture: true });
  window.addEventListener("blur", (event) => event.target === window && take({ type: "blur" }));
}

function onKeyDown(event: KeyboardEvent) {
  // autofill sends events without a key
  if (typeof event.key !== "string" || event.isComposing || event.key === "Process" || isModifier(event.key)) return;
  const effects = isModified(event, event.getModifierState("AltGraph")) ? onCombination(event) : take(pressOf(event));
  const isSwallowed = effects.some((effect) => effect.do === "swallow");
  if (isSwallowed) discard(event);
  if (event.key === " ") isSpaceSwallowed = isSwallowed;
}

/** Firefox presses a button when Space is let go. */
function onKeyUp(event: KeyboardEvent) {
  if (event.key !== " " || !isSpaceSwallowed) return;
  isSpaceSwallowed = false;
  discard(event);
}

function discard(event: KeyboardEvent) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Combinations with Ctrl or Cmd are no text: they work at once, and everywhere unless they belong to an element. */
function onCombination(event: KeyboardEvent): readonly Effect<ActiveShortcut>[] {
  take({ type: "other", at: event.timeStamp, isTab: false });
  if (event.altKey || event.defaultPrevented || event.repeat) return [];
  const keys = `mod+${keyName(event)}`;
  const { target } = event;
  const found = active.findLast(
    ({ definition, within }) => boundKeys(definition).includes(keys) && (!within || (target instanceof Node && within()?.contains(target))),
  );
  if (!found) return [];
  found.run();
  return [{ do: "swallow" }];
}

function pressOf(event: KeyboardEvent): Press<ActiveShortcut> {
  const { key, timeStamp: at, target, repeat } = event;
  const inField = takesText(target);
  if (key === "Escape") return { type: "escape" };
  if (key === "Enter") return { type: "enter", at, inField };
  if (!writesText(key)) return { type: "other", at, isTab: key === "Tab" };
  return { type: "text", at, inField, repeat, isSpace: key === " ", candidates: inField ? [] : candidatesFor(keyName(event), target) };
}

/** What a single key may mean here, best first. Nothing under a modal dialog, or when single keys were turned off. */
function candidatesFor(key: string, target: EventTarget | null): readonly ActiveShortcut[] {
  if (document.querySelector("dialog[open]") !== null || readPreference("shortcuts") === "off") return [];
  const found = active.filter((shortcut) => boundKeys(shortcut.definition).includes(key)).toReversed();
  const own = found.filter(({ within }) => within && target instanceof Node && within()?.contains(target));
  return own.length > 0 ? own : found.filter(({ within }) => !within);
}

function take(press: Press<ActiveShortcut>): readonly Effect<ActiveShortcut>[] {
  const { state: next, effects } = step(state, press);
  state = next;
  for (const effect of effects) carryOut(effect);
  schedule();
  return effects;
}

function carryOut(effect: Effect<ActiveShortcut>) {
  if (effect.do === "run") {
    // it may be gone, or mean something else, since the key was pressed
    if (!active.includes(effect.shortcut)) return;
    const focus = document.activeElement;
    const opened = effect.shortcut.run();
    if (effect.shortcut.kind !== "acts") openedNow.push({ opened, focus });
    return;
  }
  if (effect.do === "swallow") return;
  const sequence = openedNow;
  openedNow = [];
  if (effect.do === "stand") for (const { opened } of sequence) opened?.stands?.();
  if (effect.do === "retract") takeBack(sequence);
}

function takeBack(sequence: typeof openedNow) {
  for (const { opened } of sequence.toReversed()) opened?.retract();
  const before = sequence[0]?.focus;
  if (before === document.activeElement) return;
  if (before instanceof HTMLElement && before !== document.body) {
    // what is gone has been put back as something new, which has taken the focus itself
    if (before.isConnected) before.focus({ preventScroll: true });
  } else if (document.activeElement instanceof HTMLElement) {
    document.activeElement.blur();
  }
}

function schedule() {
  clearTimeout(timer);
  const due = dueAt(state);
  if (due === undefined) return;
  const margin = state.phase.name === "waiting" ? underWayMs : 0;
  timer = setTimeout(onTime, Math.max(0, due + margin - performance.now()));
}

function onTime() {
  // a key that was pressed before this moment may not have been told yet, when the page is busy
  // the DOM's types do not know it, and Chromium alone has it
  const { scheduling } = navigator as Navigator & { scheduling?: { isInputPending?: () => boolean } };
  const isInputPending = scheduling?.isInputPending?.() ?? false;
  if (isInputPending) timer = setTimeout(onTime, underWayMs);
  else take({ type: "time", at: performance.now() });
}

function update(next: readonly ActiveShortcut[]) {
  active = next;
  for (const listener of listeners) listener();
}
