import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assertNever } from "@/lib/assert-never";
import { groupBy } from "@/lib/group-by";
import { middleEllipsis } from "@/lib/middle-ellipsis";
import { isRecord, readEntries, readList, readNumber, readProperty, readText, readTexts, readTime } from "@/lib/read";
import { safeUrl } from "@/lib/safe-url";
import { humanize } from "@/lib/humanize";
import { count, figure, joinWords, pluralOf } from "@/lib/words";

describe("reading what may not be there", () => {
  it("gives nothing for the wrong kind instead of throwing", () => {
    for (const wrong of [null, undefined, 1, true, "", "x", [], {}]) {
      expect(readProperty(wrong, "absent")).toBeUndefined();
      expect(readTime(wrong)).toBeUndefined();
      expect(readNumber(wrong === 1 ? Number.NaN : wrong)).toBeUndefined();
    }
    expect(readList("abc")).toEqual([]);
    expect(readEntries([1, 2])).toEqual([]);
    expect(readText("  ")).toBeUndefined();
    expect([null, undefined, "x", 1, [], [{}]].filter(isRecord)).toEqual([]);
    expect(isRecord({})).toBe(true);
  });

  it("does not read what an object inherits", () => {
    expect(readProperty({}, "constructor")).toBeUndefined();
    expect(readProperty({}, "__proto__")).toBeUndefined();
  });

  it("reads times, and texts without repeats", () => {
    expect(readTime("1970-01-01T00:00:01.000Z")).toBe(1000);
    expect(readTime("tomorrow")).toBeUndefined();
    expect(readTexts(["a", null, "b", "a", 3])).toEqual(["a", "b"]);
  });
});

describe("words", () => {
  it.each([
    ["id_mrz_detection", "ID MRZ detection"],
    ["database-tin", "Database TIN"],
    ["nameFirst", "Name first"],
    ["", "Unnamed"],
    [null, "Unnamed"],
    ["__", "Unnamed"],
    ["httpStatus", "HTTP status"],
  ])("%j reads %s", (name, words) => {
    expect(humanize(name)).toBe(words);
  });

  it("writes numbers and forms as Intl does for English", () => {
    const plurals = new Intl.PluralRules("en");
    const numbers = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -2_000, max: 2_000 }), fc.maxSafeInteger(), fc.double());
    fc.assert(
      fc.property(numbers, (n) => {
        expect(pluralOf(n, "one", "other")).toBe(plurals.select(n));
        // nothing is below zero that is none
        expect(figure(n)).toBe((n + 0).toLocaleString("en"));
      }),
      { numRuns: 2_000 },
    );
  });

  it("counts and joins", () => {
    expect(count(1, "session")).toBe("1 session");
    expect(count(1200, "inquiry", "inquiries")).toBe("1,200 inquiries");
    expect(joinWords([])).toBe("");
    expect(joinWords(["a", "b", "c"])).toBe("a, b and c");
    expect(joinWords(["a", "b"], "or")).toBe("a or b");
  });
});

describe("ids", () => {
  it("are shortened in the middle, and only when that saves something", () => {
    expect(middleEllipsis("inq_abcdefghijklmnopqrstuvwxyz12")).toBe("inq_abcdef…yz12");
    expect(middleEllipsis("inq_short")).toBe("inq_short");
  });
});

describe("addresses from outside", () => {
  it.each([
    ["https://files.example.com/a.jpg?access_token=x", true],
    ["http://127.0.0.1:4010/files/a.png", true],
    ["blob:http://localhost/1234", true],
    ["data:image/svg+xml;base64,AAAA", true],
    ["javascript:alert(1)", false],
    ["JaVaScRiPt:alert(1)", false],
    ["data:text/html,<script>", false],
    ["//evil.example", false],
    ["/relative", false],
    ["https://", false],
    ["", false],
  ])("%s may be followed: %s", (address, ok) => {
    expect(safeUrl(address) !== undefined).toBe(ok);
  });
});

describe("grouping", () => {
  it("keeps the order of first appearance", () => {
    expect([...groupBy([3, 1, 4, 2, 6], (n) => (n % 2 === 0 ? "even" : "odd"))]).toEqual([
      ["odd", [3, 1]],
      ["even", [4, 2, 6]],
    ]);
  });
});

describe("assertNever", () => {
  it("throws when a closed union turns out not to be", () => {
    // A value the types exclude is exactly what the function is for.
    expect(() => assertNever("surprise" as never)).toThrow("Unexpected value: surprise");
  });
});
