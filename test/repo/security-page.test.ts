import { describe, expect, it } from "vitest";
import { projectFiles, read } from "@test/support/source-files";

/** Against what | control | where | held by. */
const controls = read("docs/security.md")
  .split("## How")[1]
  ?.split("## What is stored")[0]
  ?.split("\n")
  .filter((line) => line.startsWith("| ") && line.includes("`"))
  .map((line) => line.split("|").map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "")));

const files = projectFiles();
const isThere = (name: string) =>
  name.endsWith("/") ? files.some((file) => file.startsWith(name)) : files.some((file) => `/${file}`.endsWith(`/${name}`));
const isTest = (name: string) => isThere(name.endsWith(".test") ? `${name}.ts` : `${name}.test.ts`);

describe("the page on security", () => {
  it("names for every control where it is and which tests hold it, and they exist", () => {
    expect(controls?.length).toBeGreaterThan(15);
    for (const [, , , places = [], tests = []] of controls ?? []) {
      expect([places.length, tests.length]).not.toContain(0);
      expect(places.filter((place) => !isThere(place))).toEqual([]);
      expect(tests.filter((test) => !isTest(test))).toEqual([]);
    }
  });
});
