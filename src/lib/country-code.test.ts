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
    ["U.S.A.", "US"],
    ["D<<", "DE"],
    ["The Netherlands", "NL"],
    ["Great Britain", "GB"],
    ["Czech Republic", "CZ"],
    ["Turkey", "TR"],
    ["Cote d'Ivoire", "CI"],
    ["Viet Nam", "VN"],
    ["Hong Kong", "HK"],
    ["Myanmar (Burma)", "MM"],
    ["Burma", "MM"],
    ["Trinidad and Tobago", "TT"],
    ["Congo - Kinshasa", "CD"],
    ["Congo, Democratic Republic of the", "CD"],
    ["Niger", "NE"],
    ["Nigeria", "NG"],
    ["Guinea", "GN"],
    ["Equatorial Guinea", "GQ"],
    ["Deutschland", "DE"],
    ["ΕΛΛΆΔΑ", "GR"],
    ["日本", "JP"],
    ["---", undefined],
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
