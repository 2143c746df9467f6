import fc from "fast-check";
import { propertyRuns } from "@test/support/property-runs";
import { describe, expect, it } from "vitest";
import { compareTowns } from "@/domain/compare/compare-towns";
import { compareValues } from "@/domain/compare/compare-values";

const address = (city: string, postal = "", country = "", subdivision = "") =>
  new Map([
    ["address-city", city],
    ["address-postal-code", postal],
    ["address-country-code", country],
    ["address-subdivision", subdivision],
  ]);

describe("towns of two addresses", () => {
  it.each([
    ["called otherwise in another language", address("München", "80331", "DE"), address("Munich", "80331", "DEU"), "partly"],
    ["the same with one country unknown", address("Köln", "50667", "DE"), address("Cologne", "50667"), "partly"],
    ["called otherwise in another script", address("Wien", "1010", "AT"), address("Vienna", "1010", "Austria"), "partly"],
    ["a ZIP code with four digits more", address("Nueva York", "10001-1234", "US"), address("New York", "10001", "USA"), "partly"],
    ["with another postal code", address("München", "80331", "DE"), address("Munich", "10115", "DE"), "different"],
    ["with a postal code that agrees in part", address("Boston", "2108", "US"), address("Cambridge", "02108", "US"), "different"],
    ["in two countries", address("München", "80331", "DE"), address("Munich", "80331", "US"), "different"],
    ["without a postal code", address("München", "", "DE"), address("Munich", "", "DE"), "different"],
    ["with one postal code", address("München", "80331", "DE"), address("Munich", "", "DE"), "different"],
    ["spelled otherwise", address("München", "80331", "DE"), address("MUENCHEN", "10115", "DE"), "same"],
    ["a number for a town", address("München", "80331", "DE"), address("80331", "80331", "DE"), "different"],
  ])("%s", (_, one, other, agreement) => {
    expect(compareTowns("address-city", one, other).agreement).toBe(agreement);
    expect(compareTowns("address-city", other, one)).toEqual(compareTowns("address-city", one, other));
  });

  it.each([
    ["called otherwise", "Bayern", "Bavaria", "partly"],
    ["a name and a code", "Bavaria", "BY", "partly"],
    ["two codes", "CA", "NY", "different"],
    ["two codes, one with its country", "US-CA", "NY", "different"],
  ])("and their regions, %s", (_, one, other, agreement) => {
    const [a, b] = [address("", "80331", "DE", one), address("", "80331", "DE", other)];
    expect(compareTowns("address-subdivision", a, b).agreement).toBe(agreement);
    expect(compareTowns("address-subdivision", b, a).agreement).toBe(agreement);
  });

  it("give the same answer either way round, and never agree for less than their names", () => {
    const word = fc.constantFrom("München", "Munich", "MUNCHEN", "St", "Saint Louis", "St. Louis", "10", "", "東京", "Tokyo");
    const postal = fc.constantFrom("", "80331", "8033", "08033", "D-80331", "80331-1234", "***31");
    const country = fc.constantFrom("", "DE", "DEU", "Germany", "US", "German");
    const places = fc.tuple(word, postal, country, word).map((parts) => address(...parts));
    fc.assert(
      fc.property(fc.constantFrom("address-city" as const, "address-subdivision" as const), places, places, (key, one, other) => {
        const answer = compareTowns(key, one, other);
        expect(compareTowns(key, other, one)).toEqual(answer);
        const alone = compareValues(key, one.get(key) ?? "", other.get(key) ?? "");
        expect(answer.agreement === "same").toBe(alone.agreement === "same");
      }),
      { numRuns: propertyRuns(2000, 300) },
    );
  });
});
