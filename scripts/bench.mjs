// `npm run bench`: builds what is measured and what it is measured beside, finds a browser, and runs test/bench/pages.ts with the options given.
import { spawnSync } from "node:child_process";
import { ensureChromium } from "./ensure-chromium.mjs";

function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", CHROMIUM_PATH: ensureChromium() },
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}

const build = (...args) => run("npx", ["--no-install", "vite", "build", "--logLevel", "warn", ...args]);

build();
build("--config", "vite.server.config.ts");
build("--config", "vite.mock-api.config.ts");
build("--config", "vite.bench.config.ts");
build("test/bench/floor", "--outDir", "../../../node_modules/.cache/bench-floor", "--emptyOutDir");
run(process.execPath, ["node_modules/.cache/bench-server/pages.js", ...process.argv.slice(2)]);
