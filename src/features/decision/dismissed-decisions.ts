import { useSyncExternalStore } from "react";
import { readTexts } from "@/lib/read";

const storageKey = "desk.dismissed-decisions";
const mostKept = 50;
const listeners = new Set<() => void>();
/** Where storage refuses, it is remembered for as long as the page lives. */
let unstored: string | undefined;

/** The IDs of decisions whose outcome the person has put away, in any tab of this browser. IDs alone say nothing about anybody. */
export function useDismissed(): ReadonlySet<string> {
  const text = useSyncExternalStore(subscribe, readStored);
  return new Set(idsIn(text));
}

/** Puts the outcome of a decision away: it does not come back with a reload. */
export function dismiss(decisionId: string): void {
  const text = JSON.stringify([...idsIn(readStored()), decisionId].slice(-mostKept));
  try {
    localStorage.setItem(storageKey, text);
    unstored = undefined;
  } catch {
    unstored = text;
  }
  for (const listener of listeners) listener();
}

function readStored(): string {
  try {
    return unstored ?? localStorage.getItem(storageKey) ?? "";
  } catch {
    return unstored ?? "";
  }
}

function idsIn(text: string): string[] {
  try {
    return readTexts(JSON.parse(text));
  } catch {
    return [];
  }
}

function subscribe(listener: () => void): () => void {
  const onStorage = (event: StorageEvent) => (event.key === null || event.key === storageKey) && listener();
  listeners.add(listener);
  window.addEventListener("storage", onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", onStorage);
  };
}
