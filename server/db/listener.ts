import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { createHearers } from "./hearers";
import { abandon, prepare, runtimeConnection } from "./pool";
import { loggable, type DatabaseLog } from "./session";

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** A connection that a firewall dropped looks alive until something is asked of it. */
const CHECK_EVERY_MS = 20_000;
const CHECK_MS = 5_000;

const quoted = (channel: string) => pg.escapeIdentifier(channel);

/** LISTEN on a connection of its own, opened when it is first needed, and opened again whenever it is lost. */
export function createListener(url: string, log: DatabaseLog) {
  const hearers = createHearers(log);
  const closing = new AbortController();
  let connected: Promise<pg.Client> | undefined;

  async function connect(): Promise<pg.Client> {
    // notices that the server is gone even while nothing is sent
    const client = new pg.Client({ ...runtimeConnection(url), query_timeout: CHECK_MS });
    client.on("notification", ({ channel, payload }) => hearers.message(channel, payload ?? ""));
    // "end" follows, and is what is acted on
    client.on("error", (error) => log.warn(loggable(error), "the database connection that listens was lost"));
    try {
      await client.connect();
      await prepare(client);
      for (const channel of hearers.channels()) await client.query(`listen ${quoted(channel)}`);
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    const check = setInterval(() => {
      client.query("select 1").catch((error: unknown) => {
        log.warn(loggable(error), "the database connection that listens does not answer");
        abandon(client);
      });
    }, CHECK_EVERY_MS).unref();
    client.once("end", () => {
      clearInterval(check);
      if (closing.signal.aborted) return;
      connected = reconnect();
      // only closing ends it, and then nobody waits for it any more
      connected.catch(() => undefined);
    });
    return client;
  }

  async function reconnect(): Promise<pg.Client> {
    for (let ms = FIRST_PAUSE_MS; ; ms = Math.min(ms * 2, LONGEST_PAUSE_MS)) {
      // spread, so that many instances do not come back in one moment
      await pause(ms * (0.5 + Math.random()), undefined, { signal: closing.signal });
      try {
        const client = await connect();
        log.info({}, "the database connection that listens is back");
        hearers.gap();
        return client;
      } catch (error) {
        log.warn(loggable(error), "the database connection that listens cannot be opened");
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
    async close() {
      closing.abort();
      hearers.clear();
      const client = await connected?.catch(() => undefined);
      await client?.end();
    },
  };
}
