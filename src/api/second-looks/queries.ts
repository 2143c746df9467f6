import { queryOptions } from "@tanstack/react-query";
import { ofDesk } from "../as-asked";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { listSecondLooks, retrieveSecondLookAgreement } from "../generated/desk/sdk.gen";
import type { SecondLook, SecondLookAgreement } from "../generated/desk/types.gen";
import { listOf } from "../list-page";
import { keys } from "../query-keys";

export type { SecondLook, SecondLookAgreement };

/** Enough to see what came of the last one. */
const mostOfInquiry = 5;

/** The last second looks at an inquiry, the newest first. Source: openapi/desk.yaml, GET /desk/v1/second-looks */
export const inquiryLooksQuery = (inquiryId: string) =>
  queryOptions({
    queryKey: keys.secondLooks({ inquiryId }),
    queryFn: async ({ signal }): Promise<SecondLook[]> => {
      const query = { filter: { "inquiry-id": inquiryId }, page: { size: mostOfInquiry } };
      const { data } = await request(() => listSecondLooks({ client: deskClient, signal, query }));
      return listOf(data.data, ofDesk);
    },
    staleTime: 5_000,
  });

/** How often two people said the same lately. Source: openapi/desk.yaml, GET /desk/v1/second-looks/agreement */
export const lookAgreementQuery = () =>
  queryOptions({
    queryKey: keys.secondLooks({ of: "agreement" }),
    queryFn: async ({ signal }): Promise<SecondLookAgreement> => {
      const { data } = await request(() => retrieveSecondLookAgreement({ client: deskClient, signal }));
      return data;
    },
    // no loader begins it
    retryOnMount: true,
  });
