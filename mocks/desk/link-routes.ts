import { badRequest } from "../world/refusal";
import { pageAnswer } from "./desk-list";
import { deskRoute } from "./desk-route";

const states: readonly string[] = ["live", "superseded", "lapsed"];

export const linkRoutes = [
  deskRoute("list-issued-links", "GET /links", (call) => {
    const all = call.desk.links.newestFirst(call.now);
    const places = new Map(all.map((link, index) => [link, all.length - index]));
    return pageAnswer(
      call,
      ["inquiry-id", "issued-by", "state"],
      (filter) => {
        if (!states.includes(filter["state"] ?? "live")) throw badRequest(`filter.state must be one of ${states.join(", ")}`);
        return all.filter(
          ({ inquiryId, issuedBy, state }) =>
            (filter["inquiry-id"] ?? inquiryId) === inquiryId &&
            (filter["issued-by"] ?? issuedBy.id) === issuedBy.id &&
            (filter["state"] ?? state) === state,
        );
      },
      // Every link of the page is one of all.
      (link) => places.get(link)!,
    );
  }),
];
