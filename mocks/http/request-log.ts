/** One request as the simulator saw it. Bodies, keys and links are never kept. */
export type LoggedRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** Persona's name of the operation; absent for a path that is none. */
  readonly operation?: string;
  readonly idempotencyKey?: string;
  /** Milliseconds of the real clock, with fractions: what ran side by side overlaps. */
  readonly startedAt: number;
  answeredAt?: number;
  /** The status, or "network" when the connection broke. */
  status?: number | "network";
};

const mostKept = 2000;

/** A log of requests. `start` when one comes in, `finish` when it is answered. */
export type RequestLog = {
  start(request: Pick<LoggedRequest, "method" | "path" | "query" | "operation" | "idempotencyKey">): LoggedRequest;
  finish(entry: LoggedRequest, status: number | "network"): void;
  entries(): readonly LoggedRequest[];
  clear(): void;
};

/** The latest requests, oldest first: tests read duplicates and waterfalls out of it. */
export function createRequestLog(now: () => number = () => performance.timeOrigin + performance.now()): RequestLog {
  let entries: LoggedRequest[] = [];
  return {
    start(request) {
      const entry: LoggedRequest = { ...request, startedAt: now() };
      entries.push(entry);
      if (entries.length > mostKept) entries.shift();
      return entry;
    },
    finish(entry, status) {
      entry.answeredAt = now();
      entry.status = status;
    },
    entries: () => entries,
    clear() {
      entries = [];
    },
  };
}
