import type { Setting } from "@/api/generated/desk/types.gen";
import { defaultSettings, type SettingKey, type SettingsValues } from "@/domain/default-settings";
import { withReverification } from "@/domain/duplicate-policy";
import { settingValueSchemas } from "./settings-values";

/** What the company has set, for the server to go by. What was saved by another version in a form that this one can't read counts as not set. */
export const valuesOf = (
  settings: readonly Setting[],
): Pick<SettingsValues, "decisionReasons" | "decisionHold" | "duplicatePolicy" | "reviewQueue" | "twoPeople"> => {
  const valueOf = (key: SettingKey) => settings.find((setting) => setting.key === key)?.value;
  return {
    decisionReasons: settingValueSchemas.decisionReasons.safeParse(valueOf("decisionReasons")).data ?? defaultSettings.decisionReasons,
    decisionHold: settingValueSchemas.decisionHold.safeParse(valueOf("decisionHold")).data ?? defaultSettings.decisionHold,
    duplicatePolicy:
      settingValueSchemas.duplicatePolicy.safeParse(withReverification(valueOf("duplicatePolicy"))).data ?? defaultSettings.duplicatePolicy,
    reviewQueue: settingValueSchemas.reviewQueue.safeParse(valueOf("reviewQueue")).data ?? defaultSettings.reviewQueue,
    twoPeople: settingValueSchemas.twoPeople.safeParse(valueOf("twoPeople")).data ?? defaultSettings.twoPeople,
  };
};
