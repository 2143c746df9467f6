import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import { sessionChannel } from "../auth/sessions";
import type { Database } from "../db/database";
import type { DeskEnv, SignedIn } from "../http/context";
import { DeskError } from "../http/desk-error";
import { type EventStream, type EventStreamDeps, openEventStream } from "./event-stream";
import { createStreamPlaces, type StreamLimits } from "./stream-places";

export type EventStreamsDeps = Pick<EventStreamDeps, "pushes" | "sessionLife" | "health"> & {
  readonly limits?: Partial<Pick<EventStreamDeps, "heartbeatMs" | "stalledMs" | "queueLimit">>;
  readonly db: Pick<Database, "listen">;
  /** How many may be open on this instance. */
  readonly places?: Partial<StreamLimits>;
  /** Told how many streams are open, for the metrics. */
  readonly onCount?: (open: number) => void;
};

/** The event streams of this instance. */
export type EventStreams = {
  /** GET /desk/v1/events, behind `requireSession`. */
  readonly routes: Hono<DeskEnv>;
  /** Ends all streams; browsers come back to whoever is there then. */
  close(): Promise<void>;
};

type Open = {
  readonly stream: EventStream;
  readonly sessionId: string;
};

/** The streams of one instance, none of which outlives its session or `close`. */
export function createEventStreams(deps: EventStreamsDeps): EventStreams {
  const { db, pushes, sessionLife, health, limits, onCount } = deps;
  const streamDeps: EventStreamDeps = { pushes, sessionLife, health, heartbeatMs: 15_000, stalledMs: 30_000, queueLimit: 1_000, ...limits };
  const open = new Set<Open>();
  const places = createStreamPlaces(deps.places ?? {}, (taken) => onCount?.(taken));
  let listening: Promise<() => Promise<void>> | undefined;
  let closed = false;

  const checkSessions = (sessionId?: string) => {
    for (const one of open) if (sessionId === undefined || one.sessionId === sessionId) one.stream.checkSession();
  };
  async function listen(): Promise<void> {
    const starting = (listening ??= db.listen(sessionChannel, checkSessions, () => checkSessions()));
    try {
      await starting;
    } catch (error) {
      if (listening === starting) listening = undefined;
      throw error;
    }
  }

  async function opened(person: SignedIn, lastEventId: string | undefined): Promise<EventStream> {
    await listen();
    return openEventStream(streamDeps, person, lastEventId);
  }

  const routes = new Hono<DeskEnv>();
  routes.get("/desk/v1/events", async (c) => {
    const { person } = c.var;
    if (closed) throw new DeskError(503, "Stopping", undefined, { headers: { "Retry-After": "1" } });
    // whoever asks for the headers alone gets no stream
    if (c.req.method === "HEAD") return c.body(null, 200, { "content-type": "text/event-stream" });
    const release = places.take(person);
    const stream = await opened(person, c.req.header("last-event-id")).catch((error: unknown) => {
      release();
      throw error;
    });
    const one: Open = { stream, sessionId: person.sessionId };
    open.add(one);
    // It may have been stopped while the stream was being opened.
    if (closed) stream.end();
    const response = streamSSE(c, async (sse) => {
      sse.onAbort(() => stream.end());
      const outcome = await stream.run({ write: (text) => sse.write(text) });
      open.delete(one);
      release();
      // Nobody takes what was written: closing in good order would wait for them.
      if (outcome === "stalled") connectionOf(c)?.destroy();
    });
    // Proxies like nginx collect an answer before they pass it on, unless told otherwise.
    response.headers.set("X-Accel-Buffering", "no");
    return response;
  });

  return {
    routes,
    async close() {
      closed = true;
      for (const { stream } of open) stream.end();
      const stop = await listening?.catch(() => undefined);
      await stop?.();
    },
  };
}

/** The connection under a request; none where a test calls the app directly. */
function connectionOf(c: Context<DeskEnv>): HttpBindings["outgoing"] | undefined {
  // @hono/node-server puts it there
  return (c.env as Partial<HttpBindings> | undefined)?.outgoing;
}
