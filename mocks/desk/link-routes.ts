import * as z from "zod/mini";
import type { RecognizedLink, RecognizeLinkRequest } from "@/api/generated/desk/types.gen";
import { jsonAnswer } from "../http/answer";
import { parseExactBody } from "../http/body";
import { badRequest } from "../world/core/refusal";
import { pageEitherWay } from "./desk-list";
import { deskRoute } from "./desk-route";

const states: readonly string[] = ["live", "opened", "superseded", "lapsed"];

const recognition = z.strictObject({
  secret: z.string().check(z.minLength(4), z.maxLength(4_000)),
}) satisfies z.ZodMiniType<RecognizeLinkRequest>;

export const linkRoutes = [
  deskRoute("list-issued-links", "GET /links", (call) => {
    const all = call.desk.links.newestFirst(call.now);
    const places = new Map(all.map((link, index) => [link, all.length - index]));
    return pageEitherWay(
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
  deskRoute("recognize-a-link", "POST /links/recognition", ({ desk, now, body }) => {
    const { secret } = parseExactBody(body, recognition);
    return jsonAnswer(200, { link: desk.links.recognize(secret, now) ?? null } satisfies RecognizedLink);
  }),
];
