import { expect, it } from "vitest";
import { describeScope, partnerTokenState } from "./partner-token";

const now = Date.parse("2026-03-02T09:00:00Z");

it.each([
  ["works", { revokedAt: null, expiresAt: null }],
  ["works", { revokedAt: null, expiresAt: "2026-03-02T09:00:00.001Z" }],
  ["expired", { revokedAt: null, expiresAt: "2026-03-02T09:00:00Z" }],
  ["revoked", { revokedAt: "2026-03-01T09:00:00Z", expiresAt: "2026-03-02T08:00:00Z" }],
  ["works", { revokedAt: null, expiresAt: "some day" }],
] as const)("is %s: %o", (state, token) => expect(partnerTokenState(token, now)).toBe(state));

it("shows a scope nobody knows as itself", () => {
  const sentence = "Inquiry Desk does not know this scope.";
  expect(describeScope("everything.write")).toEqual({ label: "everything.write", sentence });
  expect(describeScope("standing.read").label).toBe("Read standings");
});
