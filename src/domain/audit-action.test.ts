import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { auditActionLabel, auditActions, auditActionWords } from "./audit-action";

type Contract = { paths: Record<string, Record<string, { operationId?: string }>> };

const read = (file: string) => readFileSync(new URL(`../../openapi/${file}`, import.meta.url), "utf8");

/** Whatever the desk can send to Persona that is not a plain read. */
function writesOfPersona(): string[] {
  const { paths } = parse(read("persona.yaml")) as Contract;
  return Object.values(paths).flatMap((path) =>
    Object.entries(path).flatMap(([method, { operationId }]) => (method === "get" || operationId === undefined ? [] : [operationId])),
  );
}

describe("an action of the audit log", () => {
  it("has words for every write of Persona's contract", () => {
    expect(writesOfPersona().length).toBeGreaterThan(25);
    expect(writesOfPersona().filter((operation) => !auditActions.some((known) => known === operation))).toEqual([]);
  });

  it("has words for every action the desk's contract names", () => {
    const [, own = ""] = /AuditEntry:[\s\S]*?else the desk's own: ([^"]*)"/.exec(read("desk.yaml")) ?? [];
    const named = [...own.matchAll(/`([a-z-]+)`/g)].map((match) => match[1]);
    expect(named).toContain("reveal-pii");
    expect(named.filter((action) => !auditActions.some((known) => known === action))).toEqual([]);
  });

  it.each([
    ["approve-an-inquiry", "done", "Approved an inquiry"],
    ["approve-an-inquiry", "refused", "Tried to approve an inquiry"],
    ["approve-an-inquiry", "unknown", "Tried to approve an inquiry"],
    ["reveal-pii", "done", "Revealed personal data"],
  ])("%s that was %s reads: %s", (action, outcome, words) => expect(auditActionWords(action, outcome)).toBe(words));

  it("that nobody has words for is shown as itself", () => {
    expect(auditActionWords("merge-two-cases", "done")).toBe("Merge two cases");
    expect(auditActionWords("merge-two-cases", "failed")).toBe("Tried: Merge two cases");
    expect(auditActionLabel("toString")).toBe("To string");
    expect(auditActionWords("\u202E", "done")).toBe("Unnamed");
  });
});
