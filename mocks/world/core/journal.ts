/** What a world grew from. Replaying the entries over the same origin gives the same world. */
export type JournalOrigin = {
  seed: string;
  scenario: string;
  /** World time at the start, milliseconds: the dates of a seed are relative to it. */
  startedAt: number;
};

/** One request that changed the world. */
export type JournalEntry = {
  /** World time in milliseconds; replay it inside `world.clock.at(entry.at, …)`. */
  at: number;
  method: string;
  url: string;
  /** Only the headers that matter to the outcome, such as Idempotency-Key. */
  headers: Record<string, string>;
  body: string | null;
  /** What it was answered. A replay that comes out otherwise happens in another world than the one it was made in. */
  status: number;
  /** The environment it was sent to, where requests tell them apart. */
  as?: string;
};

export type JournalContent = {
  origin: JournalOrigin | undefined;
  entries: JournalEntry[];
};

/**
 * Where the requests that made a world are kept. Two tabs share a world by holding `lock` around every request, reads too: inside it
 * they first apply the entries they have not seen, then take the time, then answer, then append. So the times of all requests rise.
 */
export type Journal = {
  /** @param from entries to skip, for those who have applied them already (default 0) */
  load(from?: number): JournalContent;
  /** Starts anew: forgets all entries and notes what the world grows from. */
  begin(origin: JournalOrigin): void;
  append(entries: JournalEntry[]): void;
  /** Forgets origin and entries. */
  clear(): void;
  /** Runs `work` while nobody else holds the journal. */
  lock<Result>(work: () => Promise<Result>): Promise<Result>;
};

/** A journal that ends with the process. @param initial what is in it from the beginning */
export function createMemoryJournal(initial: JournalContent = { origin: undefined, entries: [] }): Journal {
  let content = { ...initial };
  return {
    load: (from = 0) => ({ origin: content.origin, entries: content.entries.slice(from) }),
    begin: (origin) => {
      content = { origin, entries: [] };
    },
    append: (entries) => {
      content.entries.push(...entries);
    },
    clear: () => {
      content = { origin: undefined, entries: [] };
    },
    lock: createQueue(),
  };
}

/** One after another, within this process. A failure passes to its caller and does not stop those behind it. */
export function createQueue(): Journal["lock"] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
