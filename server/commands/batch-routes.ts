import { Hono } from "hono";
import { z } from "zod";
import { isSnooze } from "@/domain/batch-action";
import { operationRefusal } from "@/domain/operation-access";
import type { AuditWriter } from "../audit/audit-entry";
import { roleRefusal } from "../audit/audit-refusal";
import type { DeskEnv } from "../http/context";
import { readJson } from "../http/read-json";
import { readQuery } from "../http/read-query";
import { commandKey, requireNamedPerson } from "../http/same-person";
import type { Batches } from "./batches";
import { decisionOperations } from "./decision-row";
import { decisionSchema } from "./decision-routes";

/** openapi/desk.yaml, BatchRequest.items. */
const mostItems = 500;

const batchSchema = decisionSchema.pick({ reasonIds: true, comment: true, holdSeconds: true }).extend({
  action: z.enum(["approve", "decline", "markForReview", "snooze"]),
  until: z.iso.datetime({ offset: true }).nullable().optional(),
  untilUserActs: z.boolean().optional(),
  items: z
    .array(decisionSchema.pick({ inquiryId: true, seen: true }).extend({ override: z.boolean().optional() }))
    .min(1, "is empty")
    .max(mostItems, `has to hold at most ${mostItems}`),
});
const listQuery = z.strictObject({ filter: z.strictObject({ state: z.literal("open").optional() }).prefault({}) });

type BatchRoutesDeps = {
  readonly batches: Batches;
  readonly audit: AuditWriter;
  /** Of the API key. */
  readonly environment: string;
};

/** `/desk/v1/batches`. Has to stand behind `requireSamePerson`. */
export function batchRoutes({ batches, audit, environment }: BatchRoutesDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get("/desk/v1/batches", async (c) => {
    const { filter } = readQuery(c, listQuery);
    return c.json({ data: await batches.list(filter.state === "open", c.var.person) });
  });
  app.get("/desk/v1/batches/:batchId", async (c) => c.json(await batches.detail(c.req.param("batchId"), c.var.person)));
  app.post("/desk/v1/batches", async (c) => {
    const key = commandKey(c);
    const request = await readJson(c, batchSchema);
    const { role } = c.var.person;
    const { action } = request;
    const refusal = isSnooze(action)
      ? role === "auditor" && "Auditors read; they can't postpone an inquiry."
      : operationRefusal(decisionOperations[action].operation, { role, environment });
    if (refusal !== undefined && refusal !== false) {
      const tried = isSnooze(action) ? "snooze-inquiry" : decisionOperations[action].id;
      throw await roleRefusal(c, audit, { action: tried, subject: null }, refusal);
    }
    const { isNew, batch } = await batches.take({ request, key, person: c.var.person, requestId: c.var.requestId });
    return c.json(batch, isNew ? 201 : 200);
  });
  for (const verb of ["pause", "resume", "stop", "take-back"] as const) {
    app.post(`/desk/v1/batches/:batchId/${verb}`, async (c) => {
      requireNamedPerson(c);
      return c.json(await batches.does(verb, c.req.param("batchId"), c.var.person, c.var.requestId));
    });
  }
  return app;
}
