import type {
  InquirySession,
  ListAllInquirySessionsData,
  ListAllInquirySessionsResponses,
  RetrieveAnInquirySessionData,
  RetrieveAnInquirySessionResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { paginate } from "../http/pagination";
import { sessionsOf } from "../world/session/sessions";
import type { World } from "../world/core/world";
import { need } from "./lookup";

/** The list declares no page (spec: GET /inquiry-sessions), so it answers with as many as a page can hold. */
const most = 100;

export const listAllInquirySessions = defineRoute<ListAllInquirySessionsData, ListAllInquirySessionsResponses>({
  operation: "listAllInquirySessions",
  method: "GET",
  path: "/inquiry-sessions",
  permission: "inquiry.read",
  query: { filter: ["inquiry-id"] },
  handle: ({ world, query }) => {
    const page = paginate(sessions(world, query.filter["inquiry-id"]), { size: most });
    return { page: { ...page, next: null } };
  },
});

/** Newest first; those of an inquiry stand in the inquiry, oldest first. */
function sessions(world: World, inquiryId: string | undefined): Iterable<InquirySession> {
  if (inquiryId === undefined) return world.tables.inquirySessions.newestFirst();
  const inquiry = world.tables.inquiries.get(inquiryId);
  return inquiry === undefined ? [] : sessionsOf(world, inquiry).toReversed();
}

export const retrieveAnInquirySession = defineRoute<RetrieveAnInquirySessionData, RetrieveAnInquirySessionResponses>({
  operation: "retrieveAnInquirySession",
  method: "GET",
  path: "/inquiry-sessions/{inquirySessionId}",
  permission: "inquiry.read",
  query: { include: true, fields: true },
  handle: ({ world, path }) => ({ data: need(world.tables.inquirySessions.get(path.inquirySessionId)) }),
});
