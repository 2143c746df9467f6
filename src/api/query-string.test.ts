import { expect, it } from "vitest";
import { serializeQuery } from "./query-string";

it.each([
  [
    { page: { size: 10 }, filter: { "reference-id": "x" }, fields: { inquiry: "status,created-at" }, include: "a,b" },
    "page[size]=10&filter[reference-id]=x&fields[inquiry]=status,created-at&include=a,b",
  ],
  [{ filter: { status: ["pending", "needs_review"], note: undefined } }, "filter[status]=pending,needs_review"],
  [{ filter: { "created-at-start": "2026-03-02T09:00:00.000Z" } }, "filter[created-at-start]=2026-03-02T09:00:00.000Z"],
  [{ filter: { note: "a&b=c #1 100% +ü" } }, "filter[note]=a%26b%3Dc%20%231%20100%25%20%2B%C3%BC"],
  [{ "page[size]": undefined, include: "", filter: {}, fields: { inquiry: [] }, x: null }, "include="],
])("%j", (query, expected) => {
  expect(serializeQuery(query)).toBe(expected);
});
