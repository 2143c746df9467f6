import type { ShortcutDefinition } from "@/ui/shortcut-definition";

/*
 * Keys that somebody has chosen in place of the usual ones: personal taste, kept in this browser under the shortcut's id.
 */

const storageKey = "desk.keys";
const listeners = new Set<() => void>();

type Bindings = Readonly<Record<string, string>>;
type Keyed = Pick<ShortcutDefinition, "id" | "keys" | "aliases">;

/** Holds what storage refuses to (private windows, blocked cookies), so that a choice lives at least as long as the page. */
let unstored: string | undefined;
let known: { raw: string; bindings: Bindings } = { raw: "{}", bindings: {} };

/** The key of a shortcut: the one that was chosen, else its own. */
export const boundKey = ({ id, keys }: Keyed): string => chosenKeys()[id] ?? keys;

/** All the keys of a shortcut: the one that was chosen takes the place of its aliases, too. */
export function boundKeys({ id, keys, aliases = [] }: Keyed): readonly string[] {
  const chosen = chosenKeys()[id];
  return chosen === undefined ? [keys, ...aliases] : [chosen];
}

/** Every chosen key by the id of its shortcut: the same object until something changes. */
export function chosenKeys(): Bindings {
  const raw = unstored ?? stored() ?? "{}";
  if (raw !== known.raw) known = { raw, bindings: read(raw) };
  return known.bindings;
}

/** Chooses a key; the usual one again without any. Ask `refusalOf` first. */
export function bindKey({ id, keys }: Keyed, key: string = keys): void {
  const { [id]: _, ...others } = chosenKeys();
  keep(key.toLowerCase() === keys ? others : { ...others, [id]: key.toLowerCase() });
}

/** Gives every shortcut its usual key again. */
export const resetKeys = (): void => keep({});

export function subscribeToBindings(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener("storage", onStorage);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener("storage", onStorage);
  };
}

function keep(next: Bindings) {
  try {
    localStorage.setItem(storageKey, JSON.stringify(next));
    unstored = undefined;
  } catch {
    unstored = JSON.stringify(next);
  }
  for (const listener of listeners) listener();
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function read(raw: string): Bindings {
  try {
    const kept: unknown = JSON.parse(raw);
    if (typeof kept !== "object" || kept === null) return {};
    return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => isKey(entry[1])));
  } catch {
    return {};
  }
}

const isKey = (value: unknown) => typeof value === "string" && /^.$/su.test(value);

/** Another tab has changed it. */
function onStorage(event: StorageEvent) {
  if (event.key !== null && event.key !== storageKey) return;
  for (const listener of listeners) listener();
}
