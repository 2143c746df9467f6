/** Runs one piece of work after the other, in the order in which they came. */
export function createQueue() {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  return {
    /** @throws what `work` throws; once closed, always */
    run<T>(work: () => Promise<T>): Promise<T> {
      if (closed) return Promise.reject(new Error("The database is closed."));
      const result = last.then(work);
      last = result.catch(() => undefined);
      return result;
    },
    /** Takes no more work, and waits for what is there. */
    async close(): Promise<void> {
      closed = true;
      await last;
    },
  };
}
