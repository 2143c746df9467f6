import fc from "fast-check";
import { propertyRuns } from "@test/support/property-runs";
import { describe, expect, it } from "vitest";
import { compareNames } from "@/domain/compare/compare-names";
import { compareValues } from "@/domain/compare/compare-values";
import { compareDates, readPartialDate } from "@/domain/compare/partial-date";

const keys = [
  "birthdate",
  "name-first",
  "identification-number",
  "phone-number",
  "address-postal-code",
  "nationality",
  "sex",
  "email-address",
  "address-street-1",
  "address-subdivision",
];
const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string(),
  fc.constantFrom(
    "",
    "1994",
    "***23",
    "A***",
    "USA",
    "Müller",
    "Юлія",
    "Нұр",
    "山田",
    "张伟",
    "張偉",
    "Åström",
    "ヤマダ",
    "+1",
    "+1 415 555 0100 x1",
    "08001234567",
    "800123456",
  ),
  fc
    .array(
      fc.constantFrom(
        "Müller",
        "MULLER",
        "van",
        "der",
        "García",
        "López",
        "Юрий",
        "Yuri",
        "å",
        "Å",
        "AA",
        "a",
        "雲",
        "云",
        "J",
        "1",
        "10",
        "St",
        "Street",
        "مُحَمَّد",
        "محمد",
      ),
      {
        maxLength: 4,
      },
    )
    .map((words) => words.join(" ")),
);

