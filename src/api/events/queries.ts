import { queryOptions } from "@tanstack/react-query";
import type { ApiCall } from "../api-call";
import { request } from "../client";
import { isForbidden } from "../errors";
import { listAllEvents } from "../generated/persona/sdk.gen";
import type { EventListResponse } from "../generated/persona/types.gen";
import { listOf } from "../list-page";
import { eventModel, type EventModel } from "../models";
import { keys } from "../query-keys";

const mostEvents = 100;

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
        listAllEvents({ signal, query: { filter: { "object-id": inquiryId }, page: { size: mostEvents } } }),
      );
      const path = `/events?filter[object-id]=${encodeURIComponent(inquiryId)}&page[size]=${mostEvents}`;
      return {
        events: listOf(data.data).map(eventModel),
        hasMore: Boolean(data.links?.next),
        raw: data,
        call: { method: "GET", path, requestId },
      };
    },
  });

export type AccountArchival = {
  /** Undefined: not archived, or not told. */
  archivedAt: string | undefined;
};

/**
 * Whether an account was archived, as a consolidation does with its sources. The account itself does not say; its events do
 * (Persona docs, "Event types": `account.archived`, `account.restored`). A key that may not read events cannot tell.
 */
export const accountArchivalQuery = (accountId: string) =>
  queryOptions({
    queryKey: keys.events({ objectId: accountId, about: "archival" }),
    queryFn: async ({ signal }): Promise<AccountArchival> => {
      const filter = { "object-id": accountId, name: "account.archived,account.restored" };
      try {
        const { data } = await request(() => listAllEvents({ signal, query: { filter, page: { size: 1 } } }));
        const newest = listOf(data.data)
          .map(eventModel)
          // what tells whom it is about, and names another, was not asked for
          .find(({ payload }) => ["", accountId].includes(payload.data.id));
        return { archivedAt: newest?.name === "account.archived" ? newest.createdAt : undefined };
      } catch (error) {
        if (isForbidden(error)) return { archivedAt: undefined };
        throw error;
      }
    },
  });
