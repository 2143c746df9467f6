import { expect, it } from "vitest";
import { exportWords } from "./export-words";

it("says when a file leaves out older entries", () => {
  expect(exportWords({ rows: 1, total: 1 })).toBe("Your browser has the file: 1 entry.");
  expect(exportWords({ rows: 100_000, total: 234_567 })).toBe(
    "Your browser has the file: the newest 100,000 entries of 234,567. Export the older ones by their days.",
  );
});
