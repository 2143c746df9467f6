/** How long calls count as short, ms: the minute after is as busy at its end, however many are left at its beginning. */
const memoryMs = 60_000;

/** What the answers to one page tell of the calls that Persona allows. */
export function createSpareCalls() {
  let shortUntil = 0;
  return {
    /**
     * Takes note of Persona's `RateLimit-*` headers. Calls are short when fewer are left than lists and objects would leave, were the minute's calls
     * spread evenly (by the floors of `server/persona/budget.ts`): somebody waits for one then.
     */
    note(headers: Headers): void {
      const [limit = 0, left = 0, seconds = 0] = ["Limit", "Remaining", "Reset"].map((part) => Number(headers.get(`RateLimit-${part}`)));
      // the desk's own answers, and those that are shared for a while, say nothing of it
      if (limit > 0 && left / limit < 0.1 + (0.7 * seconds) / 60) shortUntil = Date.now() + memoryMs;
    },
    /** For how long calls are left to those who can't go on without, ms; 0 where there are enough for what is good to have. */
    shortFor: (): number => Math.max(0, shortUntil - Date.now()),
  };
}

/** Of the page that is open. */
export const spareCalls = createSpareCalls();
