import { describe, expect, it } from "vitest";
import { findObjectIds, parseObjectId, truncatedObjectLabel } from "@/domain/object-id";

const suffix = "4KxVdP8qLmZ2nYtR7wBcJf6H";

describe("object ids", () => {
  it.each([
    ["inq", "inquiry"],
    ["act", "account"],
    ["iqse", "inquiry-session"],
    ["itmpl", "inquiry-template"],
    ["itmplv", "inquiry-template-version"],
    ["tmpl", "template"],
    ["ver", "verification"],
    ["doc", "document"],
    ["self", "selfie"],
    ["rep", "report"],
    ["case", "case"],
    ["evt", "event"],
    ["dev", "device"],
    ["net", "network"],
    ["req", "api-log"],
    ["ual", "user-audit-log"],
    ["user", "user"],
    ["wfr", "workflow-run"],
    ["env", "environment"],
    ["txn", "transaction"],
  ])("%s_ is the prefix of the kind %s", (prefix, kind) => {
    expect(parseObjectId(`${prefix}_${suffix}`)).toMatchObject({ id: `${prefix}_${suffix}`, prefix, kind });
  });

  it("have no fixed length: inquiry ids had 28 characters, have 32, and may have more", () => {
    for (const length of [24, 28, 40]) expect(parseObjectId(`inq_${"a".repeat(length)}`)).toBeDefined();
  });

  it("ignore white space around them", () => {
    expect(parseObjectId(`  inq_${suffix}\n`)?.id).toBe(`inq_${suffix}`);
  });

  it.each([
    "user_1042",
    "case_7",
    "abc_" + suffix,
    `inq-${suffix}`,
    `inq_${suffix}!`,
    "inq_",
    "",
    "constructor_" + suffix,
    "x".repeat(100_000),
  ])("%.40s is none", (text) => {
    expect(parseObjectId(text)).toBeUndefined();
  });

  it("cut short are recognised as such, unless the prefix is an everyday word", () => {
    expect(truncatedObjectLabel("inq_4KxVdP8q")).toBe("inquiry");
    expect(truncatedObjectLabel("user_1042")).toBeUndefined();
    expect(truncatedObjectLabel(`inq_${suffix}`)).toBeUndefined();
  });

  it("are found in a text, each once", () => {
    const text = `It says inq_${suffix}, again inq_${suffix} (account act_${suffix}). Not my_inq_${suffix}.`;
    expect(findObjectIds(text).map(({ id }) => id)).toEqual([`inq_${suffix}`, `act_${suffix}`]);
  });
});
