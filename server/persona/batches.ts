/**
 * Does work for many at once: what is added while a batch is being worked on goes together into the next. Whoever adds waits only for the
 * batch they are in.
 * @param work returns one result per item, in their order
 * @param options.alone whether what failed may be the fault of one item: then each is tried alone, so that the others don't suffer
 */
export function createBatches<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  { size, alone }: { readonly size: number; readonly alone: (error: unknown) => boolean },
) {
  type Waiting = {
    readonly item: Item;
    readonly resolve: (result: Result) => void;
    readonly reject: (error: unknown) => void;
  };
  const queue: Waiting[] = [];
  let working = false;

  async function settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await work(batch.map(({ item }) => item));
      // `work` promises one result per item
      batch.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      if (batch.length > 1 && alone(error)) for (const waiting of batch) await settle([waiting]);
      else for (const { reject } of batch) reject(error);
    }
  }

  async function drain(): Promise<void> {
    if (working) return;
    working = true;
    while (queue.length > 0) await settle(queue.splice(0, size));
    working = false;
  }

  return {
    add: (item: Item): Promise<Result> =>
      new Promise((resolve, reject) => {
        queue.push({ item, resolve, reject });
        void drain();
      }),
  };
}
