import { describe, expect, it } from "vitest";
import { comparePerson } from "@/domain/reports/compare-person";
import { type OwnData, ownDataOf } from "@/domain/reports/own-data";
import { type FoundPerson, untoldName } from "@/domain/reports/report-findings";

const own: OwnData = { names: ["Ada Lovelace", "ADA KING"], births: [{ year: 1994, month: 4, day: 12 }], countries: ["GB"] };
const nobody: OwnData = { names: [], births: [], countries: [] };
const found = (more: Partial<FoundPerson>): FoundPerson => ({ name: "Ada Lovelace", isAlias: false, births: [], countries: [], ...more });

describe("somebody a report found, held against the person", () => {
  it.each([
    ["ADA LOVELACE", "same", "Same name"],
    ["Ada King", "same", "Same name"],
    ["A Lovelace", "partly", "One has an initial only"],
    ["Charles Babbage", "different", "Another name"],
    [untoldName, "unknown", "No name told"],
  ])("named %s: %s", (name, agreement, text) => {
    expect(comparePerson(own, found({ name })).name).toEqual({ agreement, text });
  });

  it.each([
    [[{ year: 1994, month: 4, day: 12 }], "same", "Same day"],
    [[{ year: 1950 }, { year: 1994, month: 4, day: 12 }], "same", "Same day"],
    [[{ year: 1994 }], "partly", "Same year"],
    [[{ year: 1994, month: 4 }], "partly", "Same month"],
    [[{ year: 1994, month: 4, day: 13 }], "different", "Same year, another day"],
    [[{ year: 1995 }], "different", "1 year apart"],
    [[{ year: 1990 }, { year: 1970, month: 4, day: 12 }], "different", "4 years apart"],
    [[], "unknown", "No birth date told"],
  ])("born %j: %s", (births, agreement, text) => {
    expect(comparePerson(own, found({ births })).birth).toEqual({ agreement, text });
  });

  it.each([
    [["United Kingdom"], "same", "Same country"],
    [["FR", "GBR"], "same", "Same country"],
    [["British"], "partly", "Not written as a country: compare by eye"],
    [["FR"], "different", "Another country"],
    [[], "unknown", "No country told"],
  ])("of %j: %s", (countries, agreement, text) => {
    expect(comparePerson(own, found({ countries })).country).toEqual({ agreement, text });
  });

  it("is neither the person nor another one where nothing is known of the person", () => {
    expect(comparePerson(nobody, found({ births: [{ year: 1994 }], countries: ["FR"] }))).toEqual({
      name: { agreement: "unknown", text: "The person's name is not known" },
      birth: { agreement: "unknown", text: "The person's is not known" },
      country: { agreement: "unknown", text: "The person's is not known" },
    });
  });
});

describe("what is known of the person", () => {
  const field = (value: string) => ({ type: "string", value });

  it("is what they provided first, then what the attempts that count have read, each once", () => {
    const fields = {
      "name-first": field("Ada"),
      "name-last": field("Lovelace"),
      "native-name-first": field("Αda"),
      birthdate: field("1994-04-12"),
      "address-country-code": field("GB"),
      nationality: field("GB"),
      "selected-country-code": field("FR"),
    };
    const read = {
      id: "ver_1",
      type: "verification/government-id",
      status: "passed",
      nameFirst: "ADA",
      nameMiddle: "A",
      nameLast: "LOVELACE",
      nativeNameFirst: "Адa",
      birthdate: "1994-04-13",
      addressCountryCode: "US",
      nationality: "IE",
      countryCode: "DE",
    };
    expect(ownDataOf({ fields }, [read])).toEqual({
      names: ["Ada Lovelace", "Αda", "ADA A LOVELACE", "Адa"],
      births: [
        { year: 1994, month: 4, day: 12 },
        { year: 1994, month: 4, day: 13 },
      ],
      countries: ["GB", "US", "IE", "FR", "DE"],
    });
  });

  it("begins with the name they provided, though a document that writes it otherwise comes after another name", () => {
    const fields = { "name-first": field("Ada"), "name-last": field("Lovelace"), "native-name-first": field("Αda") };
    const read = { id: "ver_1", type: "verification/government-id", status: "passed", nameFirst: "ADA", nameLast: "LOVELACE" };
    expect(ownDataOf({ fields }, [read]).names).toEqual(["Ada Lovelace", "Αda"]);
  });

  it("is the same name once, however it is cased, and nothing of an answer without any", () => {
    const read = { id: "ver_1", type: "verification/government-id", status: "passed", nameFirst: "ADA", nameLast: "LOVELACE" };
    expect(ownDataOf({ fields: { "name-first": field("Ada"), "name-last": field("Lovelace") } }, [read]).names).toEqual(["Ada Lovelace"]);
    expect(ownDataOf({ fields: {} }, [{}])).toEqual({ names: [], births: [], countries: [] });
  });
});
