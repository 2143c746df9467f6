import { Hono } from "hono";
import type { DeskSessionLife } from "@/api/generated/desk/types.gen";
import type { Role } from "@/domain/viewer";
import type { Database } from "@server/db/database";
import type { HealthState } from "@server/db/health";
import { createEventStreams, type EventStreamsDeps } from "@server/stream/event-stream-routes";
import type { Push } from "@server/push/push";
import { createPushStore } from "@server/push/push-store";
import type { DeskEnv } from "@server/http/context";
import { errorAnswer } from "@server/http/error-answer";
import { readEvents } from "./event-reader";

export const at = Date.parse("2026-03-02T09:00:00.000Z");
/** A session that ends in so many minutes unless it is extended. */
export const life = (minutes: number): DeskSessionLife => ({
  idleExpiresAt: new Date(at + minutes * 60_000).toISOString(),
  absoluteExpiresAt: new Date(at + 600 * 60_000).toISOString(),
  warnSeconds: 120,
});
/** A database that does everything. */
export const wellHealth: HealthState = { database: "ok", audit: "ok", liveUpdates: "ok" };
export const alwaysWell: EventStreamsDeps["health"] = { state: () => wellHealth, onChange: () => () => undefined };
/** A change of an inquiry. */
export const push = (id: string, roles?: Role[]): Push => ({ change: { type: "inquiry", id, related: [] }, ...(roles && { roles }) });

/** One instance of the server, as far as streams go. */
export function eventInstance(db: Database, more: Partial<EventStreamsDeps> = {}) {
  const lives = new Map<string, DeskSessionLife>();
  let counted = 0;
  const pushes = createPushStore({ db, now: () => at });
  const streams = createEventStreams({
    db,
    pushes,
    health: alwaysWell,
    sessionLife: async (sessionId) => lives.get(sessionId),
    onCount: (open) => {
      counted = open;
    },
    ...more,
  });
  const app = new Hono<DeskEnv>();
  app.onError(errorAnswer);
  app.use(async (c, next) => {
    // stands for requireSession
    const [id = "", role = ""] = (c.req.header("x-test-person") ?? "").split(" ");
    c.set("person", { sessionId: `session_${id}`, user: { id, name: id, emailAddress: `${id}@desk.example` }, role: role as Role });
    await next();
  });
  app.route("/", streams.routes);
  const open = async (person = "noa reviewer", lastEventId?: string) => {
    const sessionId = `session_${person.split(" ")[0]}`;
    if (!lives.has(sessionId)) lives.set(sessionId, life(30));
    const headers = { "x-test-person": person, ...(lastEventId !== undefined && { "last-event-id": lastEventId }) };
    const response = await app.request("/desk/v1/events", { headers });
    return { response, ...(response.status === 200 ? { events: readEvents(response) } : {}) };
  };
  /** A stream that has begun. */
  const listen = async (person?: string, lastEventId?: string) => {
    const { events } = await open(person, lastEventId);
    if (!events) throw new Error("The stream was refused.");
    await events.opened();
    return events;
  };
  return {
    pushes,
    streams,
    lives,
    open,
    listen,
    count: () => counted,
    async close() {
      await streams.close();
      await pushes.close();
    },
  };
}

/** The IDs of the next changes; of other events their names. */
export const ids = async (events: Awaited<ReturnType<ReturnType<typeof eventInstance>["listen"]>>, count: number) => {
  const seen: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    const next = await events.next();
    // `change` events carry a DeskChange
    seen.push(next?.event === "change" ? (next.data as { id: string }).id : next?.event);
  }
  return seen;
};
