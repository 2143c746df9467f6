import { queryOptions } from "@tanstack/react-query";
import { readNumber, readProperty, readText } from "@/lib/read";
import { request } from "../client";
import { deskClient } from "../desk-client";
import { listSettingVersions, retrieveSettings } from "../generated/desk/sdk.gen";
import type { Setting, SettingsValues, SettingVersion } from "../generated/desk/types.gen";
import { keys } from "../query-keys";
import { ofDesk } from "../as-asked";
import { listIn, neighboursOf } from "../list-page";

export type SettingKey = keyof SettingsValues;

/** Every setting as it is now, by its key. What came without a key or a version is left out: it could not be changed. */
export const settingsQuery = () =>
  queryOptions({
    queryKey: keys.settings(),
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, Setting>> => {
      const { data } = await request(() => retrieveSettings({ client: deskClient, signal }));
      // The contract promises the members; the filter makes sure of the two that everything hangs on.
      const settings = listIn(data.data, ofDesk).filter(
        (setting) => readText(readProperty(setting, "key")) !== undefined && readNumber(readProperty(setting, "version")) !== undefined,
      );
      return new Map(settings.map((setting) => [setting.key, setting]));
    },
  });

/** How far back the history of a setting is told. */
export const mostVersions = 100;

export type SettingHistory = {
  versions: SettingVersion[];
  /** Whether there are older ones that are not told. */
  hasOlder: boolean;
};

/** What a setting was, newest first. */
export const settingVersionsQuery = (settingKey: SettingKey) =>
  queryOptions({
    queryKey: keys.settingVersions(settingKey),
    queryFn: async ({ signal }): Promise<SettingHistory> => {
      const query = { page: { size: mostVersions } };
      const { data } = await request(() => listSettingVersions({ client: deskClient, signal, path: { settingKey }, query }));
      const versions = listIn(data.data, ofDesk).filter((item) => readNumber(readProperty(item, "version")) !== undefined);
      return { versions, hasOlder: neighboursOf(data).next !== null };
    },
  });
