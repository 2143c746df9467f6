import fc from "fast-check";
import { expect, it } from "vitest";
import { canBePaired } from "@/lib/pairing";

const agree = (one: string, other: string) => Array.from(one).some((letter) => other.includes(letter));

it.each([
  [[], [], true],
  [["a"], ["a"], true],
  [["a"], ["a", "a"], false],
  // the first that fits has to be given up
  [["ab", "a"], ["a", "b"], true],
  [["a", "a"], ["a", "b"], false],
])("%j and %j: %s", (ones, others, expected) => {
  expect(canBePaired(ones, others, agree)).toBe(expected);
});

it("is the same either way round, and finds whatever was only shuffled", () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), minLength: 1, maxLength: 2 }), { maxLength: 6 });
  fc.assert(
    fc.property(words, words, (ones, others) => {
      expect(canBePaired(others, ones, agree)).toBe(canBePaired(ones, others, agree));
      expect(canBePaired(ones, ones.toReversed(), agree)).toBe(true);
    }),
  );
});
