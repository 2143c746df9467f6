import { expect, it } from "vitest";
import { defaultSettings } from "@/domain/default-settings";
import { defaultSettings as simulated } from "@mocks/desk/default-settings";
import { settingKeys, settingValues } from "@mocks/desk/setting-values";
import { validateSettings } from "./desk-validator";

it("the simulator's settings are the application's", () => {
  expect(simulated).toEqual(defaultSettings);
});

it("the settings are what the contract and the simulator take", () => {
  expect(validateSettings(simulated)).toEqual([]);
  for (const key of settingKeys) expect(settingValues[key].safeParse(simulated[key]).error).toBeUndefined();
});

it.each(["Here it is: {{link}}", "Dear ${name}", "Until <% expiry %>"])(
  "the simulator refuses the words %j, in which nothing is filled in",
  (words) => {
    const [script] = simulated.scripts;
    for (const field of ["toUser", "toTicket"]) {
      expect(settingValues.scripts.safeParse([{ ...script, [field]: words }]).error?.issues.map(({ path }) => path.at(-1))).toEqual([
        field,
      ]);
    }
  },
);
