import { expect, it } from "vitest";
import { attemptsOf, cameAlong } from "@/domain/access/came-along";

const naming = (...ids: readonly string[]) => {
  const named = ids.map((id) => ({ type: "any", id }));
  return { links: { sessions: named, verifications: named } };
};
const made = (createdAt: string | null) => ({ createdAt });
const [first, last] = ["2026-03-02T09:00:00.000Z", "2026-03-02T10:00:00.000Z"];

it.each([
  ["there are none", naming(), [], []],
  ["none came of those there are", naming("iqse_1"), [], []],
  ["some came", {}, ["one"], ["one"]],
  ["none came, and whether there are any was not told", {}, [], null],
])("of a relationship: %s", (_, inquiry, resources, expected) => {
  expect(cameAlong(inquiry, "sessions", resources)).toEqual(expected);
});

it.each([
  ["there are none", naming(), [], { verifications: 0, lastVerificationAt: null }],
  ["all came", naming("a", "b"), [made(first), made(last)], { verifications: 2, lastVerificationAt: Date.parse(last) }],
  ["one did not come: it may be the last", naming("a", "b"), [made(first)], { verifications: 2 }],
  ["one does not say when", naming("a", "b"), [made(first), made(null)], { verifications: 2 }],
  ["none came, and whether there are any was not told", {}, [], { verifications: null }],
])("of its verifications: %s", (_, inquiry, verifications, expected) => {
  expect(attemptsOf(inquiry, verifications)).toEqual(expected);
});
