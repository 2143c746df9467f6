import { expect, it } from "vitest";
import { plainEntry } from "@test/server/support/plain-entry";
import type { AuditEntry } from "@/api/generated/desk/types.gen";
import { auditCsv } from "./audit-export";
import type { AuditPage } from "./audit-list";

const entry = (position: number): AuditEntry => ({ ...plainEntry, id: `aud_${position}`, position });

/** A log of so many entries, newest first, whose reading fails below a position. */
const logOf = (length: number, brokenBelow = 0) => ({
  list: async (_: object, { below = length + 1, limit }: AuditPage) => {
    if (below <= brokenBelow) throw new Error("the database is away");
    return Array.from({ length: Math.min(limit, below - 1) }, (_entry, index) => entry(below - 1 - index));
  },
});
const positionsOf = (csv: string) =>
  csv
    .trimEnd()
    .split("\r\n")
    .slice(1)
    .map((line) => Number(line.split(",")[0]));

it("an export holds all rows that it was told to, over many pages, each once", async () => {
  const csv = await new Response(auditCsv(logOf(1_300), {}, 1_203)).text();
  expect(positionsOf(csv)).toEqual(Array.from({ length: 1_203 }, (_, index) => 1_300 - index));
});

it("an export that can't be read to its end ends as broken, not as whole", async () => {
  const reader = auditCsv(logOf(1_300, 801), {}, 1_300).getReader();
  const readAll = async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read());
  };
  await expect(readAll()).rejects.toThrow("the database is away");
});

it("begins with the mark of UTF-8, without which a spreadsheet reads names in the code page of its machine", async () => {
  const bytes = new Uint8Array(await new Response(auditCsv(logOf(1), {}, 1)).arrayBuffer());
  expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
});
