import { describe, expect, it } from "vitest";
import { accountTagsCapability, rolesFor } from "@/domain/capability";
import {
  auditScope,
  inquiryExportCapability,
  partnerTokensCapability,
  personaLogCapability,
  sessionsScope,
  settingsCapability,
} from "@/domain/desk-capability";
import { type Role, roles } from "@/domain/viewer";
import { projectFiles, read } from "@test/support/source-files";

const files = projectFiles();
const isThere = (name: string) =>
  name.endsWith("/") ? files.some((file) => file.startsWith(name)) : files.some((file) => `/${file}`.endsWith(`/${name}`));
/** The files that the name of a test may mean: `auth/oidc`, `answers.test`. */
const testFiles = (name: string) =>
  files.filter((file) =>
    ["ts", "tsx"].some((end) => ["test", "e2e"].some((kind) => isFileOf(file, `${name.replace(/\.test$/, "")}.${kind}.${end}`))),
  );
const isFileOf = (file: string, name: string) => `/${file}`.endsWith(`/${name}`);
const isTest = (name: string) => testFiles(name).length > 0;

const rowsOf = (text: string) =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|").slice(1, -1));
const inCode = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? "");

const page = read("docs/security.md");

/** Against what | control | where | held by. */
const controls = rowsOf(page.split("## How")[1]?.split("## Who may do what")[0] ?? "").filter((row) => inCode(row.join()).length > 0);

describe("the page on security", () => {
  it("names for every control where it is and which tests hold it, and they exist", () => {
    expect(controls.length).toBeGreaterThan(15);
    for (const [, , where, heldBy] of controls) {
      const [places, tests] = [inCode(where), inCode(heldBy)];
      expect([places.length, tests.length]).not.toContain(0);
      expect(places.filter((place) => !isThere(place))).toEqual([]);
      expect(tests.filter((test) => !isTest(test))).toEqual([]);
    }
  });
});

describe("who may do what", () => {
  const table = rowsOf(page.split("## Who may do what")[1]?.split("## Limits")[0] ?? "").map((row) => row.map((cell) => cell.trim()));
  const rolesOf = (what: string) => {
    const row = table.find(([name]) => name === what) ?? [];
    return roles.filter((role) => row[table[0]?.indexOf(role) ?? -1] === "yes");
  };
  const all = (allows: (role: Role) => boolean) => roles.filter(allows);

  it.each([
    ["approve, decline", rolesFor("approve")],
    ["approve, decline", rolesFor("decline")],
    ["mark for review, resume, issue links, change tags, claim", rolesFor("markForReview")],
    ["mark for review, resume, issue links, change tags, claim", rolesFor("generateOneTimeLink")],
    [
      "mark for review, resume, issue links, change tags, claim",
      all((role) => accountTagsCapability({ role, permissions: ["account.write"] }).allowed),
    ],
    ["everybody's audit entries, Persona's own log", all((role) => auditScope({ role }) === "everybody")],
    ["everybody's audit entries, Persona's own log", all((role) => personaLogCapability({ role }).allowed)],
    ["export the list of inquiries", all((role) => inquiryExportCapability({ role }).allowed)],
    ["settings, shared views of others", all((role) => settingsCapability({ role }).allowed)],
    ["partner tokens, everybody's sessions", all((role) => partnerTokensCapability({ role }).allowed)],
    ["partner tokens, everybody's sessions", all((role) => sessionsScope({ role }) === "everybody")],
  ])("%s: as the code says", (what, expected) => expect(rolesOf(what)).toEqual(expected));
});

