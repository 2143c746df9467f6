import * as z from "zod/mini";
import type { Setting, SettingsValues } from "@/api/generated/desk/types.gen";
import { jsonAnswer } from "../http/answer";
import { checked, parseExactBody } from "../http/body";
import { conflict, notFound } from "../world/core/refusal";
import { iso } from "../world/core/time";
import { defaultSettings } from "./default-settings";
import type { Desk } from "./desk";
import { pageAnswer } from "./desk-list";
import { type DeskCall, deskRoute, noteDone, refusedAttempt } from "./desk-route";
import { isOneOf, userOf } from "./person";
import { isSettingKey, settingKeys, type SettingKey, settingValues } from "./setting-values";

const changeBody = z.strictObject({
  value: z.unknown(),
  version: z.int().check(z.minimum(0)),
  note: z.optional(z.string().check(z.maxLength(500))),
});

export const settingRoutes = [
  deskRoute("retrieve-settings", "GET /settings", ({ desk }) => jsonAnswer(200, { data: settingKeys.map((key) => settingOf(desk, key)) })),

  deskRoute("change-a-setting", "PUT /settings/{settingKey}", (call) => {
    const { desk, person } = call;
    const key = keyOf(call);
    const subject = { type: "setting", id: key };
    if (!isOneOf(person.role, "lead", "admin")) {
      throw refusedAttempt(call, "change-setting", subject, `Your role (${person.role}) may not change settings`);
    }
    const { value, version, note: written } = parseExactBody(call.body, changeBody);
    const note = written === undefined || written.trim() === "" ? null : written.trim();
    const checkedValue = checked<unknown>(value, settingValues[key]);
    const before = settingOf(desk, key);
    if (before.version !== version) throw conflict("Somebody else has changed this setting since");
    const next = { version: version + 1, value: checkedValue, changedBy: userOf(person), changedAt: iso(call.now), note };
    desk.settings.set(key, [next, ...(desk.settings.get(key) ?? [])]);
    noteDone(call, "change-setting", subject, { reason: note, details: { key, version: next.version } });
    desk.changed({ type: "setting", id: key, related: [] });
    return jsonAnswer(200, settingOf(desk, key));
  }),

  deskRoute("list-setting-versions", "GET /settings/{settingKey}/versions", (call) => {
    const versions = call.desk.settings.get(keyOf(call)) ?? [];
    return pageAnswer(
      call,
      [],
      () => versions,
      ({ version }) => version,
    );
  }),
];

/** What holds now. */
export const settingValue = <Key extends SettingKey>({ settings }: Desk, key: Key): SettingsValues[Key] =>
  // Whatever is kept under a key was checked by that key's schema.
  (settings.get(key)?.[0]?.value as SettingsValues[Key] | undefined) ?? defaultSettings[key];

/** A setting as it is now; version 0 while nobody has changed it. */
function settingOf(desk: Desk, key: SettingKey): Setting {
  const latest = desk.settings.get(key)?.[0];
  if (latest === undefined) return { key, value: defaultSettings[key], version: 0, changedBy: null, changedAt: null };
  const { value, version, changedBy, changedAt } = latest;
  return { key, value, version, changedBy, changedAt };
}

function keyOf({ path }: DeskCall): SettingKey {
  const { settingKey = "" } = path;
  if (!isSettingKey(settingKey)) throw notFound();
  return settingKey;
}
