import { expect, it } from "vitest";
import { routes } from "../handlers/routes";
import { refusalOf } from "./roles";

const writes = routes.filter(({ safe }) => !safe).map(({ operation }) => operation);
const supervision = ["listAllUserAuditLogs", "retrieveAUserAuditLog"];
const forLeads = ["consolidateIntoAnAccount", "redactAnAccount", "redactAnInquiry"];
const forDeciders = [
  "approveAnInquiry",
  "declineAnInquiry",
  "dismissMatches",
  "inquiriesPerformSimulateActions",
  "reportActionPauseContinuousMonitoring",
  "reportActionReRunReport",
  "reportActionResumeContinuousMonitoring",
  "reviewMatches",
  "setStatusForACase",
];
const sorted = (...names: string[]) => names.toSorted((a, b) => a.localeCompare(b));

it.each([
  ["lead", []],
  ["admin", []],
  ["reviewer", sorted(...supervision, ...forLeads)],
  ["support", sorted(...supervision, ...forLeads, ...forDeciders)],
  ["auditor", sorted(...writes)],
] as const)("a %s is refused what is not theirs, and reads everything else", (role, expected) => {
  const refused = routes.filter((route) => refusalOf(role, route) !== undefined).map(({ operation }) => operation);
  expect(sorted(...refused)).toEqual(expected);
});
