import type { Queryable } from "../db/database";
import type { Pushes } from "../push/push";

/** Tells open lists of sessions that one began or ended. To be called in the transaction, before the audit entry. */
export const tellSessions = (pushes: Pushes, sessionId: string, transaction: Queryable): Promise<void> =>
  pushes.publish({ change: { type: "session", id: sessionId, related: [] } }, transaction);
