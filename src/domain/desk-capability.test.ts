import { describe, expect, it } from "vitest";
import { auditScope, partnerTokensCapability, personaLogCapability, settingsCapability } from "./desk-capability";

const table = [
  // role, sees everybody's entries, Persona's log, changes settings, partner tokens (openapi/desk.yaml)
  ["reviewer", false, false, false, false],
  ["support", false, false, false, false],
  ["lead", true, true, true, false],
  ["auditor", true, true, false, false],
  ["admin", true, true, true, true],
  ["owner", false, false, false, false],
  [undefined, false, false, false, false],
] as const;

describe.each(table)("the role %s", (role, everybody, personaLog, settings, tokens) => {
  it("sees and changes what it may", () => {
    const viewer = { role };
    expect(auditScope(viewer) === "everybody").toBe(everybody);
    expect(personaLogCapability(viewer).allowed).toBe(personaLog);
    expect(settingsCapability(viewer).allowed).toBe(settings);
    expect(partnerTokensCapability(viewer).allowed).toBe(tokens);
  });
});

describe("a refusal", () => {
  it("names the role and who can", () => {
    expect(settingsCapability({ role: "auditor" })).toMatchObject({
      reason: "Your role (Auditor) can read the settings, not change them.",
      wayOut: { sentence: "Ask a lead or an admin to do it." },
    });
  });
});
