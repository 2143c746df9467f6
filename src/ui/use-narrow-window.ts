import { useSyncExternalStore } from "react";

/** As wide as a table gets that has no room for more than its first columns (parts.css), and what may stand around it. */
const narrow = "(width < 48rem)";

/** Whether a table that fills the page may be too narrow for all but its first columns. */
export function useNarrowWindow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(narrow).matches);
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
