import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findPostgres } from "./ensure-postgres.mjs";

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "postgres-")));
  vi.stubEnv("POSTGRES_BIN", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const install = (into: string, ...names: string[]) => {
  const bin = join(folder, into);
  mkdirSync(bin);
  for (const name of names) {
    writeFileSync(join(bin, name), "#!/bin/sh\n");
    chmodSync(join(bin, name), 0o755);
  }
  return bin;
};

describe("finding PostgreSQL", () => {
  it("prefers the folder that POSTGRES_BIN names", () => {
    const named = install("named", "initdb", "postgres");
    vi.stubEnv("POSTGRES_BIN", named);
    expect(findPostgres()).toBe(named);
  });

  it("says so when POSTGRES_BIN holds no server", () => {
    vi.stubEnv("POSTGRES_BIN", install("client", "psql"));
    expect(() => findPostgres()).toThrow(/POSTGRES_BIN is set to .*client/);
  });

  it("follows the links of a path to where the server is, and passes by folders with a client alone", () => {
    const bin = install("real", "initdb", "postgres");
    const client = install("client", "psql");
    const links = join(folder, "links");
    mkdirSync(links);
    for (const name of ["initdb", "postgres"]) symlinkSync(join(bin, name), join(links, name));
    vi.stubEnv("PATH", `${client}:${links}`);
    // Debian's own folder goes first where there is one
    expect([bin, expect.stringMatching(/^\/usr\/lib\/postgresql\/\d+\/bin$/)]).toContainEqual(findPostgres());
  });
});
