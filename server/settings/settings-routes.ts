import { Hono } from "hono";
import { z } from "zod";
import { type SettingKey, settingKeys } from "@/domain/default-settings";
import { settingsCapability } from "@/domain/desk-capability";
import type { DeskEnv } from "../http/context";
import { notFound } from "../http/desk-error";
import { checked, readJson } from "../http/read-json";
import { pageOf, pageSchema, readQuery } from "../http/read-query";
import { personActor } from "../audit/audit-actor";
import type { AuditWriter } from "../audit/audit-entry";
import { roleRefusal } from "../audit/audit-refusal";
import type { Settings } from "./settings";
import { settingValueSchemas } from "./settings-values";

const versionLimit = 2_147_483_646;
const changeSchema = z.strictObject({
  value: z.unknown(),
  version: z.int().min(0).max(versionLimit),
  note: z.string().max(500, "has to be at most 500 characters").optional(),
});
const versionsQuery = z.strictObject({ page: pageSchema });

/** `/desk/v1/settings`: everybody reads them, leads and admins change them. */
export function settingRoutes({ settings, audit }: { readonly settings: Settings; readonly audit: AuditWriter }): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/desk/v1/settings", async (c) => c.json({ data: await settings.all() }));

  app.put("/desk/v1/settings/:settingKey", async (c) => {
    const key = knownKey(c.req.param("settingKey"));
    const { person, requestId } = c.var;
    const capability = settingsCapability(person);
    if (!capability.allowed) {
      throw await roleRefusal(
        c,
        audit,
        { action: "change-setting", subject: { type: "setting", id: key }, details: { key } },
        capability.reason,
      );
    }
    const { value, version, note } = await readJson(c, changeSchema);
    return c.json(
      await settings.change({
        key,
        value: checked(z.strictObject({ value: settingValueSchemas[key] }), { value }).value,
        version,
        note: note === undefined || note.trim() === "" ? null : note.trim(),
        by: person.user,
        actor: personActor(person),
        requestId,
      }),
    );
  });

  app.get("/desk/v1/settings/:settingKey/versions", async (c) => {
    const key = knownKey(c.req.param("settingKey"));
    const { page } = readQuery(c, versionsQuery);
    const below = page.after === undefined ? undefined : Math.min(page.after, versionLimit);
    const rows = await settings.versions(key, { below, limit: page.size + 1 });
    return c.json(pageOf(c, rows, page.size, (row) => row.version));
  });

  return app;
}

function knownKey(name: string): SettingKey {
  const key = settingKeys.find((known) => known === name);
  if (key === undefined) throw notFound();
  return key;
}
