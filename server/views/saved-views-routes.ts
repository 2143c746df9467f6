import { type Context, Hono } from "hono";
import { z } from "zod";
import type { DeskEnv } from "../http/context";
import { notFound } from "../http/desk-error";
import { readJson } from "../http/read-json";
import type { AuditWriter } from "../audit/audit-entry";
import { roleRefusal } from "../audit/audit-refusal";
import type { SavedViews } from "./saved-views";
import { nameSchema, searchSchema } from "./saved-views-search";

const createSchema = z.strictObject({
  name: nameSchema,
  screen: z.enum(["inquiries", "accounts"]),
  search: searchSchema,
  shared: z.boolean(),
});
const updateSchema = z.strictObject({ name: nameSchema.optional(), search: searchSchema.optional(), shared: z.boolean().optional() });

/** `/desk/v1/saved-views`: everybody has their own and sees the shared ones; leads and admins may change shared ones. */
export function savedViewRoutes({ views, audit }: { readonly views: SavedViews; readonly audit: AuditWriter }): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/desk/v1/saved-views", async (c) => c.json({ data: await views.list(c.var.person) }));

  app.post("/desk/v1/saved-views", async (c) => c.json(await views.create(await readJson(c, createSchema), c.var.person), 201));

  app.patch("/desk/v1/saved-views/:savedViewId", async (c) => {
    const id = await changeable(c, "update-a-saved-view");
    const view = await views.update(id, await readJson(c, updateSchema), c.var.person);
    if (!view) throw notFound();
    return c.json(view);
  });

  app.delete("/desk/v1/saved-views/:savedViewId", async (c) => {
    const id = await changeable(c, "delete-a-saved-view");
    if (!(await views.remove(id, c.var.person))) throw notFound();
    return c.body(null, 204);
  });

  /** The ID in the path, if the person may change that view. One that is not shared does not exist for others. */
  async function changeable(c: Context<DeskEnv, "/:savedViewId">, operation: string): Promise<string> {
    const id = c.req.param("savedViewId");
    const access = /^view_[\w-]{1,60}$/.test(id) ? await views.access(id, c.var.person) : "hidden";
    if (access === "editable") return id;
    if (access === "hidden") throw notFound();
    const attempt = { action: "call", subject: { type: "saved-view", id }, details: { operation } };
    throw await roleRefusal(c, audit, attempt, "Only its owner, leads and admins can change a shared view.");
  }

  return app;
}
