import type {
  ListAllInquirySessionsData,
  ListAllInquirySessionsResponses,
  RetrieveAnInquirySessionData,
  RetrieveAnInquirySessionResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { paginate } from "../http/pagination";
import { need } from "./lookup";

/** The list declares no page (spec: GET /inquiry-sessions), so it answers with as many as a page can hold. */
const MOST = 100;

export const listAllInquirySessions = defineRoute<ListAllInquirySessionsData, ListAllInquirySessionsResponses>({
  operation: "listAllInquirySessions",
  method: "GET",
  path: "/inquiry-sessions",
  permission: "inquiry.read",
  query: { filter: ["inquiry-id"] },
  handle: ({ world, query }) => {
    const inquiryId = query.filter["inquiry-id"];
    const page = paginate(
      world.tables.inquirySessions.newestFirst(),
      { size: MOST },
      ({ relationships }) => inquiryId === undefined || relationships.inquiry.data?.id === inquiryId,
    );
    return { page: { ...page, next: null } };
  },
});

export const retrieveAnInquirySession = defineRoute<RetrieveAnInquirySessionData, RetrieveAnInquirySessionResponses>({
  operation: "retrieveAnInquirySession",
  method: "GET",
  path: "/inquiry-sessions/{inquirySessionId}",
  permission: "inquiry.read",
  query: { include: true, fields: true },
  handle: ({ world, path }) => ({ data: need(world.tables.inquirySessions.get(path.inquirySessionId)) }),
});
