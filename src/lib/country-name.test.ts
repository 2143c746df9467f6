import { expect, it } from "vitest";
import { countryName } from "@/lib/country-name";

it.each([
  ["UA", "Ukraine"],
  ["de", "Germany"],
  ["ZZ", "Unknown Region"],
  ["QX", "QX"],
  ["Wakanda", "Wakanda"],
])("%s is %s", (code, name) => {
  expect(countryName(code)).toBe(name);
});
