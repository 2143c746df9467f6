import { describe, expect, it } from "vitest";
import { testsAlone } from "../../dev/tests-alone";
import { isGenerated, projectFiles, read, typescriptIn } from "@test/support/source-files";

const text = projectFiles().filter((file) => !/\.(png|woff2|ico)$/.test(file));
const written = text.filter((file) => !isGenerated(file) && file !== "package-lock.json");

/** This file names what it forbids. */
const itself = "test/repo/house-rules.test.ts";

/** `file:line: text` of each line that matches. */
const lines = (files: string[], pattern: RegExp) =>
  files
    .filter((file) => file !== itself)
    .flatMap((file) =>
      read(file)
        .split("\n")
        .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
    );

describe("house rules", () => {
  it("no test is skipped, focused or retried, and none sleeps", () => {
    expect(
      lines(
        typescriptIn("src", "mocks", "server", "test", "dev"),
        /\b(it|test|describe)\.(skip|only|todo|fixme)\b|waitForTimeout|\bretries:\s*[1-9]/,
      ),
    ).toEqual([]);
  });

  it("tests that replace modules, or what modules read while they load, have a process of their own", () => {
    const replacing = lines(typescriptIn("src", "mocks", "server", "test", "dev", "scripts"), /\bvi\.(mock|doMock|hoisted|resetModules)\(/)
      .map((line) => line.split(":")[0] ?? "")
      .filter((file) => file.endsWith(".test.ts"));
    expect(testsAlone).toEqual([...new Set(replacing)].toSorted());
  });

  it("nothing is left unfinished", () => {
    expect(lines(written, /\b(TODO|FIXME|XXX|HACK)\b|not implemented|coming soon|lorem ipsum/i)).toEqual([]);
  });

  it("types are not switched off", () => {
    expect(
      lines(
        typescriptIn("src", "mocks", "server", "test", "dev"),
        /@ts-(ignore|nocheck|expect-error)|:\s*any\s*([;,)=\]|&>{[]|$)|\bas any\b|<any>/,
      ),
    ).toEqual([]);
  });

  it("no machine path and no package registry is named", () => {
    expect(lines(text, /(^|[^.\w])\/(work|farm|root|home)\/|"resolved":|registry\.npm|npmjs\.org/)).toEqual([]);
  });

  it("the server reads JSON by schema, not property by property", () => {
    const server = typescriptIn("server").filter((file) => !file.endsWith(".test.ts"));
    expect(lines(server, /\bread(Property|Entries|List|Number)\b|\bReflect\.get\b/)).toEqual([]);
  });

  it("no text is made into markup in the app", () => {
    const app = typescriptIn("src").filter((file) => !file.includes(".test."));
    expect(lines(app, /dangerouslySetInnerHTML|\.(inner|outer)HTML\b|insertAdjacentHTML|document\.write/)).toEqual([]);
  });

  it("a form is a WriteForm, which asks for its failure and for whether it is being sent, unless it is a single field", () => {
    const app = typescriptIn("src").filter((file) => !file.includes(".test."));
    expect(lines(app, /<form\b/).map((line) => line.split(":")[0])).toEqual([
      "src/components/text-filter.tsx",
      "src/components/write-form.tsx",
      "src/features/access/new-inquiry-page.tsx",
      "src/features/accounts/reference-ids-field.tsx",
      "src/features/lookup/doctor-field.tsx",
      "src/features/lookup/omnibox.tsx",
      "src/features/tags/tag-field.tsx",
    ]);
  });

  it("the server starts no other program and runs no text", () => {
    const server = typescriptIn("server").filter((file) => !file.endsWith(".test.ts"));
    expect(lines(server, /child_process|node:(vm|worker_threads|cluster)|\beval\(|new Function\(/)).toEqual([]);
  });

  it("files stay small enough to read", () => {
    const long = typescriptIn("src", "mocks", "server", "test", "dev")
      .filter((file) => !file.startsWith("mocks/seed/"))
      .map((file) => ({ file, length: read(file).split("\n").length }))
      .filter(({ length }) => length > 400);
    expect(long).toEqual([]);
  });

  it("constants are camelCase, as all other names of values", () => {
    expect(lines(typescriptIn("src", "mocks", "server", "test", "dev"), /\b(const|let)\s+[A-Z][A-Z0-9_]+\b/)).toEqual([]);
  });

  it("there are no barrels", () => {
    expect(typescriptIn("src").filter((file) => /(^|\/)index\.tsx?$/.test(file) && !file.startsWith("src/routes/"))).toEqual([]);
  });

  it("file names are kebab-case", () => {
    const odd = typescriptIn("src", "mocks", "server", "test", "dev").filter((file) => {
      const name = file.split("/").pop() ?? "";
      return file.startsWith("src/routes/") ? !/^[a-z0-9_$.A-Z-]+$/.test(name) : !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.tsx?$/.test(name);
    });
    expect(odd).toEqual([]);
  });
});
