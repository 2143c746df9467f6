import { describe, expect, it } from "vitest";
import { cardMrz, checkDigit, mrzName, passportMrz } from "./mrz";

// The specimens printed in ICAO Doc 9303, parts 4 and 5.
const specimen = {
  issuer: "UTO",
  first: "Anna Maria",
  last: "Eriksson",
  nationality: "UTO",
  birthdate: "1974-08-12",
  expirationDate: "2012-04-15",
  sex: "F",
} as const;

describe("machine readable zone", () => {
  it("writes the second line of ICAO's passport specimen, apart from its personal number", () => {
    const [first, second] = passportMrz({ ...specimen, code: "P", number: "L898902C3" });
    expect(first).toBe("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
    expect(second.slice(0, 28)).toBe("L898902C36UTO7408122F1204159");
    expect(second).toHaveLength(44);
  });

  it("writes ICAO's card specimen", () => {
    expect(cardMrz({ ...specimen, code: "I", number: "D23145890" })).toEqual([
      "I<UTOD231458907<<<<<<<<<<<<<<<",
      "7408122F1204159UTO<<<<<<<<<<<6",
      "ERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    ]);
  });

  it.each([
    ["520727", "3"],
    ["AB2134<<<", "5"],
  ])("computes the check digit of %s", (field, digit) => {
    expect(checkDigit(field)).toBe(digit);
  });

  it.each([
    ["Łukasz Żółć", "LUKASZ<ZOLC"],
    ["O’Brien", "OBRIEN"],
    ["Weiß", "WEISS"],
    ["<script>", "SCRIPT"],
    ["王小明", ""],
  ])("spells %s as %s", (name, spelled) => {
    expect(mrzName(name)).toBe(spelled);
  });
});
