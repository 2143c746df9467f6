import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Database } from "../db/database";
import type { DeskEnv } from "../http/context";
import { notFound } from "../http/desk-error";
import { readJson } from "../http/read-json";
import { personActor } from "../audit/audit-actor";
import type { AuditInput, AuditWriter } from "../audit/audit-entry";
import { roleRefusal } from "../audit/audit-refusal";
import type { PartnerTokens } from "./partner-tokens";
import type { Push, Pushes } from "../push/push";

export type PartnerTokenRoutesDeps = {
  readonly db: Database;
  readonly tokens: PartnerTokens;
  readonly audit: AuditWriter;
  readonly pushes: Pushes;
};

const createSchema = z.strictObject({
  name: z.string().trim().min(1).max(60),
  scopes: z
    .array(z.enum(["standing.read", "inquiry.resume"]))
    .min(1)
    .refine((scopes) => new Set(scopes).size === scopes.length, "has a scope twice"),
  expiresInDays: z.int().min(1).max(730).nullable(),
});

const changed = (id: string): Push => ({ change: { type: "partner-token", id, related: [] }, roles: ["admin"] });

/** `/desk/v1/partner-tokens`: for admins, behind `requireSession`. */
export function partnerTokenRoutes({ db, tokens, audit, pushes }: PartnerTokenRoutesDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const adminOnly = async (c: Context<DeskEnv>, action: string, subject: AuditInput["subject"] = null) => {
    if (c.var.person.role === "admin") return;
    throw await roleRefusal(c, audit, { action, subject }, "Only admins may see and change partner tokens.");
  };

  app.get("/desk/v1/partner-tokens", async (c) => {
    await adminOnly(c, "call");
    return c.json({ data: await tokens.list() });
  });

  app.post("/desk/v1/partner-tokens", async (c) => {
    await adminOnly(c, "create-partner-token");
    const input = await readJson(c, createSchema);
    const created = await db.transaction(async (transaction) => {
      const made = await tokens.create(input, c.var.person.user, transaction);
      const { id, name, scopes, expiresAt } = made.partnerToken;
      await pushes.publish(changed(id), transaction);
      await audit.append(
        {
          action: "create-partner-token",
          outcome: "done",
          actor: personActor(c.var.person),
          subject: { type: "partner-token", id },
          requestId: c.var.requestId,
          details: { name, scopes: scopes.join(" "), expiresAt },
        },
        transaction,
      );
      return made;
    });
    return c.json(created, 201);
  });

  app.delete("/desk/v1/partner-tokens/:partnerTokenId", async (c) => {
    const id = c.req.param("partnerTokenId");
    const subject = { type: "partner-token", id: id.slice(0, 100) };
    await adminOnly(c, "revoke-partner-token", subject);
    await db.transaction(async (transaction) => {
      const revoked = await tokens.revoke(id, transaction);
      if (!revoked) throw notFound();
      if (!revoked.changed) return;
      await pushes.publish(changed(id), transaction);
      await audit.append(
        {
          action: "revoke-partner-token",
          outcome: "done",
          actor: personActor(c.var.person),
          subject,
          requestId: c.var.requestId,
          details: { name: revoked.name },
        },
        transaction,
      );
    });
    return c.body(null, 204);
  });

  return app;
}
