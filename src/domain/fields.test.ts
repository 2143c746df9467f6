import { describe, expect, it } from "vitest";
import { canonicalKey, fieldLabel, piiKindOf } from "@/domain/field-keys";
import { fieldText, personName, readFields } from "@/domain/fields";
import { fieldViewText, veil, viewFieldValue } from "@/domain/field-value";

describe("field keys come in three casings and mean the same", () => {
  it.each([
    ["name-first", "name-first"],
    ["name_first", "name-first"],
    ["nameFirst", "name-first"],
    ["address-street-1", "address-street-1"],
    ["address_street_1", "address-street-1"],
    ["addressStreet1", "address-street-1"],
    ["name.first", "name-first"],
  ])("%s", (key, canonical) => {
    expect(canonicalKey(key)).toBe(canonical);
  });

  it("unknown keys get words, and count as personal", () => {
    expect(fieldLabel("favorite_color")).toBe("Favorite color");
    expect(piiKindOf("favorite_color")).toBe("other");
    expect(piiKindOf("selected-country-code")).toBeNull();
  });
});

const field = (value: unknown, type = "string") => ({ type, value });

describe("reading fields", () => {
  it.each([
    ["an inquiry's flat kebab keys", { "name-first": field("Ada"), "name-last": field("Lovelace") }],
    ["camel keys", { nameFirst: field("Ada"), nameLast: field("Lovelace") }],
    ["an account's nested hash", { name: { type: "hash", value: { first: field("Ada"), middle: field(null), last: field("Lovelace") } } }],
    ["values without an envelope", { "name-first": "Ada", "name-last": "Lovelace" }],
  ])("finds the name in %s", (_, fields) => {
    expect(personName(fields)).toBe("Ada Lovelace");
    expect(fieldText(fields, "nameLast")).toBe("Lovelace");
  });

  it("puts known fields first, in reading order, and keeps the raw key", () => {
    const fields = readFields({
      zebra: field("z"),
      birthdate: field("1990-01-01", "date"),
      address: { type: "hash", value: { street_1: field("Main St") } },
      "name-first": field("Ada"),
    });
    expect(fields.map(({ key, rawKey }) => [key, rawKey])).toEqual([
      ["name-first", "name-first"],
      ["birthdate", "birthdate"],
      ["address-street-1", "address.street_1"],
      ["zebra", "zebra"],
    ]);
  });

  it("gives nothing for what is no map, and survives what is too deep", () => {
    for (const wrong of [null, undefined, "x", 3, [], [field("a")]]) expect(readFields(wrong)).toEqual([]);
    let deep: unknown = "bottom";
    for (let level = 0; level < 50; level += 1) deep = { type: "hash", value: { inner: deep } };
    expect(readFields({ deep })).toHaveLength(1);
    expect(personName({ "name-first": field({ a: 1 }), "name-last": field("\u202E") })).toBeUndefined();
  });
});

describe("values of every type", () => {
  it.each([
    ["a string", "Ada", "Ada"],
    ["a number", 42, "42"],
    ["zero", 0, "0"],
    ["a boolean", false, "No"],
    ["null", null, ""],
    ["an empty string", "", ""],
    ["an empty array", [], ""],
    ["a multiple choice", ["a", "b"], "a, b"],
    ["an array of fields", [field("a"), field("b")], "a, b"],
    ["a hash", { street_1: field("Main St"), city: field("Bern") }, "Street 1: Main St, City: Bern"],
    ["a file", { filename: "id.jpg", url: "https://files.example.com/id.jpg", "byte-size": 12 }, "id.jpg"],
    ["a reference", { type: "Selfie", id: "self_1" }, "self_1"],
    ["markup, as text", "<b onclick=x>hi</b>", "<b onclick=x>hi</b>"],
    ["a text that turns itself around", "a\u202Eb", "ab"],
  ])("%s", (_, value, text) => {
    expect(fieldViewText(viewFieldValue(value))).toBe(text);
  });

  it("a file address that would run code is left out", () => {
    expect(viewFieldValue({ filename: "x", url: "javascript:alert(1)" })).toEqual({
      kind: "file",
      name: "x",
      url: undefined,
      byteSize: undefined,
    });
  });

  it("long lists say how much is left out; megabytes and cycles end", () => {
    const view = viewFieldValue(Array.from({ length: 80 }, (_, i) => i));
    expect(view).toMatchObject({ kind: "list", omitted: 30 });
    expect(fieldViewText(viewFieldValue("x".repeat(1_000_000))).length).toBeLessThan(2100);
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    expect(fieldViewText(viewFieldValue(cycle))).toContain("…");
  });
});

describe("veiling", () => {
  it.each([
    ["Ada Lovelace", "name", "A••• L•••"],
    ["山田 太郎", "name", "山••• 太•••"],
    ["ada@example.com", "email", "a•••@•••"],
    ["+49 170 1234567", "phone", "•••67"],
    ["12345", "identification number", "•••"],
    ["AB1234567", "identification number", "•••67"],
    ["1990-01-01", "birthdate", "•••"],
    ["Main Street 1", "address", "•••"],
    ["blue", "other", "•••"],
    ["DE", null, "DE"],
    ["", "name", ""],
  ] as const)("%s as %s", (text, kind, veiled) => {
    expect(veil(text, kind)).toBe(veiled);
  });

  it("does not tell how long the value is", () => {
    expect(veil("Jo", "name")).toBe(veil("Jonathan", "name"));
  });
});
