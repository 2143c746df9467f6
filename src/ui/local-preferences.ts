import { useSyncExternalStore } from "react";

/** Personal taste, kept in this browser only: never what a page shows, which is in the address. */
export type Preferences = {
  theme: "system" | "light" | "dark";
  density: "comfortable" | "compact";
  rail: "open" | "collapsed";
  shortcuts: "on" | "off";
  /** How long one's own decisions are held, in seconds. */
  hold: "company" | HoldSeconds;
};

type HoldSeconds = (typeof holdSeconds)[number];
/** What may be chosen; the company's own least comes on top. */
export const holdSeconds = ["0", "2", "3", "5", "8", "10", "15", "20", "30", "45", "60"] as const;

const choices: { readonly [Name in keyof Preferences]: readonly Preferences[Name][] } = {
  theme: ["system", "light", "dark"],
  density: ["comfortable", "compact"],
  rail: ["open", "collapsed"],
  shortcuts: ["on", "off"],
  hold: ["company", ...holdSeconds],
};

const storageKey = (name: keyof Preferences) => `desk.${name}`;
const listeners = new Set<() => void>();
/** Holds what storage refuses to (private windows, blocked cookies), so that a choice lives at least as long as the page. */
const unstored = new Map<string, string>();

export function readPreference<Name extends keyof Preferences>(name: Name): Preferences[Name] {
  const stored = readStored(storageKey(name));
  const known: readonly Preferences[Name][] = choices[name];
  // The lists above are never empty; their first entry is the default.
  return known.find((choice) => choice === stored) ?? known[0]!;
}

export function writePreference<Name extends keyof Preferences>(name: Name, value: Preferences[Name]): void {
  store(storageKey(name), value);
}

/** A preference that is no choice out of a list: whoever has it reads its text, and takes what it can't read for none. Undefined puts it back. */
export function useTextPreference(name: "inquiry-columns"): [string | undefined, (value: string | undefined) => void] {
  const key = `desk.${name}`;
  const text = useSyncExternalStore(subscribe, () => readStored(key) ?? undefined);
  return [text, (next) => store(key, next)];
}

function store(key: string, value: string | undefined): void {
  unstored.delete(key);
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    if (value !== undefined) unstored.set(key, value);
  }
  changed();
}

/** A preference and the way to change it; other tabs follow. */
export function usePreference<Name extends keyof Preferences>(name: Name): [Preferences[Name], (value: Preferences[Name]) => void] {
  const value = useSyncExternalStore(subscribe, () => readPreference(name));
  return [value, (next) => writePreference(name, next)];
}

/**
 * Puts what changes the look of the whole page onto <html>, where the tokens read it. Called as early as the first script can:
 * without a stored choice there is nothing to do, since the system's theme is followed by CSS alone.
 */
export function applyLook(root: HTMLElement = document.documentElement): void {
  const theme = readPreference("theme");
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.dataset.density = readPreference("density");
  root.dataset.rail = readPreference("rail");
}

function readStored(key: string): string | null {
  try {
    return unstored.get(key) ?? localStorage.getItem(key);
  } catch {
    return unstored.get(key) ?? null;
  }
}

function changed() {
  applyLook();
  for (const listener of listeners) listener();
}

function onStorage(event: StorageEvent) {
  if (event.key === null || event.key.startsWith("desk.")) changed();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("storage", onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", onStorage);
  };
}
