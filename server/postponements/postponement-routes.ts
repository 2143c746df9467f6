import { Hono } from "hono";
import { z } from "zod";
import type { DeskEnv } from "../http/context";
import { badRequest, notFound } from "../http/desk-error";
import { inquiryIdSchema } from "../http/inquiry-id";
import { checked, readJson } from "../http/read-json";
import { instantSchema } from "../http/read-query";
import type { AuditWriter } from "../audit/audit-entry";
import { roleRefusal } from "../audit/audit-refusal";
import { requireSnoozeEnd } from "./snooze-end";
import type { NewPostponement, Postponements } from "./postponements";

const reasonSchema = z
  .string()
  .trim()
  .min(1, "is empty")
  .max(200, "has to be at most 200 characters")
  .regex(/^\P{Cc}*$/u, "may not hold control characters");
const postponementSchema = z.strictObject({
  kind: z.enum(["snooze", "skip"]),
  reason: reasonSchema,
  until: instantSchema.nullable().optional(),
  untilUserActs: z.boolean().optional(),
});

/** `/desk/v1/postponements`: for everybody who can claim. Lists of inquiries show what is postponed. */
export function postponementRoutes(deps: {
  readonly postponements: Postponements;
  readonly audit: AuditWriter;
  readonly now: () => number;
}): Hono<DeskEnv> {
  const { postponements, audit, now } = deps;
  const app = new Hono<DeskEnv>();

  app.put("/desk/v1/postponements/:inquiryId", async (c) => {
    const inquiryId = checked(inquiryIdSchema, c.req.param("inquiryId"), "inquiryId");
    const asked = newPostponement(inquiryId, await readJson(c, postponementSchema), now());
    if (c.var.person.role === "auditor") {
      const attempt = { action: `${asked.kind}-inquiry`, subject: { type: "inquiry", id: inquiryId } };
      throw await roleRefusal(c, audit, attempt, "Auditors read; they can't postpone an inquiry.");
    }
    const postponement = await postponements.put(asked, c.var.person, c.var.requestId);
    if (postponement === undefined) throw notFound();
    return c.json(postponement);
  });

  app.delete("/desk/v1/postponements/:inquiryId", async (c) => {
    // what is no inquiry ID, nobody has postponed
    const id = inquiryIdSchema.safeParse(c.req.param("inquiryId"));
    if (c.var.person.role === "auditor") {
      const attempt = { action: "take-up-inquiry", subject: id.success ? { type: "inquiry", id: id.data } : null };
      throw await roleRefusal(c, audit, attempt, "Auditors read; they can't take up an inquiry.");
    }
    if (id.success) await postponements.takeUp(id.data, c.var.person, c.var.requestId);
    return c.body(null, 204);
  });

  return app;
}

/** @throws DeskError 400 for a skip with an end of its own, and for a snooze that ends never, too late, or before it began */
function newPostponement(inquiryId: string, body: z.infer<typeof postponementSchema>, now: number): NewPostponement {
  const { kind, reason, until = null, untilUserActs = false } = body;
  if (kind === "skip") {
    if (body.until !== undefined || body.untilUserActs !== undefined) throw badRequest("until: is nothing of a skip");
    return { inquiryId, reason, kind };
  }
  requireSnoozeEnd({ until, untilUserActs }, now);
  return { inquiryId, reason, kind, until, untilUserActs };
}
