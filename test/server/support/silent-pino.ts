import { pino } from "pino";

/** A log that nobody reads. */
export const silentPino = pino({ level: "silent" });
