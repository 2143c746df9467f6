import { describe, expect, it } from "vitest";
import type { Role } from "@/domain/viewer";
import type { NearMiss } from "./near-misses";
import { type NoRole, roleOfClaims } from "./role-of-claims";

const roles = new Map<string, Role>([
  ["desk-admins", "admin"],
  ["desk-leads", "lead"],
  ["desk-reviewers", "reviewer"],
  ["desk-support", "support"],
  ["desk-auditors", "auditor"],
]);

describe("a role out of claims", () => {
  it.each<[Record<string, unknown>, string, Role]>([
    [{ groups: "desk-leads" }, "groups", "lead"],
    [{ groups: ["staff", "desk-support"] }, "groups", "support"],
    [{ groups: ["desk-auditors", "desk-support", "desk-reviewers", "desk-leads"] }, "groups", "lead"],
    [{ groups: ["desk-auditors", "desk-support"] }, "groups", "support"],
    [{ groups: ["desk-leads", "desk-admins"] }, "groups", "admin"],
    [{ groups: [7, "desk-leads"] }, "groups", "lead"],
    [{ realm_access: { roles: ["desk-reviewers"] } }, "realm_access.roles", "reviewer"],
    [{ "https://desk.example/roles": ["desk-leads"] }, "https://desk.example/roles", "lead"],
    [{ groups: ["desk-leads"], hasgroups: true, _claim_names: { groups: "src1" } }, "groups", "lead"],
  ])("%j by %s: %s", (claims, claim, role) => expect(roleOfClaims(claims, claim, roles)).toBe(role));

  it.each<[Record<string, unknown>, string, NoRole["cause"]]>([
    [{ _claim_names: { groups: "src1" }, _claim_sources: { src1: { endpoint: "https://graph.example" } } }, "groups", "left-out"],
    [{ hasgroups: true }, "groups", "left-out"],
    [{ hasgroups: "true" }, "groups", "left-out"],
    [{ hasgroups: true }, "roles", "absent"],
    [{ hasgroups: false }, "groups", "absent"],
    [{ _claim_names: { email: "src1" } }, "groups", "absent"],
    [{}, "groups", "absent"],
    [{}, "constructor", "absent"],
    [{ roles: ["desk-admins"] }, "groups", "absent"],
    [{ realm_access: {} }, "realm_access.roles", "absent"],
    [{ groups: [] }, "groups", "empty"],
    [{ groups: "" }, "groups", "empty"],
    [{ groups: ["", " "] }, "groups", "empty"],
    [{ groups: null }, "groups", "empty"],
    [{ groups: [["desk-admins"]] }, "groups", "wrong-type"],
    [{ groups: { "0": "desk-admins" } }, "groups", "wrong-type"],
    [{ groups: 7 }, "groups", "wrong-type"],
    [{ groups: true }, "groups", "wrong-type"],
    [{ groups: [null, {}] }, "groups", "wrong-type"],
    [{ groups: "desk-leads,desk-admins" }, "groups", "unknown"],
    [{ groups: ["lead", "admin"] }, "groups", "unknown"],
    [{ groups: ["lead", 7] }, "groups", "unknown"],
  ])("%j by %s: none, %s", (claims, claim, cause) => expect(roleOfClaims(claims, claim, roles)).toMatchObject({ cause }));

  it.each<[string[], number, NearMiss[]]>([
    [["staff", "staff", "guests"], 2, []],
    [["Desk-Leads"], 1, [{ configured: "desk-leads", differences: ["case"] }]],
    [[" desk-leads "], 1, [{ configured: "desk-leads", differences: ["blanks"] }]],
    [["/desk-leads"], 1, [{ configured: "desk-leads", differences: ["slash"] }]],
    [
      ["staff", "/Desk-Leads", "DESK-ADMINS "],
      3,
      [
        { configured: "desk-admins", differences: ["blanks", "case"] },
        { configured: "desk-leads", differences: ["slash", "case"] },
      ],
    ],
    [["/company/desk-leads", "desk leads", "desk-lead"], 3, []],
  ])("%j: %i unknown, nearly %j", (groups, values, nearMisses) =>
    expect(roleOfClaims({ groups }, "groups", roles)).toEqual({ cause: "unknown", values, nearMisses }),
  );

  it("may be configured with a slash or a capital that the claim lacks", () => {
    const configured = new Map<string, Role>([["/Desk Leads", "lead"]]);
    expect(roleOfClaims({ groups: ["desk leads"] }, "groups", configured)).toMatchObject({
      nearMisses: [{ configured: "/Desk Leads", differences: ["slash", "case"] }],
    });
  });
});
