import { expect, it } from "vitest";
import type { HealthState } from "../db/health";
import { healthRoutes } from "./health";

const well: HealthState = { database: "ok", audit: "ok", liveUpdates: "ok" };
const routes = (state: Partial<HealthState>, { stopping = false, unreachableMs = 0 } = {}) =>
  healthRoutes({
    health: { state: () => ({ ...well, ...state }), unreachableMs: () => unreachableMs },
    stopping: stopping ? AbortSignal.abort() : new AbortController().signal,
  });

it.each<[when: string, app: ReturnType<typeof routes>, status: number, body: string]>([
  ["with a database that does everything", routes({}), 200, "ready\n"],
  ["without its database", routes({ database: "unreachable", liveUpdates: "off" }), 503, "database unreachable\n"],
  ["on a standby", routes({ database: "takes-no-changes" }), 503, "database takes no changes\n"],
  ["without the right to audit", routes({ audit: "cannot-be-written" }), 503, "audit log can't be written\n"],
  ["behind a pooler that shares sessions", routes({ liveUpdates: "off" }), 503, "live updates are off\n"],
  [
    "with two troubles",
    routes({ audit: "cannot-be-written", liveUpdates: "off" }),
    503,
    "audit log can't be written\nlive updates are off\n",
  ],
  ["once it is stopping", routes({}, { stopping: true }), 503, "stopping\n"],
])("is ready or not %s", async (_when, app, status, body) => {
  const answer = await app.request("/readyz");
  expect([answer.status, await answer.text()]).toEqual([status, body]);
});

it.each([
  ["a database that has been away for a moment", 59_999, 200],
  ["one that has been away for a minute, which a restart may bring back", 60_000, 503],
])("is healthy or not with %s", async (_what, unreachableMs, status) => {
  expect((await routes({ database: "unreachable" }, { unreachableMs }).request("/healthz")).status).toBe(status);
});

it("is healthy while it stops", async () => {
  expect((await routes({}, { stopping: true }).request("/healthz")).status).toBe(200);
});
