import { fileURLToPath } from "node:url";
import pino from "pino";
import { errorKind } from "@/lib/error-kind";
import { readConfig } from "./config/read-config";
import { createDatabase } from "./db/open-database";
import { createDesk } from "./desk";
import { listen } from "./http/listen";
import { createMetrics, serveMetrics } from "./http/metrics";

/** The bundle lies in `dist-server/`, beside the application that `npm run build` made. In development Vite serves the application. */
const application = import.meta.env.MODE === "development" ? undefined : fileURLToPath(new URL("../dist", import.meta.url));

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime });
  const metrics = createMetrics();
  const db = await createDatabase(config.database, log);
  const desk = await createDesk({ config, db, log, metrics, application });
  const listening = await listen(desk.app, config.listen);
  const metricsServer = config.metrics && (await serveMetrics(metrics, config.metrics));

  let stopping = false;
  /** Tells the load balancer, waits until it knows, answers what is being asked, ends. */
  const stop = async (details: object, drainSeconds: number, exitCode: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info(details, "stopping");
    desk.drain();
    await later(drainSeconds);
    const late = later(config.stopSeconds);
    await Promise.race([desk.leave(), late]);
    await listening.stop(late);
    // a write that still waits for Persona's rate limit is a row in the database: another instance sends it
    await Promise.race([desk.stop(), late]);
    metricsServer?.close();
    await Promise.race([db.close(), late]);
    log.info("stopped");
    process.exit(exitCode);
  };
  const run = (...how: Parameters<typeof stop>) => {
    stop(...how).catch((error: unknown) => {
      log.error({ error: errorKind(error) }, "the stop failed");
      process.exit(1);
    });
  };
  process.once("SIGTERM", (signal) => run({ signal }, config.drainSeconds, 0));
  // somebody at a terminal, with no load balancer to wait for
  process.once("SIGINT", (signal) => run({ signal }, 0, 0));
  // what state it left behind is not known: another process takes over
  for (const event of ["unhandledRejection", "uncaughtException"] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ error: errorKind(error) }, "a failure that nobody expected");
      run({ reason: event }, config.drainSeconds, 1);
    });
  }
  // not by the log, which may be told to be silent: whoever started it waits for this line
  process.stdout.write(`Inquiry Desk is listening on ${config.listen.host}:${listening.port} for ${config.publicUrl.origin}\n`);
}

const later = (seconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, seconds * 1000));

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // at once, whatever is open by now: nothing is lost by a kill
  process.exit(1);
});
