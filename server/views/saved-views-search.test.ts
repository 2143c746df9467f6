import { describe, expect, it } from "vitest";
import { nameKey, nameSchema, searchSchema } from "./saved-views-search";

describe("the search of a view", () => {
  it.each([
    ["", ""],
    ["status=pending,expired&created=2026-03-01", "status=pending,expired&created=2026-03-01"],
    ["status=pending&after=inq_1", "status=pending"],
    ["before=inq_1&status=pending&page=3", "status=pending"],
    ["page%5Bafter%5D=inq_1&page[size]=20&status=pending", "status=pending"],
    ["%61fter=inq_1", ""],
    ["afterwards=1&&note=a%20b", "afterwards=1&note=a%20b"],
  ])("%j is kept as %j", (given, kept) => expect(searchSchema.parse(given)).toBe(kept));

  it.each([
    "?status=pending",
    "%72eference=usr_1",
    "status=a&refer%65nce=usr_1",
    "status=a b",
    "status=ü",
    "a=1\r\nb=2",
    "a=\u0000",
    "a=1#top",
    `a=${"x".repeat(2000)}`,
  ])("%j is refused", (given) => expect(searchSchema.safeParse(given).success).toBe(false));
});

describe("the name of a view", () => {
  it.each(["", "   ", "x".repeat(61), "two\nlines", "right\u202Eleft", "no\u0000"])("%j is refused", (given) =>
    expect(nameSchema.safeParse(given).success).toBe(false),
  );

  it.each([
    ["My queue", "MY QUEUE"],
    ["My queue", " my  queue "],
    ["Élan", "e\u0301lan"],
    ["ﬁle", "file"],
  ])("%j is the same as %j", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

  it("is another one when it looks different", () => expect(nameKey("Queue 1")).not.toBe(nameKey("Queue 2")));
});
