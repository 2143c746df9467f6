import { describe, expect, it } from "vitest";
import { clampText, displayLine, displayValue, hasHiddenCharacters, sanitizeText } from "@/lib/display-text";

describe("sanitising", () => {
  it.each([
    ["a right-to-left override that turns a file name around", "invoice\u202Efdp.exe", "invoicefdp.exe"],
    ["isolates and marks", "\u2066a\u2069\u200Eb\u200Fc\u061C", "abc"],
    ["zero-width spaces and byte order marks", "ad\u200Bmin\uFEFF", "admin"],
    ["control characters", "a\u0000b\u001Bc\u009Fd", "abcd"],
    ["tag characters that hide a text in a text", "ok\u{E0041}\u{E0042}", "ok"],
  ])("removes %s", (_, text, clean) => {
    expect(sanitizeText(text)).toBe(clean);
  });

  it("keeps what languages and emoji need: Arabic, Persian joiners, combining marks, families", () => {
    for (const text of ["مرحبا بالعالم", "می\u200Cخواهم", "Zoe\u0308", "👩\u200D👧"]) expect(sanitizeText(text)).toBe(text);
  });

  it("keeps line breaks, in one form", () => {
    expect(sanitizeText("a\r\nb\rc\u2028d\n")).toBe("a\nb\nc\nd\n");
  });

  it("replaces half a surrogate pair", () => {
    expect(sanitizeText("x\uD83D")).toBe("x\uFFFD");
  });

  it("tells when something was hidden, and not for line breaks", () => {
    expect(hasHiddenCharacters("a\u202Eb")).toBe(true);
    expect(hasHiddenCharacters("a\r\nb")).toBe(false);
  });
});

describe("clamping", () => {
  it("says how much it left out", () => {
    expect(clampText("abcdef", 4)).toEqual({ text: "abcd", omitted: 2 });
    expect(clampText("abc", 3)).toEqual({ text: "abc", omitted: 0 });
  });

  it("never splits a surrogate pair", () => {
    expect(clampText("ab😀cd", 3)).toEqual({ text: "ab", omitted: 4 });
  });

  it("makes one short line out of a megabyte", () => {
    expect(displayLine("a\n".repeat(500_000), 10)).toBe("a a a a a…");
  });
});

describe("values of any kind as a line", () => {
  it.each([
    ["  two\twords ", "two words"],
    [0, "0"],
    [false, "false"],
    [null, "none"],
    ["", "none"],
    ["\u200B\u202E", "none"],
    [{ a: 1 }, "none"],
  ])("%j → %s", (value, line) => {
    expect(displayValue(value, "none")).toBe(line);
  });
});
