import { describe, expect, it } from "vitest";
import { auditCsvHeader, auditCsvLine, csvCell } from "./audit-csv";

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
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    ["\n=1", '"\'\n=1"'],
    ["  =1", "'  =1"],
    ["＝1", "'＝1"],
    ["\ttab", "'\ttab"],
  ])("that begins like a formula, %j, is made harmless", (value, cell) => {
    // quotes go around, the apostrophe stays the first character a spreadsheet reads
    expect(csvCell(value)).toBe(cell);
    expect(csvCell(value).replace(/^"/, "")).toMatch(/^'/);
  });
});

describe("a line of the audit export", () => {
  it("has a cell for every header, whatever the entry lacks", () => {
    const line = auditCsvLine({
      id: "aud_1",
      position: 1,
      action: "call",
      outcome: "refused",
      actor: { type: "system", id: "system", name: "=cmd|' /C calc'!A0" },
      subject: null,
      createdAt: "2026-03-02T09:00:00.000Z",
      statusBefore: null,
      statusAfter: null,
      reason: null,
      requestId: null,
      personaRequestId: null,
      details: {},
      hash: "h",
    });
    expect(line.split(",")).toHaveLength(auditCsvHeader.split(",").length);
    expect(line).toBe("1,aud_1,2026-03-02T09:00:00.000Z,call,refused,system,system,'=cmd|' /C calc'!A0,,,,,,,,,,,h\r\n");
  });
});
