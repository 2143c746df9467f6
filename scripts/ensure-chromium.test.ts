import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findChromium } from "./ensure-chromium.mjs";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "browser-"));
  vi.stubEnv("CHROMIUM_PATH", "");
  vi.stubEnv("PATH", folder);
});
afterEach(() => vi.unstubAllEnvs());

const install = (name: string) => {
  const path = join(folder, name);
  writeFileSync(path, "#!/bin/sh\n");
  chmodSync(path, 0o755);
  return path;
};

describe("finding a browser", () => {
  it.each(["chromium", "google-chrome"])("takes %s from the path", (name) => {
    const path = install(name);
    expect(findChromium()).toBe(path);
  });

  it("prefers the one that CHROMIUM_PATH names", () => {
    install("chromium");
    const named = install("my-browser");
    vi.stubEnv("CHROMIUM_PATH", named);
    expect(findChromium()).toBe(named);
  });

  it("says so when CHROMIUM_PATH names nothing", () => {
    vi.stubEnv("CHROMIUM_PATH", join(folder, "gone"));
    expect(() => findChromium()).toThrow(/CHROMIUM_PATH is set to .*gone/);
  });
});
