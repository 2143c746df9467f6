import type { DeviceIndex } from "../devices/device-index";
import type { IssuedLinks } from "../links/issued-links";
import type { PushStore } from "../push/push-store";
import type { Database } from "../db/database";
import { timestamp } from "../db/sql-time";
import { createBatches } from "./batches";
import { endsOf } from "./inquiry-observation";
import { lockInquiries, noteMatches } from "./inquiry-findings";
import type { InquiryStates } from "./inquiry-states";
import { changeOf, type WebhookEvent } from "./webhook-event";
import { noteWriteEvents } from "./write-events";

export type WebhookOutcome = "stored" | "duplicate";

export type WebhookStore = {
  /** Stores an event with all that follows from it; resolves when that is committed. */
  store(event: WebhookEvent): Promise<WebhookOutcome>;
};

type WebhookStoreDeps = {
  readonly db: Database;
  readonly inquiryStates: Pick<InquiryStates, "noteMany">;
  readonly pushes: Pick<PushStore, "publishMany">;
  /** The ledger of links, which end with their inquiry. */
  readonly links?: Pick<IssuedLinks, "noteInquiryStates" | "noteUse">;
  readonly devices?: Pick<DeviceIndex, "note">;
  readonly now: () => number;
};

/** Where instances hear that what they cached of a resource type may be old; the payload is the type. */
export const cacheChannel = "desk_cache";
const batchSize = 100;

// In the order of IDs, so that two statements never wait for each other crosswise.
const insert = `
insert into webhook_events as known (event_id, name, object_type, object_id, created_at, received_at)
select event_id, name, object_type, object_id, created_at, $1::timestamptz
from jsonb_to_recordset($2::jsonb) as told (event_id text, name text, object_type text, object_id text, created_at timestamptz)
order by event_id
on conflict (event_id) do update set attempts = known.attempts + 1
returning event_id as "eventId", attempts`;

/**
 * Stores webhooks once each, in any order: event, inquiry state, push and cache notice in one transaction, and those that arrive while one
 * is being committed together in the next.
 */
export function createWebhookStore({ db, inquiryStates, pushes, links, devices, now }: WebhookStoreDeps): WebhookStore {
  const storeAll = (events: readonly WebhookEvent[]): Promise<WebhookOutcome[]> =>
    db.transaction(async (transaction) => {
      const unique = new Map(events.map((event) => [event.eventId, event]));
      const rows = [...unique.values()].map((event) => ({
        event_id: event.eventId,
        name: event.name,
        object_type: event.object?.type ?? null,
        object_id: event.object?.id ?? null,
        created_at: event.createdAt === null ? null : timestamp(event.createdAt),
      }));
      const stored = await transaction.query<{ eventId: string; attempts: number }>(insert, [timestamp(now()), JSON.stringify(rows)]);
      const fresh = new Set(stored.filter((row) => row.attempts === 1).map((row) => row.eventId));
      const news = [...unique.values()].filter((event) => fresh.has(event.eventId));
      // first, as in the transaction that settles a write: the same order of locks everywhere prevents deadlocks
      await noteWriteEvents(news, transaction, now());
      const observations = news.flatMap((event) => event.observation ?? []);
      const matches = news.flatMap((event) => event.matches ?? []);
      const touched = [...matches, ...observations].map(({ inquiryId }) => inquiryId);
      if (matches.length > 0) await lockInquiries(transaction, touched);
      const known = await inquiryStates.noteMany(observations, transaction);
      for (const event of news) await noteMatches(transaction, event.matches ?? [], Math.min(event.createdAt ?? now(), now()));
      // What is known now, not what the event told: an old event that comes late ends no link.
      await links?.noteInquiryStates(known, transaction);
      await links?.noteUse({ ends: endsOf(observations, known), opened: news.flatMap((event) => event.opened ?? []) }, transaction);
      await devices?.note(
        news.flatMap((event) => event.devices ?? []),
        transaction,
      );
      const types = [...new Set(news.flatMap((event) => event.object?.type ?? []))];
      await transaction.query(`select pg_notify('${cacheChannel}', type) from jsonb_array_elements_text($1::jsonb) as told (type)`, [
        JSON.stringify(types),
      ]);
      await pushes.publishMany(
        news.map((event) => ({ change: changeOf(event) })),
        transaction,
      );
      // an event that comes twice in one batch is new once
      return events.map((event) => (fresh.delete(event.eventId) ? "stored" : "duplicate"));
    });
  return { store: createBatches(storeAll, { size: batchSize, alone: isRefused }).add };
}

/** Whether the database refused a value (SQLSTATE classes 21 to 23), as against being away. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && /^2[123]/.test(error.code);
}
