import { describe, expect, it } from "vitest";
import { checkTag, tagsOf } from "@/domain/tags";

describe("tags", () => {
  it.each([
    ["  vip  customer ", { ok: true, tag: "vip customer" }],
    ["", { ok: false }],
    ["   ", { ok: false }],
    ["Fraud", { ok: false, reason: "It already has this tag." }],
    ["a".repeat(100), { ok: true }],
    ["a".repeat(101), { ok: false }],
    ["ad\u200Bmin", { ok: false }],
  ])("%j", (typed, expected) => {
    expect(checkTag(typed, ["fraud"])).toMatchObject(expected);
  });

  it("are read without nulls and repeats", () => {
    expect(tagsOf({ tags: ["a", null, "a", "b"] })).toEqual(["a", "b"]);
    expect(tagsOf({})).toEqual([]);
  });
});
