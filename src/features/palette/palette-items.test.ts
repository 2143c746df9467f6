import { describe, expect, it } from "vitest";
import { isExactly, matching, type PaletteItem } from "./palette-items";

const item = (label: string, detail?: string): PaletteItem => ({ id: label, group: "", label, detail, run: () => undefined });
const items = [item("Mark for review"), item("Approve"), item("People"), item("Révision"), item("usr_1", "act_4Kx9")];
const labels = (text: string) => matching(items, text).map(({ label }) => label);

describe("what a text finds", () => {
  it.each([
    ["", ["Mark for review", "Approve", "People", "Révision", "usr_1"]],
    ["rev", ["Mark for review", "Révision"]],
    ["REV mark", ["Mark for review"]],
    ["rév", ["Mark for review", "Révision"]],
    ["act_4k", ["usr_1"]],
    ["prove", []],
    ["approve 123", []],
    ["approve-123", []],
    ["\u202Eapp", ["Approve"]],
  ])("%o", (text, found) => {
    expect(labels(text)).toEqual(found);
  });

  it("puts what is exactly the text first", () => {
    const two = [item("People seen"), item("People")];
    expect(matching(two, "people").map(({ label }) => label)).toEqual(["People", "People seen"]);
  });

  it("is nothing for a text longer than any name, however long", () => {
    expect(labels("a ".repeat(500_000))).toEqual([]);
  });
});

it("a whole name or ID is exact, a part of one is not", () => {
  expect(isExactly(item("Approve"), " approve ")).toBe(true);
  expect(isExactly(item("Person", "act_4Kx9"), "act_4kx9")).toBe(true);
  expect(isExactly(item("Approve"), "appr")).toBe(false);
  expect(isExactly(item(""), "")).toBe(false);
});
