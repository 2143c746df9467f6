import { expect, test } from "vitest";
import { routes } from "../handlers/routes";
import { refusalOf } from "./roles";

const reads = routes.filter(({ safe }) => safe);
const writes = routes.filter(({ safe }) => !safe);
const refused = (role: Parameters<typeof refusalOf>[0]) =>
  writes.filter((route) => refusalOf(role, route) !== undefined).map(({ operation }) => operation);

test.each(["reviewer", "lead", "admin"] as const)("a %s may do everything", (role) => expect(refused(role)).toEqual([]));

test("support never decides and never destroys", () => {
  expect(refused("support").toSorted()).toEqual(["approveAnInquiry", "declineAnInquiry", "redactAnAccount", "redactAnInquiry"]);
});

test("an auditor reads only", () => {
  expect(refused("auditor")).toEqual(writes.map(({ operation }) => operation));
});

test.each(["support", "auditor"] as const)("a %s may read everything, searching included", (role) => {
  expect(reads.map(({ operation }) => operation)).toContain("searchInquiries");
  expect(reads.filter((route) => refusalOf(role, route) !== undefined)).toEqual([]);
});
