import type {
  ListAllEventsData,
  ListAllEventsResponses,
  RetrieveAnEventData,
  RetrieveAnEventResponses,
} from "@/api/generated/persona/types.gen";
import { defineRoute } from "../http/define-route";
import { paginate } from "../http/pagination";
import { anyOf, need } from "./lookup";

export const listAllEvents = defineRoute<ListAllEventsData, ListAllEventsResponses>({
  operation: "listAllEvents",
  method: "GET",
  path: "/events",
  permission: "event.read",
  query: { page: true, fields: true, filter: ["name", "object-id", "id"] },
  handle: ({ world, query }) => {
    const hasId = anyOf(query.filter["id"]);
    const hasName = anyOf(query.filter["name"]);
    const hasObject = anyOf(query.filter["object-id"]);
    return {
      page: paginate(
        world.tables.events.newestFirst(),
        query.page,
        (event) => hasName(event.attributes.name) && hasId(event.id) && hasObject(event.attributes.payload.data.id),
      ),
    };
  },
});

export const retrieveAnEvent = defineRoute<RetrieveAnEventData, RetrieveAnEventResponses>({
  operation: "retrieveAnEvent",
  method: "GET",
  path: "/events/{eventId}",
  permission: "event.read",
  query: { include: true, fields: true },
  handle: ({ world, path }) => ({ data: need(world.tables.events.get(path.eventId)) }),
});
