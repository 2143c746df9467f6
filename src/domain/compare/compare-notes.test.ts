import { describe, expect, it } from "vitest";
import { compareValues } from "@/domain/compare/compare-values";
import { compareDates, formatPartialDate, readPartialDate } from "@/domain/compare/partial-date";

describe("why two values are not simply the same is said in words", () => {
  it.each([
    ["birthdate", "1994-04-12", "1994", "Same year; no more is told"],
    ["birthdate", "1994-04-12", "1994-04", "Same month; no day is told"],
    ["birthdate", "12.04.1994", "1994-04-12", "Can't be compared: not written as year, month, day"],
    ["name-first", "...", "---", "Can't be compared: no letters in it"],
    ["name-last", "van der Berg", "VANDERBERG", "Same letters, spaced otherwise"],
    ["name-first", "太郎", "TARO", "Written in another script: compare by eye"],
    ["name-first", "张伟", "張偉", "Written in other characters: compare by eye"],
    ["name-middle", "J", "James", "One has an initial only"],
    ["name-first", "Julia", "Yulia", "Alike but for transliteration: compare by eye"],
    ["name-first", "J\u043Ehn", "John", "Letters of two scripts in one word: compare by eye"],
    ["name-first", "A".repeat(201), "B", "Too long to be compared"],
    ["identification-number", "*******2323", "123452323", "Masked by Persona: the last 4 agree"],
    ["identification-number", "AB****1234", "AB991234", "Masked by Persona: the first 2 and the last 4 agree"],
    ["identification-number", "12****", "129", "Masked by Persona: the first 2 agree"],
    ["identification-number", "****", "129", "Masked by Persona: can't be compared"],
    ["identification-number", "///", "---", "Can't be compared: no number in it"],
    ["address-postal-code", "94109-1234", "94109", "Same in the first five digits"],
    ["address-postal-code", "01234", "1234", "One lacks the zero at the beginning"],
    ["address-postal-code", "D-10115", "10115", "One begins with a country"],
    ["address-postal-code", "-", "—", "Can't be compared: no code in it"],
    ["phone-number", "+1 415 555 0100", "(415) 555-0100", "Same but for the country code"],
    ["phone-number", "8 912 345-67-89", "+7 912 345-67-89", "Same but for what is dialled first"],
    ["phone-number", "+1 415 555 0100 x12", "+1 415 555 0100", "One has an extension"],
    ["phone-number", "unknown", "n/a", "Can't be compared: no number in it"],
    ["sex", "M", "Mujer", "Can't be compared: not written as M, F or X"],
    ["nationality", "German", "DE", "Not written as a country: compare by eye"],
    ["address-street-1", "12 Main St, Apt 4", "12 Main Street #4", "Same but for what the unit is called"],
    ["address-street-1", "12 Main Street", "12 Main Street Apt 4", "One says more"],
    ["address-street-1", "12 Main St", "12 Main Street", "One may be abbreviated"],
    ["address-street-1", "12 Main St", "12 Main Street Apt 4", "One names no unit"],
  ])("%s: %s and %s", (key, one, other, note) => {
    expect([compareValues(key, one, other).note, compareValues(key, other, one).note]).toEqual([note, note]);
  });

  it.each([
    ["name-first", "José", "JOSE"],
    ["identification-number", "12 34-56", "123456"],
    ["phone-number", "0014155550100", "+14155550100"],
    ["sex", " male ", "M"],
    ["nationality", "Narnia", " narnia "],
    ["email-address", " a.b@example.com", "a.b@example.com "],
    ["birthdate", " some day", "some day "],
  ])("and nothing where they are: %s, %s and %s", (key, one, other) => {
    expect(compareValues(key, one, other)).toEqual({ agreement: "same", note: null });
  });
});

describe("how long a value is compared", () => {
  const long = "A".repeat(200);

  it("is two hundred signs; beyond, only what is written alike and whole is the same", () => {
    expect(compareValues("name-first", long, `${long.slice(1)}B`).agreement).toBe("different");
    for (const [one, other] of [
      [`${long}A`, "A"],
      ["A", `${long}A`],
    ] as const) {
      expect(compareValues("name-first", one, other)).toEqual({ agreement: "partly", note: "Too long to be compared" });
    }
    expect(compareValues("name-first", `${long}A`, `${long}A`).agreement).toBe("same");
    // cut off for being shown
    expect(compareValues("name-first", `${long}…`, `${long}…`).agreement).toBe("partly");
  });
});

