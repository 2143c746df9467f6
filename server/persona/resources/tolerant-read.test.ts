import { expect, it } from "vitest";
import { z } from "zod";
import { readTolerantly } from "./tolerant-read";

const item = z.looseObject({ id: z.string(), note: z.string().optional() });
const schema = z.looseObject({ title: z.string().optional(), items: z.array(item) });
const read = (value: unknown) => readTolerantly(schema, value, "answer");

it("what fits is as it came, with what the schema does not know", () => {
  const value = { title: "a", more: { deep: [1] }, items: [{ id: "1", colour: "red" }] };
  expect(read(value)).toEqual({ value, problems: [] });
});

it("an attribute that the rest can do without goes alone, and is told without its value", () => {
  expect(read({ title: 7, items: [{ id: "1", note: ["Mara"] }] })).toEqual({
    value: { items: [{ id: "1" }] },
    problems: ["answer.title: expected string, received number", "answer.items[].note: expected string, received array"],
  });
});

it("one that is needed takes with it what it belongs to, and no more", () => {
  expect(read({ title: "a", items: [{ id: "1" }, { id: 2 }, {}, 7, { id: "3" }] })).toEqual({
    value: { title: "a", items: [{ id: "1" }, { id: "3" }] },
    problems: [
      "answer.items[].id: expected string, received number",
      "answer.items[].id: expected string, received undefined",
      "answer.items[]: expected object, received number",
    ],
  });
});

it.each([
  [undefined, "answer: expected object, received undefined"],
  [[], "answer: expected object, received array"],
  ["Mara", "answer: expected object, received string"],
  [{ items: {} }, "answer.items: expected array, received object"],
])("nothing is left of %j", (value, problem) => {
  const { value: left, problems } = read(value);
  expect(left).toBeUndefined();
  expect(problems[0]).toBe(problem);
});

it("keys that nobody documented are not told: they may hold anything", () => {
  const named = z.record(z.string(), z.number());
  expect(readTolerantly(named, { "Mara Quill, 12 March": "x", b: 1 }, "answer")).toEqual({
    value: { b: 1 },
    problems: ["answer.?: expected number, received string"],
  });
});

it("what is wrong a thousand times is told once", () => {
  const items = Array.from({ length: 1_000 }, () => ({ id: null }));
  const { value, problems } = read({ items: [...items, { id: "1" }] });
  expect([value?.items, problems]).toEqual([[{ id: "1" }], ["answer.items[].id: expected string, received null"]]);
});

it("no more than ten different problems are told", () => {
  const wide = z.looseObject(Object.fromEntries(Array.from("abcdefghijklmn", (key) => [key, z.string().optional()])));
  const value = Object.fromEntries(Array.from("abcdefghijklmn", (key) => [key, 1]));
  expect(readTolerantly(wide, value, "answer").problems).toHaveLength(10);
});
