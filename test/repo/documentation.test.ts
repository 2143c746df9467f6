import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, it } from "vitest";
import { projectFiles, read } from "@test/support/source-files";

const files = projectFiles();
const pages = files.filter((file) => file.endsWith(".md"));
// the file is this project's own, and npm reads it the same way
const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

/** What matches in each page, as `page: match`, where it does not hold. */
const wrong = (pattern: RegExp, holds: (match: string, page: string) => boolean) =>
  pages.flatMap((page) => [...read(page).matchAll(pattern)].flatMap(([, match = ""]) => (holds(match, page) ? [] : [`${page}: ${match}`])));

/** Whether it is a file, a folder, or either with its ending left out: `src/domain/verdict`. */
const isInProject = (path: string) =>
  files.some((file) => file === path || file.startsWith(`${path.replace(/\/$/, "")}/`) || file.startsWith(`${path}.`));

it("the pages are found", () => {
  expect(pages).toEqual(expect.arrayContaining(["README.md", "CONTRIBUTING.md", "docs/architecture.md"]));
});

it("every path that a page names is there", () => {
  const path = /`((?:src|server|mocks|test|scripts|docs|dev|openapi|public)\/[\w./-]*\w)`/g;
  expect(wrong(path, isInProject)).toEqual([]);
});

it("every link to another file leads to one", () => {
  const link = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g;
  expect(wrong(link, (target, page) => existsSync(normalize(join(dirname(page), target))))).toEqual([]);
});

it("every script that a page runs is one", () => {
  expect(wrong(/npm run (?:--?[\w-]+ )*([\w:-]*\w)/g, (script) => script in scripts)).toEqual([]);
});

it("every script is told of", () => {
  const told = pages.map(read).join("\n");
  const untold = Object.keys(scripts).filter((script) => !new RegExp(`npm (run )?${script}(?![\\w:-])`).test(told));
  expect(untold).toEqual([]);
});

it("every test that the guide names is there under that name", () => {
  const rows = read("docs/persona-guide.md")
    .split("\n")
    .filter((line) => /^\| (?!Persona |---)/.test(line));
  expect(rows.length).toBeGreaterThan(20);
  const named = rows.map((row) => /`([\w./-]+\.test\.tsx?)` "([^"]+)" \|$/.exec(row)?.slice(1));
  expect(rows.filter((_, index) => named[index] === undefined)).toEqual([]);
  const isThere = ([file = "", name = ""]: string[] = []) => files.includes(file) && read(file).includes(`"${name}"`);
  expect(named.filter((test) => !isThere(test))).toEqual([]);
});
