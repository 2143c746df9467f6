import { expect, it } from "vitest";
import { errorKind } from "./error-kind";

it.each([
  [new TypeError("Anna Novak"), { name: "TypeError" }],
  [Object.assign(new Error("duplicate key (anna@example.com)"), { code: "23505" }), { name: "Error", code: "23505" }],
  [Object.assign(new Error("x"), { code: 7 }), { name: "Error" }],
  ["Anna Novak", { name: "string" }],
  [undefined, { name: "undefined" }],
])("%o tells no more than its kind", (error, expected) => {
  expect(errorKind(error)).toEqual(expected);
});
