import { describe, expect, it } from "vitest";
import { csvCell, csvLine } from "./csv";

describe("a cell of a CSV file", () => {
  it.each([
    ["plain", "plain"],
    ["", ""],
    [null, ""],
    [undefined, ""],
    [12, "12"],
    ["with, comma", '"with, comma"'],
    ['with "quotes"', '"with ""quotes"""'],
    ["two\r\nlines", '"two\r\nlines"'],
    [" blanks ", '" blanks "'],
    ["a=b", "a=b"],
    ["half-way", "half-way"],
  ])("of %j is %j", (value, cell) => expect(csvCell(value)).toBe(cell));

  it.each([
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ['=HYPERLINK("https://evil.example","click")', '"\'=HYPERLINK(""https://evil.example"",""click"")"'],
    ["\t=1", "'\t'=1"],
    ["\r=1", "\"'\r'=1\""],
    ["\n=1", "\"'\n'=1\""],
    ["  =1", "'  =1"],
    ["＝1", "'＝1"],
    ["\ttab", "'\ttab"],
  ])("that begins like a formula, %j, is made harmless", (value, cell) => {
    // quotes go around, the apostrophe stays the first character a spreadsheet reads
    expect(csvCell(value)).toBe(cell);
    expect(csvCell(value).replace(/^"/, "")).toMatch(/^'/);
  });
});

it.each([
  ["a;=1+1", "a;'=1+1"],
  ["x\t=1+1", "x\t'=1+1"],
  ["x; @SUM(A1)", "x; '@SUM(A1)"],
  ["x\n+1", '"x\n\'+1"'],
  ["a;b\tc", "a;b\tc"],
])("a formula behind what divides cells elsewhere is made harmless: %j", (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

it("a line ends as RFC 4180 says, also the last", () => {
  expect(csvLine(["a", 1, null])).toBe("a,1,\r\n");
});
