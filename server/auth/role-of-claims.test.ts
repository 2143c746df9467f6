import { describe, expect, it } from "vitest";
import type { Role } from "@/domain/viewer";
import { roleOfClaims } from "./role-of-claims";

const roles = new Map<string, Role>([
  ["desk-admins", "admin"],
  ["desk-leads", "lead"],
  ["desk-reviewers", "reviewer"],
  ["desk-support", "support"],
  ["desk-auditors", "auditor"],
]);

describe("a role out of claims", () => {
  it.each<[Record<string, unknown>, string, Role | undefined]>([
    [{ groups: "desk-leads" }, "groups", "lead"],
    [{ groups: ["staff", "desk-support"] }, "groups", "support"],
    [{ groups: ["desk-auditors", "desk-support", "desk-reviewers", "desk-leads"] }, "groups", "lead"],
    [{ groups: ["desk-auditors", "desk-support"] }, "groups", "support"],
    [{ groups: ["desk-leads", "desk-admins"] }, "groups", "admin"],
    [{ realm_access: { roles: ["desk-reviewers"] } }, "realm_access.roles", "reviewer"],
    [{ "https://desk.example/roles": ["desk-leads"] }, "https://desk.example/roles", "lead"],
    [{ groups: [] }, "groups", undefined],
    [{ groups: ["Desk-Leads"] }, "groups", undefined],
    [{ groups: "desk-leads,desk-admins" }, "groups", undefined],
    [{ groups: [["desk-admins"]] }, "groups", undefined],
    [{ groups: { "0": "desk-admins" } }, "groups", undefined],
    [{ groups: null }, "groups", undefined],
    [{}, "groups", undefined],
    [{}, "constructor", undefined],
    [{ groups: ["lead", "admin"] }, "groups", undefined],
    [{ roles: ["desk-admins"] }, "groups", undefined],
  ])("%j by %s: %s", (claims, claim, role) => expect(roleOfClaims(claims, claim, roles)).toBe(role));
});
