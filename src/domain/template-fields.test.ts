import { expect, it } from "vitest";
import { readTemplateFields } from "./template-fields";

it("a field is told with what becomes of its value", () => {
  const config = { required: true, writePolicy: "write_once", redactionPolicy: "never", archivedAt: null, deactivatedAt: null };
  expect(readTemplateFields([{ type: "date", key: "birthdate", label: "Date of birth", config }])).toEqual([
    { key: "birthdate", label: "Date of birth", type: "date", isRequired: true, isWriteOnce: true, isKept: true, isInUse: true },
  ]);
});

it.each(["archivedAt", "deactivatedAt"])("one with %s is no longer in use", (name) => {
  const [field] = readTemplateFields([{ type: "string", key: "tier", config: { [name]: "2026-01-01T00:00:00Z" } }]);
  expect(field).toMatchObject({ label: "tier", isInUse: false, isRequired: false });
});

it("what has no key that could be written is left out, and each key comes once", () => {
  const given = [null, "x", {}, { key: 7 }, { key: "a b" }, { key: "a&b=c" }, { key: "tier", type: 3 }, { key: "tier", type: "number" }];
  expect(readTemplateFields(given).map(({ key, type }) => [key, type])).toEqual([["tier", "3"]]);
  expect(readTemplateFields({ key: "tier" })).toEqual([]);
});
