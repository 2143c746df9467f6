import { AsyncResource } from "node:async_hooks";
import { loggable, type DatabaseLog } from "./session";

type Hearer = {
  readonly channel: string;
  readonly onMessage: (payload: string) => void;
  readonly onGap: () => void;
};

/** Who wants to hear what on one database. */
export function createHearers(log: DatabaseLog) {
  const hearers = new Set<Hearer>();

  /** One that throws must not keep the others from hearing. */
  const tell = (hear: () => void) => {
    try {
      hear();
    } catch (error) {
      log.error(loggable(error), "a message of the database was not handled");
    }
  };

  return {
    /** @returns forgets it again */
    add(channel: string, onMessage: (payload: string) => void, onGap: () => void): () => void {
      // what hears runs as part of who listens, never as part of the transaction whose commit sent the message
      const hearer: Hearer = { channel, onMessage: AsyncResource.bind(onMessage), onGap: AsyncResource.bind(onGap) };
      hearers.add(hearer);
      return () => hearers.delete(hearer);
    },
    message(channel: string, payload: string): void {
      for (const hearer of hearers) if (hearer.channel === channel) tell(() => hearer.onMessage(payload));
    },
    gap(): void {
      for (const hearer of hearers) tell(hearer.onGap);
    },
    channels: () => new Set([...hearers].map(({ channel }) => channel)),
    clear: () => hearers.clear(),
  };
}
