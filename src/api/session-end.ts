/** How a session ended: an answer or the event stream told it, or the person signed out on purpose, here or in another tab. */
export type SessionEnd = "expired" | "left";

let end: SessionEnd | undefined;
const listeners = new Set<() => void>();

/** How the session ended; undefined while nothing says that it did. */
export const sessionEnd = (): SessionEnd | undefined => end;

/** Calls back when it changes, until the returned function is called. */
export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Who left on purpose stays gone, whatever answers still come in. */
export function noteSessionEnd(how: SessionEnd): void {
  change(end === "left" ? end : how);
}

/** Somebody is signed in: the only thing that ends an end. */
export const noteSessionBegin = (): void => change(undefined);

function change(next: SessionEnd | undefined) {
  if (next === end) return;
  end = next;
  for (const listener of listeners) listener();
}
