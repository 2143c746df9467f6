// Finds a Chrome or Chromium for the browser journeys; where there is none it installs one and says so:
// Debian's package when running as root on Debian (or a relative of it), else Playwright's own build.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { canInstallPackages, installPackages, run } from "./debian-packages.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "chrome.exe"];
const fixed = [
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
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...fixed, chromium.executablePath()].find((candidate) => candidate && existsSync(candidate));
}

/** Path of a browser, installed now if there was none. Throws when the installation fails. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (canInstallPackages()) {
    console.log("No Chrome or Chromium found: installing Debian's chromium package.");
    installPackages("chromium", "fonts-liberation");
  } else {
    console.log("No Chrome or Chromium found: installing Playwright's Chromium.");
    run(process.execPath, [fileURLToPath(import.meta.resolve("@playwright/test/cli")), "install", "chromium"]);
  }
  const installed = findChromium();
  if (!installed) throw new Error("A browser was installed but cannot be found. Set CHROMIUM_PATH to it.");
  return installed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(ensureChromium());
