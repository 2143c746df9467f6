import { expect, it } from "vitest";
import { parseQuery } from "./query";

const spec = { filter: ["status", "reference-id"], page: true, fields: true, include: true };

it("deepObject parameters come apart", () => {
  const search = new URLSearchParams(
    "filter[reference-id]=a,b&page[size]=5&page[after]=inq_1&fields[verification/selfie]=status,created-at&include=account,sessions",
  );
  expect(parseQuery(search, spec)).toEqual({
    filter: { "reference-id": "a,b" },
    page: { size: 5, after: "inq_1" },
    fields: new Map([["verification/selfie", ["status", "created-at"]]]),
    include: ["account", "sessions"],
  });
});

it("nothing is included by an empty include", () => {
  expect(parseQuery(new URLSearchParams("include="), spec).include).toEqual([]);
});

it.each([
  ["filter[colour]=red", "filter.colour is not allowed"],
  ["filter[referenceId]=r", "filter.reference_id is not allowed"],
  ["filter=red", "filter is not allowed"],
  ["sort=created-at", "sort is not allowed"],
  ["page[size]=0", "page.size must be between 1 and 100"],
  ["page[size]=101", "page.size must be between 1 and 100"],
  ["page[size]=ten", "page.size must be between 1 and 100"],
  ["page[number]=2", "page.number is not allowed"],
  ["page[after]=a&page[before]=b", "page.after and page.before cannot be used together"],
])("%s is refused", (query, details) => {
  expect(() => parseQuery(new URLSearchParams(query), spec)).toThrow(expect.objectContaining({ status: 400, details }));
});

it.each(["include=account", "page[size]=5", "fields[inquiry]=status"])("%s is refused where it is not declared", (query) => {
  expect(() => parseQuery(new URLSearchParams(query), {})).toThrow(expect.objectContaining({ status: 400 }));
});