describe("whatever is compared", () => {
  it("gives the same answer either way round", () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), anyText, anyText, (key, one, other) => {
        expect(compareValues(key, other, one)).toEqual(compareValues(key, one, other));
      }),
      { numRuns: propertyRuns(2000, 300) },
    );
  });

  it("is the same as itself, or masked", () => {
    fc.assert(
      fc.property(fc.constantFrom(...keys), anyText, (key, text) => {
        expect(compareValues(key, text, text).agreement).not.toBe("different");
      }),
      { numRuns: propertyRuns(1000, 300) },
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
      { numRuns: propertyRuns(2000, 300) },
    );
    const phone = fc.string({ unit: fc.constantFrom(..."0123456789".split("")), minLength: 7, maxLength: 12 });
    fc.assert(
      fc.property(phone, phone, (one, other) => {
        const [a, b] = [`+4${one}`, `+4${other}`];
        expect(compareValues("phone-number", a, b).agreement === "same").toBe(one === other);
      }),
    );
  });

  it("takes two units for one, in part, only when their numbers are one, whatever they are called", () => {
    const called = fc.constantFrom("Apt ", "Apartment ", "Unit ", "#", "# ", "Ste ", "no. ", "");
    const street = fc.constantFrom("", "12 Main St ", "12 Main Street, ");
    const unit = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(street, street, called, called, unit, unit, (on, at, call, name, one, other) => {
        fc.pre((on === "") === (at === ""));
        const { agreement } = compareValues("address-street-1", `${on}${call}${one}`, `${at}${name}${other}`);
        expect(agreement !== "different").toBe(one === other);
      }),
      { numRuns: propertyRuns(1000, 300) },
    );
  });

  it("never takes two numbers for one, in the digits of whichever script", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789".split("")), minLength: 7, maxLength: 12 });
    const zeros = fc.constantFrom(0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1d7ce);
    const inScript = (text: string, zero: number) => text.replaceAll(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
    fc.assert(
      fc.property(digits, digits, zeros, zeros, fc.constantFrom("document-number", "phone-number"), (one, other, zero, second, key) => {
        const lead = key === "phone-number" ? "+4" : "A";
        const isEqual = compareValues(key, lead + inScript(one, zero), lead + inScript(other, second)).agreement === "same";
        expect(isEqual).toBe(one === other);
        expect(compareValues(key, lead + inScript(one, zero), lead + one).agreement).toBe("same");
      }),
      { numRuns: propertyRuns(2000, 300) },
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
      { numRuns: propertyRuns(2000, 300) },
    );
  });

  /** A name part and the spellings of it that documents have; no spelling of one is a spelling of another. */
  const parts = [
    ["Müller", "MUELLER", "Muller", "Mu\u0308ller"],
    ["Miller", "MILLER"],
    ["Muñoz", "MUNOZ", "MUNXXOZ"],
    ["Munos", "MUNOS"],
    ["Åström", "AASTROM", "ASTROEM", "AASTROEM"],
    ["Ostrom", "OSTROM"],
    ["Weiß", "WEISS"],
    ["Weis", "WEIS"],
    ["Щербаков", "SHCHERBAKOV"],
    ["Sherbakov", "SHERBAKOV"],
    ["Yulia", "YULIA"],
    ["Julia", "JULIA"],
    ["张伟", "张伟"],
    ["張偉", "張偉"],
    ["Sørensen", "SOERENSEN", "SORENSEN"],
    ["García", "GARCIA", "Garci\u0301a"],
    ["López", "LOPEZ"],
    ["O’Neill", "ONEILL", "O'Neill"],
    ["van", "VAN"],
    ["der", "Der"],
    ["de", "DE"],
    ["la", "La"],
    ["Юлія", "IULIIA", "YULIIA"],
    ["Алексей", "ALEKSEI", "Aleksey"],
    ["Иванов", "IVANOV"],
    ["Иванова", "IVANOVA"],
    ["Łukasz", "LUKASZ"],
    ["Nguyễn", "NGUYEN"],
    ["Jr", "JR."],
  ] as const;
  const written = fc.array(fc.tuple(fc.nat(parts.length - 1), fc.nat(3)), { minLength: 1, maxLength: 5 }).map((words) => ({
    which: words.map(([part]) => part).join(" "),
    // the first spelling is the one that the person uses; the others are those of documents
    own: words.map(([part]) => parts[part]?.[0]).join(" "),
    printed: words.map(([part, spelling]) => parts[part]?.[spelling % parts[part].length]).join(" "),
  }));

  it("takes a name for the same in every spelling of its parts, and never for one of other parts or another order", () => {
    fc.assert(
      fc.property(written, written, (one, other) => {
        expect(compareNames(one.own, one.printed).agreement).toBe("same");
        expect(compareNames(one.own, other.printed).agreement === "same").toBe(one.which === other.which);
      }),
      { numRuns: propertyRuns(3000, 300) },
    );
  });

  it("never sees a contradiction in the order of a name, in particles run together or in one surname of two", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(parts.length - 1), { minLength: 2, maxLength: 4 }), fc.nat(3), (which, turn) => {
        const words = which.map((part) => parts[part]?.[0] ?? "");
        const turned = [...words.slice(turn % words.length), ...words.slice(0, turn % words.length)];
        expect(compareNames(words.join(" "), turned.join(" ")).agreement).not.toBe("different");
        expect(compareNames(words.join(" "), words.join("")).agreement).toBe("partly");
        expect(compareNames(words.join(" "), words.slice(0, -1).join(" ")).agreement).toBe("partly");
      }),
    );
  });

  /** Names of two people, or one name that nobody can be sure of: spelled nearly alike. */
  const nearMisses = [
    ["Mueller", "Muller"],
    ["Muñoz", "Muñiz"],
    ["MUNXXOZ", "MUNOZ"],
    ["Åström", "Øström"],
    ["AASTROM", "ASTROM"],
    ["Großmann", "Grosmann"],
    ["Ðorð", "Thor"],
    ["Щербаков", "Щербакова"],
    ["Щербаков", "Sherbakov"],
    ["Рибак", "Рыбак"],
    ["Yulia", "Julia"],
    ["Юлия", "Julia"],
    ["张伟", "張偉"],
    ["Sophia", "Sofia"],
  ] as const;

  it("never takes a near miss for the same, whatever stands beside it and wherever", () => {
    const beside = fc.array(fc.constantFrom("Müller", "Erik", "Åse", "Юлія", "van", "J"), { maxLength: 2 });
    fc.assert(
      fc.property(fc.constantFrom(...nearMisses), beside, beside, fc.boolean(), ([one, other], first, last, isUpper) => {
        const [a = "", b = ""] = [one, other].map((name) => [...first, name, ...last].join(" "));
        const written = isUpper ? b.toUpperCase() : b;
        expect(compareNames(a, written).agreement).not.toBe("same");
        expect(compareNames(written, a)).toEqual(compareNames(a, written));
      }),
      { numRuns: propertyRuns(1000, 300) },
    );
  });

  it("answers at once, however many ways there are to write it", () => {
    const many = "åüñ ".repeat(50).trim();
    expect(compareNames(many, `${many.slice(0, -1)}x`).agreement).toBe("different");
    expect(compareNames(many, many.replaceAll(" ", "")).agreement).toBe("partly");
  });
});
