import { expect, it } from "vitest";
import { inflect, inflectionOf, inflectKey } from "./inflection";

it.each([
  ["createdAt", "created-at", "created_at"],
  ["addressStreet1", "address-street-1", "address_street_1"],
  ["isVpn", "is-vpn", "is_vpn"],
  ["oneTimeLinkShort", "one-time-link-short", "one_time_link_short"],
  ["createdAtTs", "created-at-ts", "created_at_ts"],
  ["status", "status", "status"],
])("%s is %s and %s", (camel, kebab, snake) => {
  for (const key of [camel, kebab, snake]) {
    expect(inflectKey(key, "camel")).toBe(camel);
    expect(inflectKey(key, "kebab")).toBe(kebab);
    expect(inflectKey(key, "snake")).toBe(snake);
  }
});

it("keys change at every depth, values and whatever is under `fields` do not", () => {
  const value = { photoUrls: [{ byteSize: 1, page: "left_photo" }], fields: { "name-first": { someType: "x" } }, type: "inquiry-session" };
  expect(inflect(value, "snake")).toEqual({
    photo_urls: [{ byte_size: 1, page: "left_photo" }],
    fields: { "name-first": { someType: "x" } },
    type: "inquiry-session",
  });
});

it("answers are kebab unless the header says otherwise; an unknown casing is none", () => {
  expect(inflectionOf(new Headers())).toBe("kebab");
  expect(inflectionOf(new Headers({ "key-inflection": "camel" }))).toBe("camel");
  expect(inflectionOf(new Headers({ "key-inflection": "pascal" }))).toBeUndefined();
});