describe("near misses that are no matches", () => {
  it.each([
    ["address-street-1", "12 Main Av", "12 Main Street"],
    ["address-street-1", "12 Main Stre", "12 Main Lane"],
    ["address-street-2", "Apt North", "#4"],
    ["address-city", "Bostox", "Boston"],
    ["address-postal-code", "9410", "941091234"],
    ["address-postal-code", "94109", "9410912345"],
    ["address-postal-code", "94109", "123494109"],
    ["address-postal-code", "10115", "DEUT10115"],
    ["address-postal-code", "15", "D15"],
    ["address-postal-code", "12", "012"],
    ["identification-number", "1X2323", "123452323"],
    ["phone-number", "555 0100", "+1 415 555 0101"],
    ["phone-number", "55 0100", "+1 415 555 0100"],
    ["phone-number", "+1 415 555 0100", "+44 415 555 0100"],
    ["phone-number", "+1234 415 555 010", "415 555 010"],
    ["phone-number", "415 555 0100", "1234 415 555 0101"],
  ])("%s: %s and %s", (key, one, other) => {
    expect([compareValues(key, one, other).agreement, compareValues(key, other, one).agreement]).not.toContain("same");
  });

  it.each([
    ["address-city", "Bo", "Boston", "partly"],
    ["address-city", "Bos", "Boston", "partly"],
    ["address-city", "B", "Boston", "partly"],
    ["address-city", "Bostn", "Boston", "different"],
    ["address-city", "Btn", "Boston", "partly"],
    ["address-city", "Bsto", "Boston", "different"],
    ["address-street-1", "5 Bd", "5 Boulevard", "partly"],
    ["address-subdivision", "N1", "New 1st", "different"],
    ["phone-number", "+1 415 555 0100 extension 12", "+14155550100 ext.: 12", "same"],
    ["phone-number", "tel: +14155550100", "+14155550100", "same"],
    ["phone-number", "(00) 1 415 555 0100", "+1 415 555 0100", "same"],
    ["phone-number", "00415550100", "415550100", "same"],
    ["phone-number", "5550100", "+1 415 555 0100", "partly"],
  ])("%s: %s and %s are %s", (key, one, other, agreement) => {
    expect(compareValues(key, one, other).agreement).toBe(agreement);
  });
});

describe("a day that is not known wholly", () => {
  it.each([
    [1994, "1994"],
    ["1994-04", "Apr 1994"],
    [" 1994-04-12 ", "12 Apr 1994"],
    [{ year: 1994, month: "12", day: 1 }, "1 Dec 1994"],
    [{ year: 1994, month: 1 }, "Jan 1994"],
    [{ year: "1994", day: 3 }, "1994"],
    [{ date: "1994-04-12" }, "12 Apr 1994"],
    [{ date: 1994 }, "1994"],
    ["1994-13-12", "1994"],
    ["1994-04-32", "Apr 1994"],
    [`1994-04-12T${"0".repeat(80)}`, "12 Apr 1994"],
  ])("%j is written %s", (value, text) => {
    const date = readPartialDate(value);
    expect(date && formatPartialDate(date)).toBe(text);
  });

  it.each([[0], [10_000], [1994.5], [true], [null], [{ date: true }], [{ year: true }], [{ year: [1994] }], ["soon"], [{}]])(
    "%j is none",
    (value) => {
      expect(readPartialDate(value)).toBeUndefined();
    },
  );

  it("is the same as none, and contradicts where what is known does", () => {
    expect(compareDates({ year: 1994, month: 4 }, { year: 1994, month: 4 }).agreement).toBe("partly");
    expect(compareDates({ year: 1994, month: 4 }, { year: 1994, month: 5, day: 1 }).agreement).toBe("different");
    expect(compareDates({ year: 1994 }, { year: 1995 }).agreement).toBe("different");
  });
});
