import type { AuditWriter } from "../audit/audit-entry";
import type { Queryable } from "../db/database";
import type { Pushes } from "../push/push";
import type { EndedSession } from "./sessions";
import { tellSessions } from "./tell-sessions";

const actor = { type: "system", id: "identity-provider", name: "Identity provider" } as const;

/** Tells open lists of sessions that the provider ended, and writes it down, an entry a person. To be called last in the transaction. */
export async function endedByProvider(
  { audit, pushes }: { readonly audit: Pick<AuditWriter, "append">; readonly pushes: Pushes },
  ended: readonly EndedSession[],
  reason: string,
  requestId: string | null,
  transaction: Queryable,
): Promise<void> {
  const [first] = ended;
  if (!first) return;
  await tellSessions(pushes, first.id, transaction);
  for (const personId of new Set(ended.map((session) => session.personId))) {
    const sessions = ended.filter((session) => session.personId === personId).length;
    const input = { action: "end-session", outcome: "done", actor, subject: { type: "person", id: personId } } as const;
    await audit.append({ ...input, reason, requestId, details: { sessions } }, transaction);
  }
}
