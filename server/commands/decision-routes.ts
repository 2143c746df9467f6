import { Hono } from "hono";
import { z } from "zod";
import { operationRefusal } from "@/domain/operation-access";
import type { AuditWriter } from "../audit/audit-entry";
import { roleRefusal } from "../audit/audit-refusal";
import type { DeskEnv } from "../http/context";
import { inquiryIdSchema } from "../http/inquiry-id";
import { readJson } from "../http/read-json";
import { pageOf, pageSchema, readQuery } from "../http/read-query";
import { commandKey, requireNamedPerson } from "../http/same-person";
import { decisionOperations } from "./decision-row";
import type { Decisions } from "./decisions";

const text = (most: number) => z.string().max(most, `has to be at most ${most} characters`);
const short = text(100);
const time = text(60).nullable();

/** openapi/desk.yaml, InquirySeen. */
export const seenSchema = z.strictObject({
  status: short,
  updatedAt: time,
  redactedAt: time,
  reviewerId: short.nullable(),
  verifications: z.array(z.strictObject({ id: short, status: short })).max(500, "has to hold at most 500"),
  reports: z.array(z.strictObject({ id: short, status: short, hasMatch: z.boolean().nullable() })).max(500, "has to hold at most 500"),
});
export const reasonIdsSchema = z
  .array(text(40))
  .max(10, "has to hold at most 10")
  .refine((ids) => new Set(ids).size === ids.length, "holds one twice");
export const commentSchema = text(4_000).nullable();
export const holdSchema = z.int().min(0).max(60).optional();
/** openapi/desk.yaml, DecisionRequest. */
export const decisionSchema = z.strictObject({
  inquiryId: inquiryIdSchema,
  action: z.enum(["approve", "decline", "markForReview"]),
  reasonIds: reasonIdsSchema,
  comment: commentSchema,
  seen: seenSchema,
  holdSeconds: holdSchema,
});
const pauseSchema = z.strictObject({ paused: z.boolean() });
const states = ["held", "checking", "sending", "confirmed", "refused", "stopped", "taken-back", "unknown"] as const;
const listQuery = z.strictObject({
  filter: z
    .strictObject({
      "inquiry-id": inquiryIdSchema.optional(),
      state: z
        .string()
        .transform((value) => (value === "open" ? "open" : value.split(",")))
        .pipe(z.union([z.literal("open"), z.array(z.enum(states)).min(1)]))
        .optional(),
      by: z.literal("me").optional(),
    })
    .prefault({}),
  page: pageSchema,
});

type DecisionRoutesDeps = {
  readonly decisions: Decisions;
  readonly audit: AuditWriter;
  /** Of the API key. */
  readonly environment: string;
};

/** `/desk/v1/decisions`. Has to stand behind `requireSamePerson`. */
export function decisionRoutes({ decisions, audit, environment }: DecisionRoutesDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/desk/v1/decisions", async (c) => {
    const { filter, page } = readQuery(c, listQuery);
    const by = filter.by === "me" ? c.var.person.user.id : undefined;
    const wanted = { inquiryId: filter["inquiry-id"], states: filter.state, by };
    const rows = await decisions.list(wanted, c.var.person, { below: page.after, limit: page.size + 1 });
    const { data, links } = pageOf(c, rows, page.size, ({ sequence }) => sequence);
    return c.json({ data: data.map(({ decision }) => decision), links });
  });

  app.post("/desk/v1/decisions", async (c) => {
    const key = commandKey(c);
    const request = await readJson(c, decisionSchema);
    const { operation, id } = decisionOperations[request.action];
    const refusal = operationRefusal(operation, { role: c.var.person.role, environment });
    if (refusal !== undefined) {
      throw await roleRefusal(c, audit, { action: id, subject: { type: "inquiry", id: request.inquiryId } }, refusal);
    }
    const { isNew, decision } = await decisions.take({ request, key, person: c.var.person, requestId: c.var.requestId });
    return c.json(decision, isNew ? 201 : 200);
  });

  app.patch("/desk/v1/decisions/:decisionId", async (c) => {
    requireNamedPerson(c);
    const { paused } = await readJson(c, pauseSchema);
    return c.json(await decisions.pause(c.req.param("decisionId"), paused, c.var.person, c.var.requestId));
  });

  app.delete("/desk/v1/decisions/:decisionId", async (c) => {
    requireNamedPerson(c);
    return c.json(await decisions.takeBack(c.req.param("decisionId"), c.var.person, c.var.requestId));
  });

  return app;
}
