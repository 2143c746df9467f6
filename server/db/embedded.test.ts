import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { silentLog } from "@test/server/support/silent-log";
import { projectRoot } from "@test/support/source-files";
import { createDatabase } from "./open-database";

// below node_modules, so that it finds the packages
const built = join(projectRoot, "node_modules/.cache/inquiry-desk/embedded-process");

/** Opens the directory in another process. @returns its first line */
async function inAnotherProcess(directory: string) {
  const child = spawn(process.execPath, [join(built, "embedded-process.js"), directory], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  return { line, kill };
}

let directory: string;
beforeAll(() =>
  build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: { "@server": join(projectRoot, "server") } },
    build: { ssr: join(projectRoot, "test/server/support/embedded-process.ts"), outDir: built, emptyOutDir: true, minify: false },
  }),
);
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), "desk-embedded-")), "database");
  onTestFinished(() => rmSync(join(directory, ".."), { recursive: true, force: true }));
});

describe("the embedded database in a directory", () => {
  it("keeps what is in it, refuses a second process, and is taken over when the first was killed", async () => {
    const first = await inAnotherProcess(directory);
    expect(first.line).toBe("open");
    // nobody else on this machine is to read it
    expect(statSync(directory).mode & 0o077).toBe(0);

    const here = createDatabase({ kind: "embedded", directory }, silentLog);
    await expect(here).rejects.toThrow(`The database directory ${directory} is in use by process`);

    await first.kill();
    const db = await createDatabase({ kind: "embedded", directory }, silentLog);
    expect(await db.query("select current_user::text as role")).toEqual([{ role: "inquiry_desk_app" }]);

    const second = await inAnotherProcess(directory);
    expect(second.line).toContain(`is in use by process ${process.pid}`);
    await db.close();
    expect(readdirSync(directory).filter((name) => name.startsWith("lock"))).toHaveLength(1);
    expect((await inAnotherProcess(directory)).line).toBe("open");
  }, 120_000);

  it("gives the directory back when it cannot be opened", async () => {
    mkdirSync(directory);
    writeFileSync(join(directory, "data"), "no directory");
    await expect(createDatabase({ kind: "embedded", directory }, silentLog)).rejects.not.toThrow("in use");
    await expect(createDatabase({ kind: "embedded", directory }, silentLog)).rejects.not.toThrow("in use");
  });
});
