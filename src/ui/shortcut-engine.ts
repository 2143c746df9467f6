import type { ShortcutKind } from "@/ui/shortcut-definition";

/*
 * Tells a shortcut from text that went astray: a letter counts only when it stands alone. Pure: what happens comes in with the time it
 * happened at (ms, `event.timeStamp`, never the time it was handled at), what is to be done goes out. The names of the rules are the
 * names of the cases in the table beside it.
 */

/** A key that comes sooner after another is text. Above any speed of typing, with room for a slow hand. */
export const quietMs = 400;
/** After a run of text nothing counts for longer: people pause between words. */
export const calmMs = 1_000;

/** A shortcut as far as the engine has to know it. */
export type EngineShortcut = {
  readonly id: string;
  readonly kind: ShortcutKind;
  readonly followers: readonly string[];
  readonly repeats: boolean;
};

export type Press<Shortcut> =
  /** A key that writes something: letters, digits, signs, space, backspace. `candidates`: what it may mean, best first. */
  | { type: "text"; at: number; inField: boolean; isSpace: boolean; repeat: boolean; candidates: readonly Shortcut[] }
  | { type: "enter"; at: number; inField: boolean }
  /** Any other key, which can't be text; `isTab` leaves a field. */
  | { type: "other"; at: number; isTab: boolean }
  | { type: "escape" | "pointer" | "blur" }
  /** Time has passed. */
  | { type: "time"; at: number };

export type Effect<Shortcut> =
  | { do: "run"; shortcut: Shortcut }
  /** Nothing followed what was opened: it is meant. */
  | { do: "stand" }
  /** It was text: what was opened closes. */
  | { do: "retract" }
  /** What was opened is left as it is, meant or not. */
  | { do: "forget" }
  /** The browser does nothing with the key. */
  | { do: "swallow" };

type Phase<Shortcut> =
  | { name: "quiet" }
  /** `last` has run and may turn out to be text. */
  | { name: "opened"; last: Shortcut }
  /** `held` runs once it is known to stand alone. */
  | { name: "waiting"; held: Shortcut }
  /** Text that no field takes, `length` keys so far. */
  | { name: "astray"; length: number };

export type EngineState<Shortcut> = {
  /** When the last key came that wrote something, wherever it went; ms. */
  readonly lastText: number;
  readonly phase: Phase<Shortcut>;
  /** Grows with every key of text that went astray. */
  readonly strayed: number;
};

export type Step<Shortcut> = { state: EngineState<Shortcut>; effects: readonly Effect<Shortcut>[] };

export const atRest: EngineState<never> = { lastText: -Infinity, phase: { name: "quiet" }, strayed: 0 };

/** When time alone changes something, in ms on the clock of the events; undefined when it doesn't. */
export function dueAt(state: EngineState<unknown>): number | undefined {
  return state.phase.name === "opened" || state.phase.name === "waiting" ? state.lastText + quietMs : undefined;
}

/** What a press means, after all that came before it. */
export function step<Shortcut extends EngineShortcut>(state: EngineState<Shortcut>, press: Press<Shortcut>): Step<Shortcut> {
  switch (press.type) {
    case "escape":
    case "blur":
      return { state: rested(state), effects: state.phase.name === "opened" ? [{ do: "forget" }] : [] };
    case "pointer":
      if (state.phase.name === "waiting") return { state, effects: [] };
      return { state: rested(state), effects: state.phase.name === "opened" ? [{ do: "stand" }] : [] };
    case "time":
      return elapsed(state, press.at);
    case "text":
      return press.repeat ? repeated(state, press) : afterElapsed(state, press, onText);
    case "enter":
      return afterElapsed(state, press, onEnter);
    case "other":
      return afterElapsed(state, press, onOther);
  }
}

/** First what the time since the last key has settled, then the press itself. */
function afterElapsed<Shortcut extends EngineShortcut, P extends { at: number }>(
  state: EngineState<Shortcut>,
  press: P,
  then: (state: EngineState<Shortcut>, press: P) => Step<Shortcut>,
): Step<Shortcut> {
  const before = elapsed(state, press.at);
  const after = then(before.state, press);
  return { state: after.state, effects: [...before.effects, ...after.effects] };
}

function elapsed<Shortcut>(state: EngineState<Shortcut>, at: number): Step<Shortcut> {
  const { phase } = state;
  const rest = phase.name === "astray" && phase.length > 1 ? calmMs : quietMs;
  if (phase.name === "quiet" || at - state.lastText < rest) return { state, effects: [] };
  const quiet: EngineState<Shortcut> = { ...state, phase: { name: "quiet" } };
  if (phase.name === "opened") return { state: quiet, effects: [{ do: "stand" }] };
  if (phase.name === "waiting") return { state: quiet, effects: [{ do: "run", shortcut: phase.held }] };
  return { state: quiet, effects: [] };
}

