import { queryOptions } from "@tanstack/react-query";
import { request } from "../client";
import { isForbidden } from "../errors";
import { listAllEvents } from "../generated/persona/sdk.gen";
import { eventModel } from "../models";
import { keys } from "../query-keys";
import { listOf } from "./list-page";

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
        const [newest] = listOf(data.data)
          .map(eventModel)
          // what tells whom it is about, and names another, was not asked for
          .filter(({ payload }) => ["", accountId].includes(payload.data.id));
        return { archivedAt: newest?.name === "account.archived" ? newest.createdAt : undefined };
      } catch (error) {
        if (isForbidden(error)) return { archivedAt: undefined };
        throw error;
      }
    },
  });
