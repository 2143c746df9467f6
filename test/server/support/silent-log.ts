import type { DatabaseLog } from "@server/db/session";

/** For tests that do not look at what is logged. */
export const silentLog: DatabaseLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
