// `npm test`: every check of the project in order, then one line `N passed, N failed` added up from the runners' own reports.
// A check without a report of its own (types, lint, …) prints what it found and counts as one failure when it fails.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { ensureChromium } from "./ensure-chromium.mjs";
import { ensurePgbouncer, ensurePostgres } from "./ensure-postgres.mjs";

const REPORTS = ".reports";
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS);

let passed = 0;
let failed = 0;

/** Runs a command with its output on this terminal; true when it ended well. */
function run(title, command, env = {}) {
  console.log(`\n── ${title}: ${command}`);
  const started = Date.now();
  const { status } = spawnSync(command, { shell: true, stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...env } });
  console.log(`── ${title}: ${status === 0 ? "ok" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return status === 0;
}

/** A check that has no report: silent when it is fine. */
function check(title, command) {
  if (!run(title, command)) failed += 1;
}

/** A test runner: its own JSON report is what counts; a run without one, or that died outside its tests, is a failure. */
function suite(title, command, file, count, env) {
  const ok = run(title, command, env);
  try {
    const totals = count(JSON.parse(readFileSync(`${REPORTS}/${file}`, "utf8")));
    passed += totals.passed;
    failed += totals.failed;
    if (totals.passed + totals.failed === 0 || (!ok && totals.failed === 0)) failed += 1;
  } catch (error) {
    console.error(`${title}: no readable report (${error.message})`);
    failed += 1;
  }
}

// On a build server the tests run on a real PostgreSQL, whatever it takes; elsewhere where one is installed.
if (process.env.CI) {
  try {
    ensurePostgres();
    ensurePgbouncer();
    process.env.REQUIRE_POSTGRES = "1";
  } catch (error) {
    console.error(`PostgreSQL: ${error.message}`);
    failed += 1;
  }
}

check("types", "npm run --silent typecheck");
check("lint", "npm run --silent lint");
check("format", "npm run --silent format:check");
check("unused code", "npm run --silent unused");
check("generated client", "npm run --silent generate:api -- --check");
suite(
  "unit, page, contract and repository tests",
  `vitest run --reporter=default --reporter=json --outputFile.json=${REPORTS}/vitest.json`,
  "vitest.json",
  (r) => ({
    passed: r.numPassedTests,
    // a file that died before its first test has no failed test to show for it
    failed:
      r.numFailedTests +
      r.testResults.filter((f) => f.status === "failed" && !f.assertionResults.some((a) => a.status === "failed")).length,
  }),
);

try {
  const chromium = ensureChromium();
  suite(
    "browser journeys",
    "playwright test",
    "playwright.json",
    (r) => ({ passed: r.stats.expected, failed: r.stats.unexpected + r.stats.flaky }),
    {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/playwright.json`,
    },
  );
} catch (error) {
  console.error(`browser journeys: ${error.message}`);
  failed += 1;
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
