import { useSyncExternalStore } from "react";

const storageKey = "desk.people-seen";
const most = 6;
const accountId = /^act_[A-Za-z0-9]{1,60}$/;
const nobody: readonly string[] = [];

/** What was read last, so that the same list is the same object as long as storage says the same. */
let last = { text: "", ids: nobody };

/**
 * The accounts opened lately in this browser, newest first. Only their Persona IDs are kept: no name, no reference ID, nothing that
 * says anything about a person to who finds it.
 */
export function peopleSeen(): readonly string[] {
  const text = read();
  if (text !== last.text) {
    last = {
      text,
      ids: text
        .split(",")
        .filter((id) => accountId.test(id))
        .slice(0, most),
    };
  }
  return last.ids;
}

/** Puts an account on top of the list. */
export function rememberPerson(id: string): void {
  if (!accountId.test(id)) return;
  const ids = [id, ...peopleSeen().filter((other) => other !== id)].slice(0, most);
  try {
    localStorage.setItem(storageKey, ids.join(","));
  } catch {
    // Private windows and full storage: then nothing is remembered.
  }
}

export function usePeopleSeen(): readonly string[] {
  return useSyncExternalStore(subscribe, peopleSeen);
}

function read(): string {
  try {
    return localStorage.getItem(storageKey) ?? "";
  } catch {
    return "";
  }
}

/** Other tabs tell; this tab's own changes happen on other pages. */
function subscribe(listener: () => void): () => void {
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}
