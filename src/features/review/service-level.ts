import type { Setting } from "@/api/generated/desk/types.gen";
import { defaultSettings } from "@/domain/default-settings";
import type { ServiceLevel } from "@/domain/review/review-wait";
import { readNumber, readProperty } from "@/lib/read";

/** How long an inquiry may wait here, by the company's settings; as the server has it where they could not be read. */
export function serviceLevelOf(settings: ReadonlyMap<string, Setting> | undefined): ServiceLevel {
  const value = settings?.get("sla")?.value;
  const reviewHours = readNumber(readProperty(value, "reviewHours"));
  const warnHours = readNumber(readProperty(value, "warnHours"));
  return reviewHours === undefined || warnHours === undefined ? defaultSettings.sla : { reviewHours, warnHours };
}
