import { mutationOptions } from "@tanstack/react-query";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { changeASetting } from "../generated/desk/sdk.gen";
import type { Setting } from "../generated/desk/types.gen";
import { type SettingKey, settingsQuery } from "./queries";

export type SettingChange = {
  key: SettingKey;
  value: unknown;
  /** The version it was when the person began to change it. */
  version: number;
  /** Why; left out when empty. */
  note: string;
};

/**
 * Puts a new value in the place of a setting's. Spec: PUT /desk/v1/settings/{settingKey}.
 * @returns the setting as it is now
 * @throws ApiError; 409 when somebody changed it since `version`
 */
export const changeSettingMutation = () =>
  mutationOptions({
    meta: { invalidates: ["setting", "audit-entry"], invalidatesOnConflict: [{ queryKey: settingsQuery().queryKey }] },
    mutationFn: async ({ key, value, version, note }: SettingChange, { client }): Promise<Setting> => {
      const body = { value, version, ...(note.trim() === "" ? {} : { note: note.trim() }) };
      const { data } = await request(() => changeASetting({ client: deskClient, path: { settingKey: key }, body }));
      client.setQueryData(settingsQuery().queryKey, (settings) => settings && new Map(settings).set(data.key, data));
      return data;
    },
  });
