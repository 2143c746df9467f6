/** What waits for its turn. */
export type InLine = {
  /** Who is asking. */
  readonly asker: string;
  /** The round it is in: of everybody who waits, one goes in each. */
  readonly round: number;
  /** The order of arrival. */
  readonly place: number;
  /** Its turn has come, and whether it may go is being asked. */
  asking: boolean;
};

/**
 * A queue in which everybody who asks takes turns, however many calls each has waiting: the first of each, then the second of each. Of one
 * asker's calls, and within a round, the order of arrival counts.
 */
export function createTurns<Item extends InLine>() {
  const line: Item[] = [];
  let current = 0;

  return {
    /** The round that a call of this asker's belongs to if it comes now. */
    roundOf(asker: string): number {
      const last = line.findLast((item) => item.asker === asker);
      return last === undefined ? current : Math.max(current, last.round + 1);
    },
    /** Puts it in its place. */
    put(item: Item): void {
      const at = line.findIndex(({ round, place }) => round > item.round || (round === item.round && place > item.place));
      line.splice(at === -1 ? line.length : at, 0, item);
    },
    /** Whose turn it is, of those whom `may` lets. It keeps its place until it is removed. */
    next(may: (asker: string) => boolean): Item | undefined {
      const next = line.find(({ asker, asking }) => !asking && may(asker));
      if (next !== undefined) next.asking = true;
      return next;
    },
    /** It goes: who comes from now on is in no earlier round. */
    went({ round }: Item): void {
      current = Math.max(current, round);
    },
    /** @returns whether it was there */
    remove(item: Item): boolean {
      const at = line.indexOf(item);
      if (at !== -1) line.splice(at, 1);
      return at !== -1;
    },
  };
}
