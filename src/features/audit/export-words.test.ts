import { expect, it } from "vitest";
import { exportWords } from "./export-words";

it("says when a file leaves out older entries", () => {
  expect(exportWords({ rows: 1, total: 1 })).toBe("Downloaded 1 entry.");
  expect(exportWords({ rows: 100_000, total: 234_567 })).toBe(
    "Downloaded the newest 100,000 entries of 234,567. For older ones, filter by days and export again.",
  );
});
