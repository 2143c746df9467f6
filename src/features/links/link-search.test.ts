import { expect, it } from "vitest";
import { isLinkFiltered, issuedLinkParams, readLinkSearch, withLinkFilters } from "./link-search";

it.each([
  ["a state that is none", { state: "open" }],
  ["an object of another kind", { inquiry: "act_123" }],
  ["a link in the place of an ID", { inquiry: "https://inquiry.example/verify?code=1" }],
  ["a person's name", { by: "Jonas Abara" }],
])("reads %s as not there", (_, search) => {
  expect(Object.values(readLinkSearch(search)).filter((part) => part !== undefined)).toEqual([]);
});

it("becomes the filter of the API", () => {
  const search = readLinkSearch({ state: "live", inquiry: "inq_1", by: "user_1", after: "c1" });
  expect(issuedLinkParams(search)).toEqual({ state: "live", inquiryId: "inq_1", issuedBy: "user_1", after: "c1", size: 50 });
});

it("starts again at the newest with another filter", () => {
  const search = withLinkFilters(readLinkSearch({ state: "live", after: "c1" }), { state: undefined });
  expect(search.after).toBeUndefined();
  expect(isLinkFiltered(search)).toBe(false);
});
