import { expect, it } from "vitest";
import { entriesOf, leafOf, summaryOf } from "@/ui/json-node";

it.each([
  [{}, "{ }"],
  [[], "[ ]"],
  [[1, 2], "[ 2 ]"],
  [{ type: 1, id: 2 }, "{ type, id }"],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, "{ a, b, c, 2 more }"],
  [{ ["k".repeat(30)]: 1 }, `{ ${"k".repeat(24)}… }`],
])("%j closed reads %s", (value, summary) => {
  expect(summaryOf(value)).toBe(summary);
});

it("only arrays and objects open", () => {
  expect(entriesOf("text")).toBeUndefined();
  expect(entriesOf(null)).toBeUndefined();
  expect(entriesOf(["a"])).toEqual([{ key: "0", value: "a" }]);
});

it("the text 1 and the number 1 differ", () => {
  expect(leafOf("1").kind).toBe("text");
  expect(leafOf(1).kind).toBe("number");
});
