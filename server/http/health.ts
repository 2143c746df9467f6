import { Hono } from "hono";
import type { Health, HealthState } from "../db/health";

type HealthRoutes = {
  readonly health: Pick<Health, "state" | "unreachableMs">;
  /** Aborted once the server is stopping. */
  readonly stopping: AbortSignal;
};

/** After this a restart may bring the database back where waiting did not. */
const restartAfterMs = 60_000;

/**
 * `/healthz`: the process can still come to do its work; a failure asks for a restart. `/readyz`: it can do all of it now; a failure asks
 * the load balancer to send people elsewhere, as it does while the server stops. Neither asks the database anything: how it does is
 * watched in the background. Whether Persona answers does not count: the desk serves without it.
 */
export function healthRoutes({ health, stopping }: HealthRoutes): Hono {
  const app = new Hono();
  app.get("/healthz", (c) =>
    health.unreachableMs() < restartAfterMs ? c.text("ok\n") : c.text("database unreachable for a minute\n", 503),
  );
  app.get("/readyz", (c) => {
    if (stopping.aborted) return c.text("stopping\n", 503);
    const troubles = troublesOf(health.state());
    return troubles.length === 0 ? c.text("ready\n") : c.text(`${troubles.join("\n")}\n`, 503);
  });
  return app;
}

function troublesOf({ database, audit, liveUpdates }: HealthState): string[] {
  // of the rest nothing is known while it is away
  if (database === "unreachable") return ["database unreachable"];
  return [
    ...(database === "takes-no-changes" ? ["database takes no changes"] : []),
    ...(audit === "cannot-be-written" ? ["audit log can't be written"] : []),
    ...(liveUpdates === "off" ? ["live updates are off"] : []),
  ];
}
