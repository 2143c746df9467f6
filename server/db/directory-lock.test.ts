import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { lockDirectory } from "./directory-lock";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "desk-lock-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
});

const locks = () => readdirSync(directory);
const leave = (holder: object | null, name = "lock.1") => writeFileSync(join(directory, name), JSON.stringify(holder));
const holder = { pid: process.pid, hostname: hostname(), since: "2026-03-02T09:00:00.000Z" };

/** A process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await new Promise((resolve) => child.once("exit", resolve));
  return child.pid ?? 0;
}

describe("the lock of a directory", () => {
  it("is one, and can be had again when it was given back", async () => {
    const release = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(`is in use by process ${process.pid} on ${hostname()}`);
    await release();
    await (
      await lockDirectory(directory)
    )();
    expect(locks()).toEqual(["lock.2"]);
  });

  it("names the file to delete", async () => {
    await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(`delete ${join(directory, "lock.1")}`);
  });

  it("says who has it", async () => {
    await lockDirectory(directory);
    expect(JSON.parse(readFileSync(join(directory, "lock.1"), "utf8"))).toMatchObject({ pid: process.pid, hostname: hostname() });
  });

  it("is taken over from a process that has ended", async () => {
    leave({ ...holder, pid: await deadPid() });
    await lockDirectory(directory);
    expect(locks()).toEqual(["lock.2"]);
  });

  it.runIf(process.platform === "linux")("is taken over when the number of the process was given to another", async () => {
    leave({ ...holder, start: "another boot 12345" });
    await lockDirectory(directory);
    expect(locks()).toEqual(["lock.2"]);
  });

  it("is not taken over from another host, of which nothing is known", async () => {
    leave({ ...holder, hostname: "elsewhere", pid: await deadPid() });
    await expect(lockDirectory(directory)).rejects.toThrow("on elsewhere since 2026-03-02T09:00:00.000Z");
  });

  it("goes to one when many take over at the same moment", async () => {
    leave({ ...holder, pid: await deadPid() });
    for (let round = 1; round <= 20; round += 1) {
      const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => lockDirectory(directory)));
      const got = attempts.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
      expect(got).toHaveLength(1);
      await got[0]?.();
    }
    expect(locks()).toHaveLength(1);
  });

  it("is the one with the highest number, whatever a latecomer left behind", async () => {
    const release = await lockDirectory(directory);
    await release();
    await lockDirectory(directory);
    // what somebody makes who saw the lock before the last one, which is gone by now
    leave(holder, "lock.1");
    await expect(lockDirectory(directory)).rejects.toThrow("in use");
  });
});
