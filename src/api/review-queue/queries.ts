import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { retrieveReviewQueue } from "../generated/desk/sdk.gen";
import type { ReviewQueue } from "../generated/desk/types.gen";
import { commaSeparated } from "../list-page";
import { keys } from "../query-keys";

/**
 * What waits for a human: which statuses count, and how many stand where.
 * Source: openapi/desk.yaml, GET /desk/v1/review-queue
 * @param templateIds only those on one of these templates
 * @throws ApiError
 */
export const reviewQueueQuery = (templateIds?: readonly string[]) =>
  queryOptions({
    queryKey: keys.inquiryCounts({ of: "review-queue", templateIds }),
    queryFn: async ({ signal }): Promise<ReviewQueue> => {
      const query = { filter: { "inquiry-template-id": commaSeparated(templateIds) } };
      const { data } = await request(() => retrieveReviewQueue({ client: deskClient, signal, query }));
      return data;
    },
    placeholderData: keepPreviousData,
  });
