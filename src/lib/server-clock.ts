/** Smaller differences are the rounding of the header and the way of the answer. */
const toleranceMs = 3_000;

type Listener = (skewMs: number) => void;

let skewMs = 0;
const listeners = new Set<Listener>();

/**
 * Learns from an answer what time it is where expiry is decided. A reviewer's wrong clock must not turn "expires in 2 minutes" into "expired",
 * and a simulator whose clock was moved takes the desk along.
 * @param date the `Date` header of an answer, to the second (RFC 9110, section 6.6.1)
 * @param localNow ms since the epoch, by this machine's clock
 */
export function noteServerTime(date: string | null, localNow: number): void {
  const server = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(server)) return;
  const found = server - localNow;
  const next = Math.abs(found) < toleranceMs ? 0 : found;
  if (Math.abs(next - skewMs) < toleranceMs) return;
  skewMs = next;
  for (const listener of listeners) listener(skewMs);
}

/** How far the server's clock is ahead of this machine's, in ms; 0 while no answer has told otherwise. */
export const serverClockSkew = (): number => skewMs;

/** Calls back when the difference changes, until the returned function is called. */
export function onServerClockSkew(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
