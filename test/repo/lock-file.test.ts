import { describe, expect, it } from "vitest";
import { read } from "@test/support/source-files";

type LockedPackage = { version?: string; resolved?: string; hasInstallScript?: boolean; optionalDependencies?: Record<string, string> };

const { packages } = JSON.parse(read("package-lock.json")) as { packages: Record<string, LockedPackage> };
const manifest = JSON.parse(read("package.json")) as Record<"dependencies" | "devDependencies", Record<string, string>>;

describe("the lock file", () => {
  it("names no download address, so that it works with any registry", () => {
    expect(Object.keys(packages).filter((path) => packages[path]?.resolved)).toEqual([]);
  });

  it("holds the native packages of every platform, not only of the one it was written on", () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`${path}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it("needs no install script but the one that is declined in package.json", () => {
    expect(Object.keys(packages).filter((path) => packages[path]?.hasInstallScript)).toEqual(["node_modules/msw"]);
  });

  it("goes with exact versions in package.json", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
