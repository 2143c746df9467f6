import { queryOptions } from "@tanstack/react-query";
import { readProperty, readText } from "@/lib/read";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { retrieveSharedDevices } from "../generated/desk/sdk.gen";
import type { SharedDevices } from "../generated/desk/types.gen";
import { keys } from "../query-keys";
import { ofDesk, unreadable } from "../as-asked";

/**
 * Which inquiries of other people were opened on a device of this one, as far as the desk has heard; none where it has heard nothing.
 * Source: openapi/desk.yaml, GET /desk/v1/shared-devices/{inquiryId}
 * @throws ApiError, for an answer that does not say how many too
 */
export const sharedDevicesQuery = (inquiryId: string) =>
  queryOptions({
    // read again with the inquiry
    queryKey: keys.inquiry(inquiryId, { only: "shared devices" }),
    queryFn: async ({ signal }): Promise<SharedDevices> => {
      const { data } = await request(() => retrieveSharedDevices({ client: deskClient, signal, path: { inquiryId } }));
      // the types promise all of it, an answer may hold anything
      const { accounts, hasMore, inquiries }: Partial<SharedDevices> = data;
      if (typeof accounts !== "number" || !Array.isArray(inquiries)) throw unreadable(ofDesk);
      return { accounts, hasMore: hasMore === true, inquiries: inquiries.filter((row) => readText(readProperty(row, "inquiryId"))) };
    },
  });
