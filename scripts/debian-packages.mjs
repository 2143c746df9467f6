// What the scripts share that install a missing program as Debian's package.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Whether packages can be installed here: root on Debian or a relative of it. */
export const canInstallPackages = () =>
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  existsSync("/etc/os-release") &&
  /^ID(_LIKE)?=.*debian/m.test(readFileSync("/etc/os-release", "utf8"));

/** Runs a command with its output on this terminal. Throws when it does not end well. */
export function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status !== 0) throw new Error(`\`${command} ${args.join(" ")}\` ended with ${status}.`);
}

/** Installs packages with what they need, and nothing that is only recommended. */
export function installPackages(...names) {
  run("apt-get", ["update", "-q"]);
  run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...names]);
}
