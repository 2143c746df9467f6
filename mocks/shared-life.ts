import type { Dispatch } from "./dispatch";
import { environmentOf, fatesOf, incomingOf, isSettled } from "./journal-entries";
import { createLife, type Life } from "./life";
import type { SimulatorOptions } from "./simulator-options";
import { createManualClock, createRealClock } from "./world/core/clock";
import type { Journal, JournalEntry, JournalOrigin } from "./world/core/journal";
import { day } from "./world/core/time";

/** The one life that all holders of a journal live. Everything here is to be called while holding the journal. */
export type SharedLife = {
  /** The life as the journal has it, brought up to date with what other tabs did. */
  current(): Life;
  /** Another life from here on, for everybody. */
  begin(origin: Partial<Pick<JournalOrigin, "seed" | "scenario">>): Life;
  /** Puts down what was just done to the current life. */
  note(entry: JournalEntry): void;
};

const manualStart = Date.parse("2026-03-02T09:00:00.000Z");

/** @param dispatch does what a request did once more */
export function createSharedLife(
  options: SimulatorOptions,
  journal: Journal,
  { replay, settle, deskCalls }: Pick<Dispatch, "replay" | "settle" | "deskCalls">,
): SharedLife {
  const { base = "/", clock = "real" } = options;
  let life: Life | undefined;

  const begin: SharedLife["begin"] = ({ seed = options.seed ?? "1", scenario = options.scenario ?? "default" }) => {
    const startedAt = options.startedAt ?? (clock === "manual" ? manualStart : Date.now());
    const origin = { seed, scenario, startedAt };
    journal.begin(origin);
    return (life = grow(origin));
  };

  const grow = (origin: JournalOrigin): Life =>
    createLife({
      origin,
      clock: clock === "manual" ? createManualClock(origin.startedAt) : createRealClock(),
      role: options.standsFor === "persona" || options.role === null ? undefined : (options.role ?? "lead"),
      environment: options.environment ?? "production",
      populate: options.populate,
      deskCalls,
      onEvent: options.onEvent,
      filesBase: options.filesBase ?? new URL("files/", new URL(base, "http://localhost")).href,
    });

  const restored = (): Life => {
    const { origin, entries } = journal.load();
    if (origin === undefined || isStale(origin.startedAt)) return begin({});
    const here = grow(origin);
    // Fails for a scenario there is not.
    here.api(options.environment ?? "production");
    return (life = caughtUp(here, entries));
  };

  const continued = (here: Life): Life => {
    // The last entry known is read again: the journal may be another one by now.
    const known = here.last === undefined ? [] : [here.last];
    const { origin, entries } = journal.load(here.applied - known.length);
    const isOurs = isSame(here.origin, origin) && isSame(known, entries.slice(0, known.length));
    return isOurs ? caughtUp(here, entries.slice(known.length)) : restored();
  };

  const caughtUp = (here: Life, entries: readonly JournalEntry[]): Life => {
    for (const entry of entries) {
      const status = here.clock.at(entry.at, () => again(here, entry));
      if (status !== entry.status) throw new Error(`${entry.url} was answered ${entry.status}, now ${status}`);
      apply(here, entry);
    }
    return here;
  };

  const again = (here: Life, entry: JournalEntry): number => {
    const fates = fatesOf(entry);
    if (!isSettled(entry)) return replay(incomingOf(entry), here, environmentOf(entry), fates);
    settle(here, fates);
    return entry.status;
  };

  /** A world from yesterday is not brought back: its dates are relative to its start, and would look odd today. */
  const isStale = (startedAt: number) => {
    const age = Date.now() - startedAt;
    return clock === "real" && options.startedAt === undefined && (age > day || age < 0);
  };

  return {
    begin,
    current() {
      try {
        return life === undefined ? restored() : continued(life);
      } catch {
        // Somebody's hand, or another version of the simulator, wrote what cannot be replayed here.
        return begin({});
      }
    },
    note(entry) {
      journal.append([entry]);
      if (life !== undefined) apply(life, entry);
    },
  };
}

function apply(life: Life, entry: JournalEntry): void {
  life.applied += 1;
  life.last = entry;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
