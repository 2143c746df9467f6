import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { projectRoot } from "@test/support/source-files";

it("types are checked by TypeScript 7; version 6 is installed for the client generator only", () => {
  const version = execFileSync(join(projectRoot, "node_modules/.bin/tsc"), ["--version"], { encoding: "utf8" });
  expect(version).toMatch(/^Version 7\./);
});
