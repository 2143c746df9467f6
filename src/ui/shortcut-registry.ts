import { readPreference } from "@/ui/local-preferences";

export type Shortcut = {
  /** The key as `KeyboardEvent.key` gives it ("j", "?", "Enter"), or with "mod+" before it for Ctrl or Cmd. */
  readonly keys: string;
  /** What it does, for the list of shortcuts. */
  readonly label: string;
  /** The heading it is listed under. */
  readonly group: string;
  /** Whether a held key goes on doing it: for moving, never for what acts on an object. */
  readonly repeats?: boolean | undefined;
  readonly run: (event: KeyboardEvent) => void;
};

let active: readonly Shortcut[] = [];
const listeners = new Set<() => void>();

/** Registers a shortcut until the returned function is called. Of two with the same key the later one wins. */
export function addShortcut(shortcut: Shortcut): () => void {
  if (active.length === 0) document.addEventListener("keydown", onKeyDown);
  update([...active, shortcut]);
  return () => {
    update(active.filter((other) => other !== shortcut));
    if (active.length === 0) document.removeEventListener("keydown", onKeyDown);
  };
}

export function activeShortcuts(): readonly Shortcut[] {
  return active;
}

export function subscribeToShortcuts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Where a letter is text: inputs that take text, text areas, selects (they search by letter) and editable elements. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !["button", "checkbox", "radio", "submit", "reset", "range", "file", "color"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/**
 * The shortcut a key press means, if any. Single keys mean nothing in text fields, with a modifier, while a modal dialog is open or
 * when they were turned off; combinations with Ctrl or Cmd work everywhere, since no text needs them.
 */
function shortcutFor(event: KeyboardEvent): Shortcut | undefined {
  if (event.defaultPrevented || event.isComposing || event.altKey) return undefined;
  const mod = event.ctrlKey || event.metaKey;
  const wanted = mod ? `mod+${event.key.toLowerCase()}` : event.key.toLowerCase();
  const found = active.findLast((shortcut) => shortcut.keys.toLowerCase() === wanted);
  if (!found || (event.repeat && !found.repeats)) return undefined;
  if (mod) return found;
  const blocked = takesText(event.target) || document.querySelector("dialog[open]") !== null || readPreference("shortcuts") === "off";
  return blocked ? undefined : found;
}

function onKeyDown(event: KeyboardEvent) {
  const shortcut = shortcutFor(event);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run(event);
}

function update(next: readonly Shortcut[]) {
  active = next;
  for (const listener of listeners) listener();
}
