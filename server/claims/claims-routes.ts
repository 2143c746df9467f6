import { Hono } from "hono";
import { z } from "zod";
import type { DeskEnv } from "../http/context";
import { checked, readJson } from "../http/read-json";
import { conflict } from "../http/desk-error";
import { inquiryIdSchema } from "../http/inquiry-id";
import { readQuery } from "../http/read-query";
import type { AuditWriter } from "../audit/audit-entry";
import { roleRefusal } from "../audit/audit-refusal";
import type { Claims } from "./claims";

const listQuery = z.strictObject({
  filter: z
    .strictObject({
      "inquiry-id": z
        .string()
        .transform((text) => text.split(",").filter((part) => part !== ""))
        .pipe(z.array(inquiryIdSchema).max(100, "has to name at most 100 inquiries"))
        .optional(),
    })
    .prefault({}),
});
const claimSchema = z.strictObject({ takeOver: z.boolean().default(false) });

/** `/desk/v1/claims`: everybody sees who is working on what; auditors work on nothing. */
export function claimRoutes({ claims, audit }: { readonly claims: Claims; readonly audit: AuditWriter }): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/desk/v1/claims", async (c) => {
    const { filter } = readQuery(c, listQuery);
    return c.json({ data: await claims.list(c.var.person, filter["inquiry-id"]) });
  });

  app.put("/desk/v1/claims/:inquiryId", async (c) => {
    const id = checked(inquiryIdSchema, c.req.param("inquiryId"), "inquiryId");
    const { takeOver } = await readJson(c, claimSchema);
    if (c.var.person.role === "auditor") {
      const attempt = {
        action: takeOver ? "take-over-claim" : "call",
        subject: { type: "inquiry", id },
        details: { operation: "claim-an-inquiry" },
      };
      throw await roleRefusal(c, audit, attempt, "Auditors read; they can't claim an inquiry.");
    }
    const answer = await claims.put(id, c.var.person, { takeOver, requestId: c.var.requestId });
    if (!answer.held) throw conflict(`${answer.claim.user.name} is working on it.`, { claim: answer.claim });
    return c.json(answer.claim);
  });

  app.delete("/desk/v1/claims/:inquiryId", async (c) => {
    // what is no inquiry ID, nobody holds
    const id = inquiryIdSchema.safeParse(c.req.param("inquiryId"));
    if (id.success) await claims.release(id.data, c.var.person);
    return c.body(null, 204);
  });

  return app;
}
