import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { createHearers } from "./hearers";
import { abandon, prepare, runtimeConnection } from "./pool";
import { loggable, type DatabaseLog } from "./session";

const firstPauseMs = 100;
const longestPauseMs = 2_000;
const answerMs = 5_000;

const quoted = (channel: string) => pg.escapeIdentifier(channel);

/**
 * LISTEN on a connection of its own, opened when it is first needed, and opened again whenever it is lost. One that a firewall dropped, or
 * that leads to a server that is no more, looks alive: who watches the database notices, and has it renewed.
 */
export function createListener(url: string, log: DatabaseLog) {
  const hearers = createHearers(log);
  const closing = new AbortController();
  let connected: Promise<pg.Client> | undefined;
  /** The connection that listens now. */
  let current: pg.Client | undefined;
  /** Whoever gave it up tells why. */
  let isGivenUp = false;

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...runtimeConnection(url), query_timeout: answerMs });
    client.on("notification", ({ channel, payload }) => hearers.message(channel, payload ?? ""));
    // "end" follows, and is what is acted on; of one that never heard anything, whoever opens it tells
    client.on("error", (error) => {
      if (client !== current) return;
      if (!isGivenUp) log.warn(loggable(error), "the database connection that listens was lost");
      current = undefined;
    });
    try {
      await client.connect();
      await prepare(client);
      for (const channel of hearers.channels()) await client.query(`listen ${quoted(channel)}`);
    } catch (error) {
      abandon(client);
      throw error;
    }
    current = client;
    client.once("end", () => {
      current = undefined;
      if (closing.signal.aborted) return;
      connected = reconnect();
      // only closing ends it, and then nobody waits for it any more
      connected.catch(() => undefined);
    });
    return client;
  }

  async function reconnect(): Promise<pg.Client> {
    let isTold = false;
    for (let ms = firstPauseMs; ; ms = Math.min(ms * 2, longestPauseMs)) {
      // spread, so that many instances do not come back in one moment
      await pause(ms * (0.5 + Math.random()), undefined, { signal: closing.signal });
      try {
        const client = await connect();
        if (!isGivenUp) log.info({}, "the database connection that listens is back");
        isGivenUp = false;
        hearers.gap();
        return client;
      } catch (error) {
        if (!isTold && !isGivenUp && !closing.signal.aborted) {
          log.warn(loggable(error), "the database connection that listens cannot be opened");
        }
        isTold = true;
      }
    }
  }

  return {
    /** See `Database.listen`. Resolves when messages sent from now on will be heard. */
    async listen(channel: string, onMessage: (payload: string) => void, onGap: () => void) {
      const forget = hearers.add(channel, onMessage, onGap);
      try {
        connected ??= connect().catch((error: unknown) => {
          connected = undefined;
          throw error;
        });
        await (await connected).query(`listen ${quoted(channel)}`);
      } catch (error) {
        forget();
        throw error;
      }
      return async () => {
        forget();
        if (hearers.channels().has(channel) || closing.signal.aborted) return;
        // a connection that is lost listens to nothing, and the next one will not listen to this
        await connected?.then((client) => client.query(`unlisten ${quoted(channel)}`)).catch(() => undefined);
      };
    },
    /** See `Database.renew`. */
    renew(): void {
      if (current === undefined) return;
      isGivenUp = true;
      abandon(current);
    },
    async close() {
      closing.abort();
      hearers.clear();
      const client = await connected?.catch(() => undefined);
      // in good order, unless the other side is silent
      const ended = client?.end();
      await Promise.race([ended, pause(1_000, undefined, { ref: false })]);
      if (client !== undefined) abandon(client);
    },
  };
}
