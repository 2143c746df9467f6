import type { EventStreams } from "./event-streams";

type Pulsing = {
  /** Finds and sends what is new. */
  readonly beat: () => Promise<void>;
  readonly streams: () => EventStreams;
};

/** Every how many beats a comment shows that the connection lives. */
const beatsBetweenComments = 20;

/**
 * Beats as long as somebody listens.
 * @param everyMs never, when undefined
 * @returns to be called when a stream has been opened
 */
export function createPulse(everyMs: number | undefined, { beat, streams }: Pulsing): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  let beats = 0;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  return () => {
    if (everyMs === undefined || timer !== undefined) return;
    timer = setInterval(() => {
      if (streams().size === 0) return stop();
      beats += 1;
      if (beats % beatsBetweenComments === 0) streams().keepAlive();
      // A journal that cannot be read now may be read at the next beat.
      beat().catch(() => undefined);
    }, everyMs);
  };
}
