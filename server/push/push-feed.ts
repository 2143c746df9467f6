import type { StoredPush } from "./push";

export type PushFeedSource = {
  after(seq: number, limit: number): Promise<StoredPush[]>;
  latest(): Promise<number>;
  listen(onMessage: () => void, onGap: () => void): Promise<() => Promise<void>>;
};

const pageSize = 500;
const retryMs = 1_000;

/**
 * One reader of the stored pushes for everybody on this instance: woken by a notification, it reads what follows the last it has seen and
 * hands it on. A notification that is lost costs nothing: the next one, or the end of a gap, reads on from the same place.
 */
export function createPushFeed(source: PushFeedSource) {
  const listeners = new Set<(push: StoredPush) => void>();
  let started: Promise<() => Promise<void>> | undefined;
  let seen = 0;
  let reading = false;
  let wanted = false;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  async function start(): Promise<() => Promise<void>> {
    let ready = false;
    const wake = () => {
      if (ready) void read();
    };
    const stop = await source.listen(wake, wake);
    try {
      seen = await source.latest();
    } catch (error) {
      await stop();
      throw error;
    }
    ready = true;
    // What was notified while the last one was asked for.
    void read();
    return stop;
  }

  async function read(): Promise<void> {
    wanted = true;
    if (reading) return;
    reading = true;
    try {
      while (wanted && !closed) {
        wanted = false;
        const page = await source.after(seen, pageSize);
        for (const push of page) {
          seen = push.seq;
          for (const listener of listeners) listener(push);
        }
        if (page.length === pageSize) wanted = true;
      }
    } catch {
      // The database is away for a moment. Nothing was passed over, so reading on later loses nothing.
      clearTimeout(retry);
      if (!closed) retry = setTimeout(() => void read(), retryMs).unref();
    } finally {
      reading = false;
    }
  }

  return {
    async subscribe(listener: (push: StoredPush) => void): Promise<() => void> {
      const starting = (started ??= start());
      try {
        await starting;
      } catch (error) {
        if (started === starting) started = undefined;
        throw error;
      }
      // A change that is committed, but not yet read here, reaches the listener as well; it may come a second time out of the store.
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close(): Promise<void> {
      closed = true;
      clearTimeout(retry);
      listeners.clear();
      const stop = await started?.catch(() => undefined);
      await stop?.();
    },
  };
}
