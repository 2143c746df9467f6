import { describe, expect, it } from "vitest";
import { accountListParams, readAccountSearch, referenceIdsOf, searchOfReferenceIds, splitReferenceIds } from "./account-search";

const parse = readAccountSearch;
const act = `act_${"a".repeat(24)}`;

describe("the address of the people table", () => {
  it.each([
    ["a cursor of another kind", { after: "inq_123" }],
    ["several lines", { "reference-id": "a\nb" }],
    ["numbers and lists", { "reference-id": 12, before: [act] }],
  ])("reads %s as not there", (_, search) => {
    expect(Object.values(parse(search)).filter((part) => part !== undefined)).toEqual([]);
  });

  it("asks for a page of everybody, or for the people named and no page", () => {
    expect(accountListParams(parse({ after: act, before: act }))).toEqual({ after: act, before: undefined, size: 50 });
    expect(accountListParams(parse({ "reference-id": "u-1,u-2", after: act }))).toEqual({ referenceIds: ["u-1", "u-2"], size: 100 });
  });

  it("names each person once, whatever the letter case", () => {
    expect(referenceIdsOf(parse({ "reference-id": "u-1, U-1,u-2," }))).toEqual(["u-1", "u-2"]);
  });

  it("comes back from the reference IDs it was made of", () => {
    const ids = ["user 1", "b", "ü-3"];
    expect(referenceIdsOf(parse(searchOfReferenceIds(ids)))).toEqual(ids);
    expect(searchOfReferenceIds([])["reference-id"]).toBeUndefined();
  });

  it("holds no more people than one call can name", () => {
    const many = Array.from({ length: 150 }, (_, index) => `user-${index}`);
    expect(referenceIdsOf(searchOfReferenceIds(many))).toHaveLength(100);
  });
});

describe("pasted reference IDs", () => {
  it.each([
    ["lines", "a\nb\r\nc"],
    ["commas", "a, b,c"],
    ["a column of a spreadsheet", "a\tb\nc"],
    ["a mixture", " a;\n\nb,\tc "],
  ])("are read from %s", (_, pasted) => {
    expect(splitReferenceIds(pasted)).toEqual(["a", "b", "c"]);
  });

  it("may hold a space", () => {
    expect(splitReferenceIds("user 17")).toEqual(["user 17"]);
  });
});
