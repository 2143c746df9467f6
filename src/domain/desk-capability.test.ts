import { describe, expect, it } from "vitest";
import { auditScope, inquiryExportCapability, partnerTokensCapability, personaLogCapability, settingsCapability } from "./desk-capability";

const table = [
  // role, sees everybody's entries, Persona's log, changes settings, partner tokens, exports inquiries (openapi/desk.yaml)
  ["reviewer", false, false, false, false, true],
  ["support", false, false, false, false, false],
  ["lead", true, true, true, false, true],
  ["auditor", true, true, false, false, true],
  ["admin", true, true, true, true, true],
  ["owner", false, false, false, false, false],
  [undefined, false, false, false, false, false],
] as const;

describe.each(table)("the role %s", (role, everybody, personaLog, settings, tokens, exports) => {
  it("sees and changes what it may", () => {
    const viewer = { role };
    expect(auditScope(viewer) === "everybody").toBe(everybody);
    expect(personaLogCapability(viewer).allowed).toBe(personaLog);
    expect(settingsCapability(viewer).allowed).toBe(settings);
    expect(partnerTokensCapability(viewer).allowed).toBe(tokens);
    expect(inquiryExportCapability(viewer).allowed).toBe(exports);
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
