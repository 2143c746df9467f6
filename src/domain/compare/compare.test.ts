import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareNames } from "@/domain/compare/compare-names";
import { compareValues } from "@/domain/compare/compare-values";
import { compareDates, readPartialDate } from "@/domain/compare/partial-date";

describe("what counts as equal", () => {
  it.each([
    ["birthdate", "1994-04-12", "1994-04-12T00:00:00.000Z", "same"],
    ["birthdate", "1994-04-12", "1994-04-12T00:00:00-11:00", "same"],
    ["birthdate", "1994-04-12", "1994-04-13", "different"],
    ["birthdate", "1994-04-12", "1994", "partly"],
    ["birthdate", "1994-04-12", "1994-05", "different"],
    ["birthdate", "1994-04-12", "04/12/1994", "partly"],
    ["name-last", "Müller", "MUELLER", "same"],
    ["name-last", "Müller", "MULLER", "same"],
    ["name-last", "Mueller", "Muller", "different"],
    ["name-last", "Muller", "Miller", "different"],
    ["name-last", "Łukaszewski", "LUKASZEWSKI", "same"],
    ["name-last", "Sørensen", "SOERENSEN", "same"],
    ["name-last", "Þórðardóttir", "THORDARDOTTIR", "same"],
    ["name-last", "Großmann", "GROSSMANN", "same"],
    ["name-last", "Đorđević", "DORDEVIC", "same"],
    ["name-first", "José", "JOSE", "same"],
    ["name-first", "Anne-Marie", "ANNE MARIE", "same"],
    ["name-first", "Anna", "Anne", "different"],
    ["name-first", "Jo Annette", "Joan Nette", "partly"],
    ["name-first", "Алексей", "ALEKSEI", "same"],
    ["name-first", "Алексей", "Aleksey", "same"],
    ["name-last", "Бондаренко", "BONDARENKO", "same"],
    ["name-first", "Юлія", "YULIIA", "same"],
    ["name-first", "Алексей", "PETR", "different"],
    ["name-first", "太郎", "TARO", "partly"],
    ["name-first", "太郎", "次郎", "different"],
    ["name-first", "がく", "かく", "different"],
    ["name-first", "कमल", "कमला", "different"],
    ["name-first", "Alexander", "Alexander James", "partly"],
    ["name-middle", "J", "James", "partly"],
    ["identification-number", "*******2323", "123452323", "partly"],
    ["identification-number", "*******2323", "123452324", "different"],
    ["identification-number", "XXXXX-2323", "123452323", "partly"],
    ["identification-number", "X1234567L", "X1234567L", "same"],
    ["identification-number", "X1234567L", "1234567L", "different"],
    ["identification-number", "12 34-56", "123456", "same"],
    ["address-postal-code", "941090000", "94109", "same"],
    ["address-postal-code", "94109-1234", "94109", "same"],
    ["address-postal-code", "94109", "94110", "different"],
    ["address-postal-code", "sw1a 1aa", "SW1A1AA", "same"],
    ["address-country-code", "US", "USA", "same"],
    ["address-country-code", "Germany", "D", "same"],
    ["nationality", "AUT", "AU", "different"],
    ["phone-number", "+1 415 555 0100", "(415) 555-0100", "same"],
    ["phone-number", "+44 20 7946 0018", "020 7946 0018", "same"],
    ["phone-number", "+1 415 555 0100", "+61 415 555 0100", "different"],
    ["phone-number", "0014155550100", "+14155550100", "same"],
    ["email-address", "a.b@example.com", "ab@example.com", "different"],
    ["email-address", "A.B@Example.com", "a.b@example.com", "same"],
    ["sex", "male", "M", "same"],
    ["sex", "male", "F", "different"],
    ["address-street-1", "12 Main St.", "12 MAIN ST", "same"],
    ["address-street-1", "12 3 Main", "1 23 Main", "partly"],
  ])("%s: %s and %s are %s", (key, one, other, agreement) => {
    expect(compareValues(key, one, other).agreement).toBe(agreement);
  });

  it("says why two that look unlike are the same", () => {
    expect(compareValues("name-last", "Müller", "MUELLER").note).toBe("Same but for spelling");
    expect(compareValues("name-first", "José", "JOSE").note).toBeNull();
    expect(compareValues("identification-number", "*******2323", "123452323").note).toBe("Masked by Persona: the last 4 agree");
    expect(compareValues("address-postal-code", "94109", "941090000").note).toBe("Same in the first five digits");
  });
});

const keys = [
  "birthdate",
  "name-first",
  "identification-number",
  "phone-number",
  "address-postal-code",
  "nationality",
  "sex",
  "email-address",
];
const anyText = fc.oneof(fc.string({ unit: "grapheme" }), fc.string(), fc.constantFrom("", "1994", "***23", "USA", "Müller", "Юлія", "+1"));

describe("whatever is compared", () => {
  it("gives the same answer either way round", () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), anyText, anyText, (key, one, other) => {
        expect(compareValues(key, other, one)).toEqual(compareValues(key, one, other));
      }),
      { numRuns: 2000 },
    );
  });

  it("is the same as itself, or masked", () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), anyText, (key, text) => {
        expect(compareValues(key, text, text).agreement).not.toBe("different");
      }),
      { numRuns: 1000 },
    );
  });

  const day = fc.record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  });

  it("never takes two birth dates for one", () => {
    const write = ({ year, month, day: d }: { year: number; month: number; day: number }) =>
      `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
    fc.assert(
      fc.property(day, day, fc.constantFrom("", "T00:00:00.000Z", "T23:59:59+14:00"), (one, other, time) => {
        const isEqual = write(one) === write(other);
        expect(compareValues("birthdate", write(one), write(other) + time).agreement === "same").toBe(isEqual);
        expect(compareDates(one, other)).toEqual(compareDates(other, one));
        expect(readPartialDate(write(one))).toEqual(one);
      }),
    );
  });

  const number = fc.string({ unit: fc.constantFrom(..."ABC0123456789".split("")), minLength: 1, maxLength: 6 });

  it("never takes two numbers for one", () => {
    fc.assert(
      fc.property(number, number, (one, other) => {
        expect(compareValues("document-number", one, other).agreement === "same").toBe(one === other);
      }),
      { numRuns: 2000 },
    );
    const phone = fc.string({ unit: fc.constantFrom(..."0123456789".split("")), minLength: 7, maxLength: 12 });
    fc.assert(
      fc.property(phone, phone, (one, other) => {
        const [a, b] = [`+4${one}`, `+4${other}`];
        expect(compareValues("phone-number", a, b).agreement === "same").toBe(one === other);
      }),
    );
  });

  const name = fc.array(fc.string({ unit: fc.constantFrom(..."aeou".split("")), minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  });

  it("never takes two names for one", () => {
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(compareNames(one.join(" "), other.join("-").toUpperCase()).agreement === "same").toBe(one.join(" ") === other.join(" "));
      }),
      { numRuns: 2000 },
    );
  });
});
