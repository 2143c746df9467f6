import { describe, expect, it } from "vitest";
import { countryCode, countryLabel } from "@/lib/country-code";
import { countryName } from "@/lib/country-name";

describe("countries", () => {
  it.each([
    ["US", "US"],
    ["usa", "US"],
    ["United States", "US"],
    ["D", "DE"],
    ["GBN", "GB"],
    ["UK", "GB"],
    [" UKR ", "UA"],
    ["Narnia", undefined],
    ["EUE", undefined],
    ["", undefined],
  ])("%s is %s", (text, code) => expect(countryCode(text)).toBe(code));

  it("are called by their English name, however they are written", () => {
    expect(["UKR", "ua", "Ukraine", "Narnia"].map(countryLabel)).toEqual(["Ukraine", "Ukraine", "Ukraine", "Narnia"]);
  });

  it("has a name for every code it gives", () => {
    for (const three of ["AFG", "CHE", "KOR", "MKD", "SWZ", "TUR", "ZWE"]) {
      const code = countryCode(three) ?? "";
      expect(countryName(code)).not.toBe(code);
      expect(countryCode(countryName(code))).toBe(code);
    }
  });
});
