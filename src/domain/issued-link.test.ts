import { expect, it } from "vitest";
import { stateByNow } from "@/domain/issued-link";

const now = Date.parse("2026-03-04T12:00:00.000Z");
const [past, future] = ["2026-03-04T11:59:00.000Z", "2026-03-04T13:00:00.000Z"];

it.each([
  ["lives until its end", "live", future, null, "live"],
  ["has lapsed by its own end", "live", past, null, "lapsed"],
  ["has lapsed by the end of its inquiry", "live", future, past, "lapsed"],
  ["lives where nobody said until when", "live", null, null, "live"],
  ["lives where its end can't be read", "live", "soon", null, "live"],
  ["stays opened", "opened", past, null, "opened"],
  ["stays superseded", "superseded", past, null, "superseded"],
] as const)("a link in a ledger that is shown for hours %s", (_, state, expiresAt, inquiryExpiresAt, expected) => {
  expect(stateByNow({ state, expiresAt, inquiryExpiresAt }, now)).toBe(expected);
});
