import { Hono } from "hono";
import type { Database } from "../db/database";

interface Health {
  readonly db: Database;
  /** Aborted once the server is stopping. */
  readonly stopping: AbortSignal;
}

/**
 * `/healthz`: the process answers; a failure asks for a restart. `/readyz`: it can do its work now; a failure asks the load balancer to
 * send people elsewhere, as it does while the server stops. Persona's health is nobody's reason to stop serving.
 */
export function healthRoutes({ db, stopping }: Health): Hono {
  const app = new Hono();
  app.get("/healthz", (c) => c.text("ok\n"));
  app.get("/readyz", async (c) => {
    if (stopping.aborted) return c.text("stopping\n", 503);
    try {
      await db.query("select 1");
      return c.text("ready\n");
    } catch {
      return c.text("database unavailable\n", 503);
    }
  });
  return app;
}
