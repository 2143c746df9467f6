import { describe, expect, it } from "vitest";
import { formatSearchString, parseSearchString } from "./search-string";

describe("the search part of an address", () => {
  it("keeps what looks like a number, a boolean or JSON as the text it is", () => {
    expect(parseSearchString("?reference=100234&note=true&x=%7B%22a%22%3A1%7D&leading=007")).toEqual({
      reference: "100234",
      note: "true",
      x: '{"a":1}',
      leading: "007",
    });
  });

  it("takes the last of a repeated key", () => {
    expect(parseSearchString("a=1&a=2")).toEqual({ a: "2" });
  });

  it("leaves out what is not set", () => {
    expect(formatSearchString({ a: undefined, b: null, c: "", d: "x" })).toBe("?d=x");
    expect(formatSearchString({})).toBe("");
  });

  it("leaves commas and colons readable", () => {
    expect(formatSearchString({ status: "pending,expired", at: "2026-03-02T09:00" })).toBe("?status=pending,expired&at=2026-03-02T09:00");
  });

  it.each(["usr_1", "a b+c&d=e#f?g", "مرحبا", "100%", "<script>", "%2C", "🙂"])("gives %j back unchanged", (value) => {
    expect(parseSearchString(formatSearchString({ value }))).toEqual({ value });
  });
});
