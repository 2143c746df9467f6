import { fileURLToPath } from "node:url";
import pino from "pino";
import { errorKind } from "@/lib/error-kind";
import { readConfig } from "./config/read-config";
import { createDatabase } from "./db/open-database";
import { createDesk } from "./desk";
import { listen } from "./http/listen";
import { createMetrics, serveMetrics } from "./http/metrics";

/** The bundle lies in `dist-server/`, beside the application that `npm run build` made. */
const application = fileURLToPath(new URL("../dist", import.meta.url));

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = pino({ level: config.logLevel, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime });
  const metrics = createMetrics();
  const db = await createDatabase(config.database, log);
  const desk = await createDesk({ config, db, log, metrics, application });
  const listening = await listen(desk.app, config.listen);
  const metricsServer = config.metrics && (await serveMetrics(metrics, config.metrics));

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "stopping");
    await desk.leave();
    await listening.stop(config.stopSeconds);
    // a write that still waits for Persona's rate limit is a row in the database: another instance sends it
    await Promise.race([desk.stop(), later(config.stopSeconds)]);
    metricsServer?.close();
    await Promise.race([db.close(), later(config.stopSeconds)]);
    log.info("stopped");
    process.exit();
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      stop(signal).catch((error: unknown) => {
        log.error({ error: errorKind(error) }, "the stop failed");
        process.exit(1);
      });
    });
  }
  // not by the log, which may be told to be silent: whoever started it waits for this line
  process.stdout.write(`Inquiry Desk is listening on ${config.listen.host}:${listening.port} for ${config.publicUrl.origin}\n`);
}

const later = (seconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, seconds * 1000).unref());

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
