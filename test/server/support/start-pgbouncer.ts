import { spawn } from "node:child_process";
import { chownSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPgbouncer } from "../../../scripts/ensure-postgres.mjs";
import { freePort } from "@test/support/free-port";
import { targetOf } from "./tcp-proxy";
import { running, unprivileged } from "./start-postgres";

const program = findPgbouncer();

/** Whether PgBouncer is installed; on a build server it has to be, and its absence fails the tests. */
export const hasPgbouncer = program !== undefined || process.env.REQUIRE_POSTGRES === "1";

/**
 * Starts PgBouncer on loopback, configured as little as possible, as `docs/deployment.md` has it.
 * @param url of the database behind it; its user and password are those of the pooler too
 * @returns the URL by way of it
 */
export async function startPgbouncer(
  url: string,
  poolMode: "session" | "transaction",
): Promise<{ url: string; stop: () => Promise<void> }> {
  if (program === undefined) throw new Error("PgBouncer is not installed.");
  const { username, password } = new URL(url);
  const { host, port: serverPort } = targetOf(url);
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "inquiry-desk-pgbouncer-"));
  const [ini, users] = [join(folder, "pgbouncer.ini"), join(folder, "users.txt")];
  const settings = [
    "[databases]",
    `* = host=${host} port=${serverPort}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    "auth_type = scram-sha-256",
    `auth_file = ${users}`,
    `pool_mode = ${poolMode}`,
    "default_pool_size = 30",
  ];
  writeFileSync(ini, `${settings.join("\n")}\n`);
  writeFileSync(users, `"${username}" "${password}"\n`, { mode: 0o600 });
  const user = unprivileged();
  if (user.uid !== undefined && user.gid !== undefined) for (const path of [folder, ini, users]) chownSync(path, user.uid, user.gid);
  const server = spawn(program, [ini], { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  return running(server, url, port, folder);
}
