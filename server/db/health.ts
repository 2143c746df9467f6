import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Database, Queryable } from "./database";
import { loggable, type DatabaseLog } from "./session";
import { isUnavailable } from "./unavailable";

/** What the database can do at the moment, as far as the desk depends on it. */
export type HealthState = {
  readonly database: "ok" | "unreachable" | "takes-no-changes";
  readonly audit: "ok" | "cannot-be-written";
  /** Whether a notification that this instance sends itself is heard; else open screens are not told what others change. */
  readonly liveUpdates: "ok" | "off";
};

/** What is known of the database, kept up to date in the background. */
export type Health = {
  state(): HealthState;
  /** For how long the database has been unreachable without a break, ms; 0 where it answers. */
  unreachableMs(): number;
  /** @param listener called after each change @returns stops */
  onChange(listener: (state: HealthState) => void): () => void;
  /** Looks once. Never throws. */
  check(): Promise<void>;
  /** Looks every few seconds. @returns stops */
  start(): () => void;
};

export type HealthDeps = {
  readonly db: Database;
  /** Whether the audit log can be written, asked in a transaction. */
  readonly canAudit: (transaction: Queryable) => Promise<boolean>;
  readonly log: DatabaseLog;
  /** ms */
  readonly now: () => number;
  /** How long the database and its notification may take, ms each. */
  readonly patienceMs?: number;
};

const everyMs = 3_000;
const channel = "desk_heartbeat";
const beat = `
insert into heartbeat as known (only_row, beat_at) values (true, now())
on conflict (only_row) do update set beat_at = excluded.beat_at`;

/** How `room` is made to lie on the disk, beside the tables, whatever the server is set to. */
const onDisk = "select set_config('work_mem', '64kB', true), set_config('temp_tablespaces', '', true)";
/** Takes 140 kB for a moment: a row that is written again and again finds room in its own page, however full the disk is. */
const room = "select count(*) from generate_series(1, 10000)";

const words = {
  unreachable: "the database does not answer",
  "takes-no-changes": "the database takes no changes",
  database: "the database works again",
  "cannot-be-written": "the audit log cannot be written",
  audit: "the audit log can be written again",
  off:
    "live updates are off: what this instance notifies itself of is not heard. A pooler between it and the database has to keep a session for " +
    "each connection (PgBouncer: pool_mode=session)",
  liveUpdates: "live updates are on again",
} as const;

/** Watches a database: writes a row, asks for the right to audit and for room, and sends itself a notification. Each change is logged once. */
export function createHealth({ db, canAudit, log, now, patienceMs = 3_000 }: HealthDeps): Health {
  const listeners = new Set<(state: HealthState) => void>();
  let state: HealthState = { database: "ok", audit: "ok", liveUpdates: "ok" };
  let unreachableSince: number | undefined;

  function become(next: Partial<HealthState>, cause?: unknown): void {
    const before = state;
    state = { ...state, ...next };
    const changed = (["database", "audit", "liveUpdates"] as const).filter((part) => state[part] !== before[part]);
    for (const part of changed) {
      const value = state[part];
      if (value === "ok") log.info({}, words[part]);
      else log.error(cause === undefined ? {} : { error: loggable(cause) }, words[value]);
    }
    if (state.database !== "unreachable") unreachableSince = undefined;
    else unreachableSince ??= now();
    if (changed.length > 0) for (const listener of listeners) listener(state);
  }

  /** Rejects when `work` takes too long; it goes on, and nobody waits for it. */
  async function inTime<T>(work: Promise<T>): Promise<T> {
    work.catch(() => undefined);
    const timer = new AbortController();
    const late = pause(patienceMs, undefined, { signal: timer.signal, ref: false }).then(() => {
      throw new Error("No answer in time");
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      late.catch(() => undefined);
      timer.abort();
    }
  }

  /** Resolves when there is room for more on the disk. */
  async function findRoom(): Promise<void> {
    try {
      await inTime(
        db.transaction(async (transaction) => {
          await transaction.query(onDisk);
          await transaction.query(room);
        }),
      );
    } catch (error) {
      // who keeps temporary files small (temp_file_limit) says nothing of the disk
      if (!isUnavailable(error) || error.trouble !== "busy") throw error;
    }
  }

  /** Resolves when a notification came back. It is listened for each time, so that a connection that is being renewed is waited for. */
  async function hearMyself(): Promise<void> {
    const nonce = randomUUID();
    let heard: () => void = () => undefined;
    const hearing = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const listening = db.listen(
      channel,
      (payload) => {
        if (payload === nonce) heard();
      },
      () => undefined,
    );
    try {
      await inTime(listening.then(() => db.query("select pg_notify($1, $2)", [channel, nonce])).then(() => hearing));
    } finally {
      listening.then((stop) => stop()).catch(() => undefined);
    }
  }

  /** A row written, the right to audit, and room on the disk; then a notification that has to come back. */
  async function check(): Promise<void> {
    try {
      const canBeAudited = await inTime(
        db.transaction(async (transaction) => {
          await transaction.query(beat);
          return canAudit(transaction);
        }),
      );
      await findRoom();
      become({ database: "ok", audit: canBeAudited ? "ok" : "cannot-be-written" });
    } catch (error) {
      const trouble = isUnavailable(error) ? error.trouble : undefined;
      // a lock that is not to be had in time says nothing of the database
      if (trouble === "busy") return;
      const wasThere = state.database !== "unreachable";
      const isAway = trouble === "does-not-answer" || !isRefusal(error);
      become({ database: isAway ? "unreachable" : "takes-no-changes" }, error);
      // there may be another server by now under the same name, or a way that new connections find
      db.renew("silent");
      if (isAway && wasThere) db.renew("listening");
      return;
    }
    try {
      await hearMyself();
      become({ liveUpdates: "ok" });
    } catch (error) {
      become({ liveUpdates: "off" }, error);
      db.renew("listening");
    }
  }

  return {
    state: () => state,
    unreachableMs: () => (unreachableSince === undefined ? 0 : now() - unreachableSince),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    check,
    start() {
      const stopping = new AbortController();
      const run = async () => {
        while (!stopping.signal.aborted) {
          await pause(everyMs, undefined, { signal: stopping.signal, ref: false });
          await check();
        }
      };
      // only stopping ends it
      run().catch(() => undefined);
      return () => stopping.abort();
    },
  };
}

/** PostgreSQL answered, and said no. */
const isRefusal = (error: unknown): boolean => error instanceof Error && "code" in error && typeof error.code === "string";
