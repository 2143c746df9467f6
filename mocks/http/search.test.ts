import { expect, it } from "vitest";
import { type SearchBody, type SearchQuery, searchBody, searchOrder, searchPredicate } from "./search";

const spec = { attributes: ["status", "created_at", "fields.*"], sortable: ["created_at", "status"] };
const rows = [
  { id: "a", status: "pending", created_at: "2026-03-03T00:00:00.000Z" },
  { id: "b", status: "created", created_at: "2026-03-02T00:00:00.000Z" },
  { id: "c", status: "pending", created_at: "2026-03-01T00:00:00.000Z" },
];
type Row = (typeof rows)[number];
const read = (row: Row, attribute: string) => row[attribute as keyof Row];
const find = (query: SearchQuery) =>
  rows
    .filter(searchPredicate(query, spec, read))
    .map((row) => row.id)
    .join("");
const leaf = (attribute: string, operator: string, value: string | number) => ({ attribute, operator, value });
const pending = leaf("status", "eq", "pending");

it.each<[SearchQuery, string]>([
  [pending, "ac"],
  [{ not: pending }, "b"],
  [{ and: [pending, leaf("created_at", "gte", "2026-03-02")] }, "a"],
  [{ or: [leaf("status", "eq", "created"), leaf("created_at", "lt", "2026-03-02T00:00:00Z")] }, "bc"],
  [{ and: [pending, { not: leaf("created_at", "lte", "2026-03-01T01:00:00+01:00") }] }, "a"],
  [leaf("fields.name", "eq", "x"), ""],
  [{ and: [] }, "abc"],
])("%j finds %s", (query, expected) => expect(find(query)).toBe(expected));

it.each<[string, SearchQuery]>([
  ["a third level", { and: [{ or: [{ not: pending }] }] }],
  ["a twenty-first clause", { or: Array.from({ length: 21 }, () => pending) }],
  ["an attribute that is not searchable", leaf("reference_id", "eq", "x")],
  ["an operator there is not", leaf("status", "in", "x")],
])("%s is refused", (_, query) => {
  expect(() => searchPredicate(query, spec, read)).toThrow(expect.objectContaining({ status: 400 }));
});

it.each<[SearchBody["sort"], string]>([
  [undefined, "abc"],
  [{ attribute: "created_at", direction: "desc" }, "abc"],
  [{ attribute: "created_at", direction: "asc" }, "cba"],
  [{ attribute: "status", direction: "asc" }, "bac"],
])("sorted by %j", (sort, expected) => {
  expect(
    Array.from(searchOrder(rows, sort, spec, read))
      .map((row) => row.id)
      .join(""),
  ).toBe(expected);
});

it.each([
  { attribute: "note", direction: "asc" },
  { attribute: "status", direction: "up" },
])("sort %j is refused", (sort) => {
  expect(() => searchOrder(rows, sort, spec, read)).toThrow(expect.objectContaining({ status: 400 }));
});

it.each([{}, { query: { and: [pending] } }, { page: { size: 5 } }])("%j is a search", (body) =>
  expect(searchBody.safeParse(body).success).toBe(true),
);
it.each([{ include: "account" }, { query: { like: "x" } }, { sort: { attribute: "status" } }])("%j is none", (body) =>
  expect(searchBody.safeParse(body).success).toBe(false),
);