/** How many requirements of levels 1 and 2 each section of OWASP ASVS 5.0.0 has; they come first in it. */
const sections: Readonly<Record<number, readonly number[]>> = {
  1: [2, 9, 11, 3, 2],
  2: [3, 3, 4, 1],
  3: [0, 2, 4, 6, 5, 0, 2],
  4: [3, 1, 2, 4],
  5: [1, 3, 2, 3],
  6: [3, 12, 4, 4, 5, 3, 0, 4],
  7: [3, 4, 2, 5, 2, 2],
  8: [2, 3, 1, 1],
  9: [3, 4],
  10: [2, 2, 4, 11, 5, 2, 3],
  11: [2, 3, 3, 4, 1, 1],
  12: [3, 2, 4],
  13: [1, 5, 2, 5],
  14: [2, 4, 3],
  15: [3, 3, 7],
  16: [1, 5, 4, 3, 3],
  17: [1, 4, 2],
};
const all = Object.entries(sections).flatMap(([chapter, counts]) =>
  counts.flatMap((count, section) => Array.from({ length: count }, (_, index) => `${chapter}.${section + 1}.${index + 1}`)),
);

/** "6.2.1–6.2.12" is twelve. */
function numbersOf(cell: string): string[] {
  const [first = "", last = first] = cell.trim().split("–");
  const [section, from, to] = [first.replace(/\.\d+$/, ""), Number(first.split(".")[2]), Number(last.split(".")[2])];
  return Array.from({ length: to - from + 1 }, (_, index) => `${section}.${from + index}`);
}

describe("the page on OWASP ASVS", () => {
  const rows = rowsOf(read("docs/security-asvs.md"))
    .filter(([number]) => /^ \d/.test(number ?? ""))
    .map(([number = "", , status = "", how = "", heldBy = ""]) => ({ numbers: numbersOf(number), status: status.trim(), how, heldBy }));
  const numbersThatAre = (status: string) => rows.filter((row) => row.status === status).flatMap(({ numbers }) => numbers);

  it("has every requirement of levels 1 and 2 once", () => {
    expect(all).toHaveLength(253);
    expect(rows.flatMap(({ numbers }) => numbers)).toEqual(all);
  });

  it("names what is there: files, tests and their cases", () => {
    for (const { numbers, how, heldBy } of rows) {
      const named = inCode(how).filter((name) => /^[\w./-]+\.(tsx?|sql|yaml|json|md)$/.test(name));
      expect(
        named.filter((name) => !isThere(name)),
        numbers[0],
      ).toEqual([]);
      const tests = inCode(heldBy);
      expect(
        tests.filter((test) => !isTest(test)),
        numbers[0],
      ).toEqual([]);
      const text = tests.flatMap(testFiles).map(read).join("\n");
      const cases = [...heldBy.matchAll(/“([^”]+)”/g)].map(([, name]) => name ?? "");
      expect(
        cases.filter((name) => !text.includes(name)),
        numbers[0],
      ).toEqual([]);
    }
  });

  it("calls met only what a test holds, documented only what a document tells, and says why of the rest", () => {
    const fine: Readonly<Record<string, (row: (typeof rows)[number]) => boolean>> = {
      met: ({ how, heldBy }) => inCode(how).some((name) => isThere(name)) && inCode(heldBy).length > 0,
      documented: ({ how }) => /\.(md|yaml)\b/.test(how) || how.includes("the same"),
      untested: ({ how, heldBy }) => inCode(how).some((name) => isThere(name)) && heldBy.trim() === "",
      operator: ({ how }) => how.trim() !== "",
      "not met": ({ how }) => how.trim() !== "",
      "n/a": ({ how }) => how.trim() !== "",
    };
    expect(rows.filter((row) => fine[row.status]?.(row) !== true)).toEqual([]);
  });

  it("is counted rightly, and what is not met is listed, in the page on security", () => {
    const summary = page.split("## Against OWASP ASVS")[1] ?? "";
    const counted = Object.fromEntries(
      rowsOf(summary).map(([status = "", count = ""]) => [status.replaceAll("*", "").trim(), count.trim()]),
    );
    for (const status of ["met", "documented", "untested", "operator", "not met", "n/a"]) {
      expect([status, counted[status]]).toEqual([status, String(numbersThatAre(status).length)]);
    }
    expect([...summary.matchAll(/^- (\d+\.\d+\.\d+)/gm)].map(([, number]) => number)).toEqual(numbersThatAre("not met"));
  });
});