type TextPress<Shortcut> = Extract<Press<Shortcut>, { type: "text" }>;

function onText<Shortcut extends EngineShortcut>(state: EngineState<Shortcut>, press: TextPress<Shortcut>): Step<Shortcut> {
  const { phase } = state;
  if (press.inField) {
    const written: EngineState<Shortcut> = { ...state, lastText: press.at, phase: { name: "quiet" } };
    return { state: written, effects: phase.name === "opened" ? [{ do: "stand" }] : [] };
  }
  if (phase.name === "opened") {
    const { last } = phase;
    const follower = press.candidates.find((one) => last.followers.includes(one.id) || (last.kind === "moves" && one.kind === "moves"));
    return follower ? taken(state, press.at, follower) : strayed(state, press, 2);
  }
  if (phase.name === "waiting") {
    // pressed twice in a hurry, it is done once
    const again = press.candidates.find(({ id }) => id === phase.held.id && phase.held.followers.includes(id));
    return again ? taken(state, press.at, again) : strayed(state, press, 2);
  }
  if (phase.name === "astray") return strayed(state, press, phase.length + 1);
  // what was written into a field that is gone by now goes on as text
  if (press.at - state.lastText < quietMs) return strayed(state, press, 2);
  const [first] = press.candidates;
  if (first) return taken(state, press.at, first);
  // alone, it presses a button or scrolls
  return press.isSpace ? { state, effects: [] } : strayed(state, press, 1);
}

function taken<Shortcut extends EngineShortcut>(state: EngineState<Shortcut>, at: number, shortcut: Shortcut): Step<Shortcut> {
  if (shortcut.kind === "acts") {
    return { state: { ...state, lastText: at, phase: { name: "waiting", held: shortcut } }, effects: [{ do: "swallow" }] };
  }
  return {
    state: { ...state, lastText: at, phase: { name: "opened", last: shortcut } },
    effects: [{ do: "swallow" }, { do: "run", shortcut }],
  };
}

function strayed<Shortcut>(
  state: EngineState<Shortcut>,
  { at, isSpace }: { at: number; isSpace: boolean },
  length: number,
): Step<Shortcut> {
  const effects: Effect<Shortcut>[] = [];
  if (state.phase.name === "opened") effects.push({ do: "retract" });
  if (isSpace) effects.push({ do: "swallow" });
  return { state: { lastText: at, phase: { name: "astray", length }, strayed: state.strayed + 1 }, effects };
}

/** A key that is held down: it goes on doing what it does, and is no text that follows. */
function repeated<Shortcut extends EngineShortcut>(state: EngineState<Shortcut>, press: TextPress<Shortcut>): Step<Shortcut> {
  const { phase } = state;
  if (press.inField) return { state: { ...state, lastText: press.at }, effects: [] };
  if (phase.name === "astray") return { state: { ...state, lastText: press.at }, effects: press.isSpace ? [{ do: "swallow" }] : [] };
  const [first] = press.candidates;
  return first?.repeats ? taken(state, press.at, first) : { state, effects: [] };
}

function onEnter<Shortcut extends EngineShortcut>(
  state: EngineState<Shortcut>,
  press: Extract<Press<Shortcut>, { type: "enter" }>,
): Step<Shortcut> {
  const { phase } = state;
  if (press.inField) {
    // it sends what was written, or begins a line: either way a word has come to its end
    return { state: rested(state), effects: phase.name === "opened" ? [{ do: "stand" }] : [] };
  }
  const swallowed = strayed(state, { at: press.at, isSpace: true }, 2);
  if (phase.name === "opened") {
    const mayFollow = phase.last.kind === "moves" || phase.last.followers.includes("Enter");
    return mayFollow ? { state: rested(state), effects: [{ do: "stand" }] } : swallowed;
  }
  if (phase.name === "waiting") return { state: rested(state), effects: [{ do: "swallow" }, { do: "run", shortcut: phase.held }] };
  if (phase.name === "astray" || press.at - state.lastText < quietMs) return swallowed;
  return { state, effects: [] };
}

function onOther<Shortcut>(state: EngineState<Shortcut>, press: Extract<Press<Shortcut>, { type: "other" }>): Step<Shortcut> {
  const { phase } = state;
  if (phase.name === "waiting") return { state: rested(state), effects: [{ do: "run", shortcut: phase.held }] };
  if (!press.isTab || phase.name === "astray") return { state, effects: [] };
  return { state: rested(state), effects: phase.name === "opened" ? [{ do: "stand" }] : [] };
}

const rested = <Shortcut>(state: EngineState<Shortcut>): EngineState<Shortcut> => ({
  lastText: -Infinity,
  phase: { name: "quiet" },
  strayed: state.strayed,
});
