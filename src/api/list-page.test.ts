import { describe, expect, it } from "vitest";
import { commaSeparated, listOf, pageQuery } from "./list-page";

describe("the resources of a list", () => {
  const [one, other] = [
    { type: "inquiry", id: "inq_1" },
    { type: "inquiry", id: "inq_2" },
  ];

  it("keep their order", () => {
    expect(listOf([other, one])).toEqual([other, one]);
  });

  it("are there once, as first sent, when a row moves to the next page while one is read", () => {
    expect(listOf([one, other, { ...one, type: "later" }])).toEqual([one, other]);
  });

  it("have an ID", () => {
    // what the types rule out is what an answer may hold
    const odd = [null, 7, "x", [], {}, { id: "" }, { id: 3 }, one] as (typeof one)[];
    expect(listOf(odd)).toEqual([one]);
  });

  it.each([undefined, null, {}, "x"])("that %j holds can't be read, which is not none", (data) => {
    // what the types rule out is what an answer may hold
    expect(() => listOf(data as undefined)).toThrow("The answer could not be read");
  });
});

it.each([
  [{}, { size: undefined }],
  [{ size: 25 }, { size: 25 }],
  [{ after: "inq_1" }, { size: undefined, after: "inq_1" }],
  [{ before: "inq_1" }, { size: undefined, before: "inq_1" }],
  [
    { after: "inq_1", before: "inq_2" },
    { size: undefined, after: "inq_1" },
  ],
])("the page of %j has one cursor at most", (params, query) => {
  expect(pageQuery(params)).toEqual(query);
});

it("a filter without values is none, since an empty one would match nothing", () => {
  expect(commaSeparated(undefined)).toBeUndefined();
  expect(commaSeparated([])).toBeUndefined();
  expect(commaSeparated(["created", "pending"])).toBe("created,pending");
});
