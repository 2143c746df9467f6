// Finds a Chrome or Chromium for the browser journeys; where there is none it installs one and says so:
// Debian's package when running as root on Debian (or a relative of it), else Playwright's own build.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe"];
const FIXED = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** Path of a browser that is already on this machine, or undefined. `CHROMIUM_PATH` wins over everything. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH is set to ${named}, and there is no such file.`);
  }
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...FIXED, chromium.executablePath()].find((candidate) => candidate && existsSync(candidate));
}

const isDebianRoot = () =>
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  existsSync("/etc/os-release") &&
  /^ID(_LIKE)?=.*debian/m.test(readFileSync("/etc/os-release", "utf8"));

const run = (command, args) => {
  const { status } = spawnSync(command, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status !== 0) throw new Error(`\`${command} ${args.join(" ")}\` ended with ${status}.`);
};

/** Path of a browser, installed now if there was none. Throws when the installation fails. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (isDebianRoot()) {
    console.log("No Chrome or Chromium found: installing Debian's chromium package.");
    run("apt-get", ["update", "-q"]);
    run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium", "fonts-liberation"]);
  } else {
    console.log("No Chrome or Chromium found: installing Playwright's Chromium.");
    run(process.execPath, [fileURLToPath(import.meta.resolve("@playwright/test/cli")), "install", "chromium"]);
  }
  const installed = findChromium();
  if (!installed) throw new Error("A browser was installed but cannot be found. Set CHROMIUM_PATH to it.");
  return installed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ensureChromium());
