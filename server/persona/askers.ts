/** For whom a call is made: a person's ID, a partner token's, or the server's own. Whoever joins later waits for the same answer. */
export type Askers = {
  readonly all: ReadonlySet<string>;
  join(asker: string): void;
  /** Is told who joins. @returns ends that */
  onJoin(heard: (asker: string) => void): () => void;
};

/** @param first who made the call that others may join */
export function createAskers(first: string): Askers {
  const all = new Set([first]);
  const hearers = new Set<(asker: string) => void>();
  return {
    all,
    join(asker) {
      if (all.has(asker)) return;
      all.add(asker);
      for (const heard of hearers) heard(asker);
    },
    onJoin(heard) {
      hearers.add(heard);
      return () => void hearers.delete(heard);
    },
  };
}
