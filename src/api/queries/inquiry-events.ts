import { queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { listAllEvents } from "../generated/persona/sdk.gen";
import type { EventListResponse } from "../generated/persona/types.gen";
import { eventModel, type EventModel } from "../models";
import { keys } from "../query-keys";
import type { ApiCall } from "./api-call";
import { listOf } from "./list-page";

const MOST_EVENTS = 100;

export type InquiryEvents = {
  events: EventModel[];
  /** There are older ones than the newest hundred. */
  hasMore: boolean;
  raw: EventListResponse;
  call: ApiCall;
};

/**
 * The events of an inquiry itself, newest first. Those of its sessions and verifications are not asked for: their ids are known only
 * from another answer, and what they would tell stands in the timestamps of those objects.
 */
export const inquiryEventsQuery = (inquiryId: string) =>
  queryOptions({
    queryKey: keys.events({ objectId: inquiryId }),
    queryFn: async ({ signal }): Promise<InquiryEvents> => {
      const { data, requestId } = await request(() =>
        listAllEvents({ signal, query: { filter: { "object-id": inquiryId }, page: { size: MOST_EVENTS } } }),
      );
      const path = `/events?filter[object-id]=${encodeURIComponent(inquiryId)}&page[size]=${MOST_EVENTS}`;
      return {
        events: listOf(data.data).map(eventModel),
        hasMore: Boolean(data.links?.next),
        raw: data,
        call: { method: "GET", path, requestId },
      };
    },
  });
