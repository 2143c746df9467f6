import { Hono } from "hono";
import { z } from "zod";
import { rolesFor } from "@/domain/capability";
import { secondLookCapability } from "@/domain/desk-capability";
import type { AuditWriter } from "../audit/audit-entry";
import { roleRefusal } from "../audit/audit-refusal";
import type { DeskEnv } from "../http/context";
import { inquiryIdSchema } from "../http/inquiry-id";
import { readJson } from "../http/read-json";
import { pageOf, pageSchema, readQuery } from "../http/read-query";
import { requireNamedPerson } from "../http/same-person";
import { secondLookFor, secondLookStates } from "../second-looks/second-look-row";
import type { SecondLooks } from "../second-looks/second-look-store";
import { commentSchema, holdSchema, reasonIdsSchema, seenSchema } from "./decision-routes";
import type { SecondLookCommands } from "./second-look-commands";

const action = z.enum(["approve", "decline"]);
const askSchema = z.strictObject({
  inquiryId: inquiryIdSchema,
  action,
  reasonIds: reasonIdsSchema,
  comment: commentSchema,
  note: z.string().max(500, "has to be at most 500 characters").nullable(),
});
const answerSchema = z.strictObject({
  action,
  reasonIds: reasonIdsSchema,
  comment: commentSchema,
  seen: seenSchema,
  holdSeconds: holdSchema,
});
const listQuery = z.strictObject({
  filter: z
    .strictObject({
      "inquiry-id": inquiryIdSchema.optional(),
      state: z
        .string()
        .transform((value) => value.split(","))
        .pipe(z.array(z.enum(secondLookStates)).min(1))
        .optional(),
      by: z.literal("me").optional(),
    })
    .prefault({}),
  page: pageSchema,
});

type SecondLookRoutesDeps = {
  readonly service: SecondLookCommands;
  readonly looks: Pick<SecondLooks, "list" | "agreement">;
  readonly audit: AuditWriter;
};

/** `/desk/v1/second-looks`: who decides asks, leads and admins answer, everybody sees that they are there. Has to stand behind `requireSamePerson`. */
export function secondLookRoutes({ service, looks, audit }: SecondLookRoutesDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/desk/v1/second-looks", async (c) => {
    const { filter, page } = readQuery(c, listQuery);
    const { person } = c.var;
    const by = filter.by === "me" ? person.user.id : undefined;
    const wanted = { inquiryId: filter["inquiry-id"], states: filter.state, by };
    const rows = await looks.list(wanted, { below: page.after, limit: page.size + 1 });
    const { data, links } = pageOf(c, rows, page.size, ({ sequence }) => sequence);
    return c.json({ data: data.map((row) => secondLookFor(row, person)), links });
  });

  app.get("/desk/v1/second-looks/agreement", async (c) => c.json(await looks.agreement()));

  app.post("/desk/v1/second-looks", async (c) => {
    const request = await readJson(c, askSchema);
    const { person } = c.var;
    if (!rolesFor(request.action).includes(person.role)) {
      const attempt = { action: "ask-second-look", subject: { type: "inquiry", id: request.inquiryId } };
      throw await roleRefusal(c, audit, attempt, "Who decides asks for a second look; your role does not.");
    }
    requireNamedPerson(c);
    const { isNew, secondLook } = await service.ask({ request, person, requestId: c.var.requestId });
    return c.json(secondLook, isNew ? 201 : 200);
  });

  app.post("/desk/v1/second-looks/:secondLookId/answer", async (c) => {
    const request = await readJson(c, answerSchema);
    const { person } = c.var;
    const allowed = secondLookCapability({ role: person.role, permissions: [] });
    if (!allowed.allowed) throw await roleRefusal(c, audit, { action: "answer-second-look", subject: null }, allowed.reason);
    requireNamedPerson(c);
    const { requestId } = c.var;
    return c.json(await service.answer({ id: c.req.param("secondLookId"), request, person, requestId }));
  });

  app.delete("/desk/v1/second-looks/:secondLookId", async (c) => {
    requireNamedPerson(c);
    return c.json(await service.takeBack(c.req.param("secondLookId"), c.var.person, c.var.requestId));
  });

  return app;
}
