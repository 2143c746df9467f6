import { describe, expect, it } from "vitest";
import { plainEntry } from "@test/server/support/plain-entry";
import { csvHead, csvRow } from "@/lib/csv";
import { auditColumns } from "./audit-csv";

describe("a line of the audit export", () => {
  it("has a cell for every header, whatever the entry lacks", () => {
    const line = csvRow(auditColumns, {
      ...plainEntry,
      outcome: "refused",
      actor: { type: "system", id: "system", name: "=cmd|' /C calc'!A0" },
    });
    expect(line.split(",")).toHaveLength(csvHead(auditColumns).split(",").length);
    expect(line).toBe("1,aud_1,2026-03-02T09:00:00.000Z,call,refused,system,system,'=cmd|' /C calc'!A0,,,,,,,,,,,,,,h\r\n");
  });
});
