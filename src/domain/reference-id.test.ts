import { describe, expect, it } from "vitest";
import { adviseReferenceId, sameReferenceId } from "@/domain/reference-id";

const concerns = (value: string) => adviseReferenceId(value).map(({ concern }) => concern);

describe("reference ids should be opaque", () => {
  it.each([
    ["ada@example.com", ["e-mail address"]],
    ["+49 170 1234567", ["phone number"]],
    ["(415) 555-0100", ["phone number"]],
    ["415-555-0100", ["phone number"]],
    ["123-45-6789", ["social security number"]],
    ["Ada Lovelace", ["name"]],
    ["José María O’Neill-García", ["name"]],
    ["山田 太郎", ["name"]],
    [" u-1", ["white space"]],
    ["x".repeat(300), ["length"]],
  ])("%s is warned about", (value, expected) => {
    expect(concerns(value)).toEqual(expected);
  });

  it.each(["u-1042", "usr_8f3k2", "5b9e8a7c-2f0e-4a52-9f14-2f6f5a1d9c11", "1234567890", "000-12-3456", "order 66", "", "2026-03-02"])(
    "%j is fine",
    (value) => {
      expect(concerns(value)).toEqual([]);
    },
  );

  it("are compared without regard to case", () => {
    expect(sameReferenceId("User-A", "user-a")).toBe(true);
    expect(sameReferenceId("user-a", "user-b")).toBe(false);
  });
});
