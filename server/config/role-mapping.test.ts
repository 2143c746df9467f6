import { describe, expect, it } from "vitest";
import { roleMapping } from "./role-mapping";

describe("OIDC_ROLES", () => {
  it.each<[string, Record<string, string>]>([
    ["desk-leads=lead", { "desk-leads": "lead" }],
    [" desk-leads=lead , desk-reviewers = reviewer ", { "desk-leads": "lead", "desk-reviewers": "reviewer" }],
    ["Desk leads=lead", { "Desk leads": "lead" }],
    ["cn=desk=lead", { "cn=desk": "lead" }],
    ["/a/b=admin", { "/a/b": "admin" }],
    ["A\\b=admin", { "A\\b": "admin" }],
    ['The "Desk"=admin', { 'The "Desk"': "admin" }],
    ['"Desk, leads"=lead', { "Desk, leads": "lead" }],
    ['"cn=leads,ou=desk,dc=example"=lead,staff=auditor', { "cn=leads,ou=desk,dc=example": "lead", staff: "auditor" }],
    ['"The \\"Desk\\", leads"=lead', { 'The "Desk", leads': "lead" }],
    ['"DOMAIN\\Desk, leads"=lead', { "DOMAIN\\Desk, leads": "lead" }],
    ['"a\\\\b"=lead', { "a\\b": "lead" }],
    ['" Desk "=lead', { " Desk ": "lead" }],
    ["a=lead,a=admin", { a: "admin" }],
  ])("%s", (text, expected) => expect(Object.fromEntries(roleMapping.parse(text))).toEqual(expected));

  it.each([
    "",
    "lead",
    "=lead",
    '""=lead',
    "a=boss",
    "a=lead,",
    ",a=lead",
    "a=lead,,b=lead",
    '"a=lead',
    '"a"lead',
    '"a"b=lead',
    "a=lead b=lead,c",
  ])("cannot be %j", (text) => expect(roleMapping.safeParse(text).success).toBe(false));
});
