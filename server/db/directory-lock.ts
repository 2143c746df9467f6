import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

type Holder = {
  readonly pid: number;
  readonly hostname: string;
  /** When the process began, as the kernel tells it, so that a number that was given again is not taken for the old process. */
  readonly start: string | undefined;
  readonly since: string;
};

const lockFileName = /^lock\.(\d+)$/;

/** The system's code of an error, such as ENOENT. */
const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);

/** Boot and start tick of a running process; undefined where the system has no /proc. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // the name, second, may hold spaces and brackets: count from its end; the start is the 22nd field
    const ticks = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ")[19];
    return `${boot} ${ticks}`;
  } catch {
    return undefined;
  }
}

function isGone(holder: Holder): boolean {
  // of another machine or container nothing can be known
  if (holder.hostname !== hostname()) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // not allowed to signal it means that it is there
    return codeOf(error) === "ESRCH";
  }
  const start = startOf(holder.pid);
  return start !== undefined && holder.start !== undefined && start !== holder.start;
}

/** The highest number of a lock file in the directory, 0 where there is none, and all numbers. */
async function locksIn(directory: string): Promise<{ highest: number; all: number[] }> {
  const all = (await readdir(directory)).flatMap((name) => lockFileName.exec(name)?.[1] ?? []).map(Number);
  return { highest: Math.max(0, ...all), all };
}

/** Who holds the lock file; null: it was given back. Undefined: the file is gone, since somebody has a higher one. */
async function holderOf(file: string): Promise<Holder | null | undefined> {
  try {
    // only this module writes these files, and each appears whole
    return JSON.parse(await readFile(file, "utf8")) as Holder | null;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/**
 * Makes a directory this process's own. The lock with the highest number counts. Who finds it given back, or its holder dead, makes the
 * next one, which only one can; taking over therefore never removes a lock that somebody else has just made.
 * @returns gives it back
 * @throws when a living process, or one of another host, has it
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const mine: Holder = { pid: process.pid, hostname: hostname(), start: startOf(process.pid), since: new Date().toISOString() };
  const draft = join(directory, `lock-${randomUUID()}`);
  const path = (number: number) => join(directory, `lock.${number}`);
  await writeFile(draft, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
  try {
    for (;;) {
      const { highest } = await locksIn(directory);
      const holder = highest === 0 ? null : await holderOf(path(highest));
      if (holder === undefined) continue;
      if (holder && !isGone(holder)) {
        throw new Error(
          `The database directory ${directory} is in use by process ${holder.pid} on ${holder.hostname} since ${holder.since}. ` +
            `Only one process can use it. If that process is certainly gone, delete ${path(highest)}.`,
        );
      }
      const number = highest + 1;
      try {
        // makes a whole file under this name, or fails when there is one
        await link(draft, path(number));
      } catch (error) {
        if (codeOf(error) === "EEXIST") continue;
        throw error;
      }
      const locks = await locksIn(directory);
      if (locks.highest !== number) {
        // another process has taken the next number meanwhile
        await rm(path(number), { force: true });
        continue;
      }
      await Promise.all(locks.all.filter((other) => other < number).map((other) => rm(path(other), { force: true })));
      return async () => {
        await writeFile(draft, "null", { mode: 0o600 });
        await rename(draft, path(number));
      };
    }
  } finally {
    await rm(draft, { force: true });
  }
}
