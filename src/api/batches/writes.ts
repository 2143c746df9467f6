import { mutationOptions, type QueryClient } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { decideBatch, pauseBatch, resumeBatch, stopBatch, takeBackBatch } from "../generated/desk/sdk.gen";
import type { Batch, BatchItem, BatchRequest } from "../generated/desk/types.gen";
import { idempotent } from "../idempotency";
import { sendOnce } from "../intent-keys";
import { byPagePerson } from "../page-person";
import { myBatchesQuery } from "./queries";

export type { Batch, BatchItem, BatchRequest };

/** What can be done with a batch that was given to the server. */
const verbs = { pause: pauseBatch, resume: resumeBatch, stop: stopBatch, takeBack: takeBackBatch } as const;
export type BatchVerb = keyof typeof verbs;

/** What it does to inquiries is told by pushes; where none come, by the lists. */
const meta = { changes: "batch", invalidatesOnFailure: ["batch"] } as const;

/**
 * Gives one decision, or one snooze, for many inquiries to the server, which holds it and carries it out one by one.
 * Source: openapi/desk.yaml, POST /desk/v1/batches
 * @throws ApiError; 422 where something speaks against an inquiry that was not taken in by itself
 */
export const decideBatchMutation = () =>
  mutationOptions({
    meta,
    mutationFn: (body: BatchRequest, { client }): Promise<Batch> => {
      const { items, ...intent } = body;
      const about = { ...intent, items: items.map(({ inquiryId, override }) => [inquiryId, override]) };
      return sendOnce("batch", about, body, async (key, kept) => {
        const { data } = await request(() =>
          decideBatch({ client: deskClient, headers: { ...idempotent(key), ...byPagePerson() }, body: kept }),
        );
        keepBatch(client, data);
        return data;
      });
    },
  });

/** Pauses a batch, goes on with it, stops it or takes it back. @throws ApiError; 409 when it is too late for that */
export const batchVerbMutation = (batchId: string) =>
  mutationOptions({
    meta,
    mutationFn: async (verb: BatchVerb, { client }): Promise<void> => {
      const { data } = await request(() => verbs[verb]({ client: deskClient, headers: byPagePerson(), path: { batchId } }));
      keepBatch(client, data);
    },
  });

/** Puts a batch that an answer told of into the list of one's own. */
function keepBatch(client: QueryClient, batch: Batch): void {
  client.setQueryData<Batch[]>(myBatchesQuery().queryKey, (known = []) =>
    known.some(({ id }) => id === batch.id) ? known.map((one) => (one.id === batch.id ? batch : one)) : [batch, ...known],
  );
}
