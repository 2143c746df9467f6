import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareNames } from "./compare-names";
import { latinSpellings } from "./latin-spellings";

const rows = [...readFileSync("docs/comparing.md", "utf8").matchAll(/^\| (\p{Ll}) \| ([A-Z, ]+) \|$/gmu)].map(
  ([, letter = "", spelled = ""]) => [letter, spelled.toLowerCase().split(", ")] as const,
);

describe("letters of passports", () => {
  it("are spelled as the table in docs/comparing.md says", () => {
    expect(rows.length).toBeGreaterThan(15);
    const written = new Map(rows.map(([letter]) => [letter, [...(latinSpellings(letter)[0]?.spellings ?? [])].toSorted()]));
    expect(written).toEqual(new Map(rows.map(([letter, spelled]) => [letter, spelled.toSorted()])));
  });

  it.each([
    ["Muñoz", "MUNXXOZ"],
    ["Muñoz", "MUNOZ"],
    ["MÜLLER", "MUXXLLER"],
    ["Mu\u0308ller", "MUELLER"],
    ["Åström", "AASTROEM"],
    ["Núñez-Øst", "NUNXXEZ OEST"],
    ["Gal·la", "GALLA"],
    ["Weiß", "WEISS"],
    ["Þór", "THOR"],
  ])("%s is %s", (one, other) => {
    expect([compareNames(one, other), compareNames(other, one)].map(({ agreement }) => agreement)).toEqual(["same", "same"]);
  });

  it.each([
    ["MUELLER", "MULLER"],
    ["MUNXXOZ", "MUNOZ"],
    ["Müller", "MUOLLER"],
    ["Muñoz", "MUNYOZ"],
  ])("%s is not %s", (one, other) => {
    expect(compareNames(one, other).agreement).not.toBe("same");
  });
});
