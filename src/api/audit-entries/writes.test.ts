// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { plainName } from "@/api/audit-entries/writes";

it.each([
  ["identification number", "identification number"],
  ["JSON: The inquiry and all that belongs to it", "JSON The inquiry and all that belongs to it"],
  ["número de identificación", "numero de identificacion"],
  ["2nd name", "nd name"],
  ["card 4111111111111111", "card"],
  ["<img src=x onerror=alert(1)>", "img src x onerror alert 1"],
  ["生年月日", "unnamed"],
  ["", "unnamed"],
  ["a\u202Eb\nc", "a b c"],
  ["x".repeat(200), "x".repeat(80)],
  ["12\u200B34", "unnamed"],
])("%j is recorded as %j", (name, plain) => expect(plainName(name)).toBe(plain));

it("what the audit log refuses never comes out", () => {
  for (const name of ["1a2345b", "a 12345 b", "a12 345", "--", "Ⅻ 123４５", `${"y".repeat(79)} z`]) {
    expect(plainName(name)).toMatch(/^(?!.*\d{4})[A-Za-z][\w ,./-]{0,79}$/);
  }
});
