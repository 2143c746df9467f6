import { execFileSync, spawn, type ChildProcess, type ChildProcessByStdio } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { freePort } from "@test/support/free-port";
import { findPostgres } from "../../../scripts/ensure-postgres.mjs";

/** A server of its own, with its data in a temporary folder. */
export type RunningPostgres = {
  /** As its superuser. */
  readonly url: string;
  stop(): Promise<void>;
};

/** What makes a server quick whose data nobody wants to keep. */
const serverSettings =
  "fsync=off synchronous_commit=off full_page_writes=off autovacuum=off max_connections=200 shared_buffers=64MB max_wal_size=1GB " +
  "checkpoint_timeout=30min unix_socket_directories= listen_addresses=127.0.0.1";

/** User and group that PostgreSQL may run as: it refuses to be root. */
export function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  const [, , uid, gid] = (lines.find((line) => line.startsWith("postgres:")) ?? "nobody:x:65534:65534").split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

/** Resolves when a connection succeeds. @throws with what the server wrote when it ends first, or after 30 s */
async function untilReady(url: string, server: ChildProcess, output: () => string): Promise<void> {
  for (const end = Date.now() + 30_000; ; await pause(50)) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (server.exitCode !== null || Date.now() > end) throw new Error(`The server did not start:\n${output()}`, { cause: error });
    }
  }
}

/** The programs of PostgreSQL; undefined where none are installed. @throws Error when they have to be there (`REQUIRE_POSTGRES=1`) and are not */
function programs(): string | undefined {
  const bin = findPostgres();
  if (!bin && process.env.REQUIRE_POSTGRES === "1") {
    throw new Error("REQUIRE_POSTGRES is set and no PostgreSQL server is installed: node scripts/ensure-postgres.mjs");
  }
  return bin;
}

/** A folder that PostgreSQL may use, and how its programs are run there. */
function place() {
  const folder = mkdtempSync(join(tmpdir(), "inquiry-desk-postgres-"));
  const user = unprivileged();
  const own = (path: string) => {
    if (user.uid !== undefined && user.gid !== undefined) chownSync(path, user.uid, user.gid);
  };
  own(folder);
  return { folder, data: join(folder, "data"), own, options: { ...user, cwd: folder, env: { PATH: process.env.PATH, TZ: "UTC" } } };
}

/** Runs a server on the data of a place. @param url with its superuser and password */
async function serve(bin: string, { folder, data, options }: ReturnType<typeof place>, url: string): Promise<RunningPostgres> {
  const port = await freePort();
  const settings = serverSettings.split(" ").flatMap((setting) => ["-c", setting]);
  const server = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), ...settings], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  });
  return running(server, url, port, folder);
}

/**
 * A program that was started, once it lets people in: the same URL, through its port. What it wrote lies in `folder` and goes with it.
 * @throws Error with what it said when it does not start
 */
export async function running(
  server: ChildProcessByStdio<null, null, Readable>,
  url: string,
  port: number,
  folder: string,
): Promise<RunningPostgres> {
  let output = "";
  server.stderr.setEncoding("utf8").on("data", (text: string) => (output = (output + text).slice(-4_000)));
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const stop = async () => {
    // immediate: nothing is worth writing out
    server.kill("SIGQUIT");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const here = new URL(url);
  [here.hostname, here.port] = ["127.0.0.1", String(port)];
  try {
    await untilReady(here.href, server, () => output);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: here.href, stop };
}

/**
 * Starts a PostgreSQL server on loopback; undefined where none is installed.
 * @throws Error when one has to be there (`REQUIRE_POSTGRES=1`) and is not
 */
export async function startPostgres(): Promise<RunningPostgres | undefined> {
  const bin = programs();
  if (!bin) return undefined;
  const at = place();
  const password = randomBytes(16).toString("hex");
  const passwordFile = join(at.folder, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  at.own(passwordFile);
  const initialise = [
    "-D",
    at.data,
    "-U",
    "postgres",
    "-A",
    "password",
    `--pwfile=${passwordFile}`,
    "-E",
    "utf8",
    "--locale=C",
    "--no-sync",
  ];
  execFileSync(join(bin, "initdb"), initialise, { ...at.options, stdio: ["ignore", "ignore", "inherit"] });
  return serve(bin, at, `postgres://postgres:${password}@127.0.0.1/postgres`);
}

/** Starts a standby of a server that `startPostgres` started: it follows, and takes no changes until `select pg_promote()`. */
export async function startStandby({ url }: RunningPostgres): Promise<RunningPostgres> {
  const bin = programs();
  if (!bin) throw new Error("There was a PostgreSQL server a moment ago.");
  const at = place();
  execFileSync(join(bin, "pg_basebackup"), ["-d", url, "-D", at.data, "-R", "-X", "stream", "-c", "fast", "--no-sync"], {
    ...at.options,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return serve(bin, at, url);
}
