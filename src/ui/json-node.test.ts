import { expect, test } from "vitest";
import { entriesOf, leafOf, summaryOf } from "@/ui/json-node";

test.each([
  [{}, "{ }"],
  [[], "[ ]"],
  [[1, 2], "[ 2 ]"],
  [{ type: 1, id: 2 }, "{ type, id }"],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, "{ a, b, c, 2 more }"],
  [{ ["k".repeat(30)]: 1 }, `{ ${"k".repeat(24)}… }`],
])("%j closed reads %s", (value, summary) => {
  expect(summaryOf(value)).toBe(summary);
});

test("only arrays and objects open", () => {
  expect(entriesOf("text")).toBeUndefined();
  expect(entriesOf(null)).toBeUndefined();
  expect(entriesOf(["a"])).toEqual([{ key: "0", value: "a" }]);
});

test("the text 1 and the number 1 differ", () => {
  expect(leafOf("1").kind).toBe("text");
  expect(leafOf(1).kind).toBe("number");
});
