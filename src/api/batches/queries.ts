import { queryOptions } from "@tanstack/react-query";
import { second } from "@/lib/time";
import { ofDesk } from "../as-asked";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { listBatches, retrieveBatch } from "../generated/desk/sdk.gen";
import type { Batch, BatchDetail } from "../generated/desk/types.gen";
import { listIn } from "../list-page";
import { keys } from "../query-keys";

/** Whether it may still be carried out. */
export const isLive = ({ state }: Pick<Batch, "state">): boolean => ["held", "running", "paused"].includes(state);

/** Where no push tells how far one is, it is asked for. */
const againMs = 2 * second;

/** One's own batches, newest first. Source: openapi/desk.yaml, GET /desk/v1/batches @throws ApiError */
export const myBatchesQuery = () =>
  queryOptions({
    queryKey: keys.batches(),
    queryFn: async ({ signal }): Promise<Batch[]> => {
      const { data } = await request(() => listBatches({ client: deskClient, signal }));
      return [...listIn(data.data, ofDesk)];
    },
    staleTime: second,
    refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => state === "held" || state === "running") ? againMs : false),
  });

/** A batch with what became of each inquiry. Source: openapi/desk.yaml, GET /desk/v1/batches/{batchId} @throws ApiError */
export const batchQuery = (batchId: string) =>
  queryOptions({
    queryKey: keys.batch(batchId),
    queryFn: async ({ signal }): Promise<BatchDetail> => {
      const { data } = await request(() => retrieveBatch({ client: deskClient, signal, path: { batchId } }));
      return { batch: data.batch, items: [...listIn(data.items, ofDesk)] };
    },
    staleTime: second,
  });
