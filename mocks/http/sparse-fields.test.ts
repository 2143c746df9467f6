import { expect, it } from "vitest";
import { withSparseFields } from "./sparse-fields";

const verification = {
  type: "verification/government-id",
  id: "ver_1",
  attributes: { status: "passed", createdAt: "x", fields: { "name-first": { value: "Ada" }, "name-last": { value: "L" } } },
  relationships: { inquiry: { data: null } },
};

it.each([
  ["verification/government-id", ["status"], { status: "passed" }],
  ["verification", ["created-at"], { createdAt: "x" }],
  ["verification", ["createdAt", "status"], { status: "passed", createdAt: "x" }],
  ["verification", ["fields.name-first"], { fields: { "name-first": { value: "Ada" } } }],
  ["verification", ["fields.name_first"], { fields: { "name-first": { value: "Ada" } } }],
  ["verification", ["fields", "fields.name-first"], { fields: verification.attributes.fields }],
  ["verification", ["nothing"], {}],
])("fields[%s]=%o", (type, names, attributes) => {
  expect(withSparseFields(verification, new Map([[type, names]]))).toEqual({ ...verification, attributes });
});

it("a type that is not named keeps everything", () => {
  expect(withSparseFields(verification, new Map([["inquiry", ["status"]]]))).toBe(verification);
});
