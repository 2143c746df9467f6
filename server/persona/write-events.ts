import type { Queryable } from "../db/database";
import { timestamp } from "../db/sql-time";
import type { WebhookEvent } from "./webhook-event";
import { skewMs, tellingEvents } from "./write-meaning";

/**
 * Notes at writes under way, or of unknown outcome, that Persona told of what they meant. Those that nobody is at are looked into at once.
 * @param now ms
 */
export async function noteWriteEvents(events: readonly WebhookEvent[], transaction: Queryable, now: number): Promise<void> {
  const telling = events.flatMap(({ name, object, createdAt }) => {
    const operation = tellingEvents.get(name);
    if (operation === undefined || object === null || createdAt === null) return [];
    return [{ operation, subject_id: object.id, at: timestamp(createdAt), until: timestamp(createdAt + skewMs) }];
  });
  if (telling.length === 0) return;
  await transaction.query(
    // in the order of IDs, so that two of these never wait for each other crosswise
    `with told as (
       select w.id, max(event.at) as at
       from jsonb_to_recordset($1::jsonb) as event (operation text, subject_id text, at timestamptz, until timestamptz)
       join persona_writes w on w.subject_id = event.subject_id and w.operation = event.operation
       where w.state <> 'answered' and w.created_at <= event.until
       group by w.id
     ), locked as (
       select w.id, told.at from persona_writes w join told on told.id = w.id order by w.id for update of w
     )
     update persona_writes w
     set told_at = locked.at, lease_until = case when w.state = 'unknown' then $2::timestamptz else w.lease_until end
     from locked where w.id = locked.id`,
    [JSON.stringify(telling), timestamp(now)],
  );
}
