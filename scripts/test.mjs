// `npm test`: every check of the project in order, then one line `N passed, N failed` added up from the runners' own reports.
// A check without a report of its own (types, lint, …) prints what it found and counts as one failure when it fails.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ensureChromium } from "./ensure-chromium.mjs";
import { ensurePgbouncer, ensurePostgres } from "./ensure-postgres.mjs";

const reportsFolder = ".reports";
rmSync(reportsFolder, { recursive: true, force: true });
mkdirSync(reportsFolder);

let passed = 0;
let failed = 0;
/** What failed and why, repeated at the end of the output, where people look first. */
const failures = [];

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
  if (run(title, command)) return;
  failed += 1;
  failures.push(title);
}

/** A test runner: its own JSON report is what counts; a run without one, or that died outside its tests, is a failure. */
function suite(title, command, file, count, env) {
  const ok = run(title, command, env);
  try {
    const totals = count(JSON.parse(readFileSync(`${reportsFolder}/${file}`, "utf8")));
    passed += totals.passed;
    failed += totals.failed.length;
    failures.push(...totals.failed);
    if (totals.passed + totals.failed.length > 0 && (ok || totals.failed.length > 0)) return;
    failed += 1;
    failures.push(`${title}: died outside its tests`);
  } catch (error) {
    failed += 1;
    failures.push(`${title}: no readable report (${error.message})`);
  }
}

/** Of a file's report; one that died before its first test has no failed test to show for it. */
function failedInFile({ name, status, message, assertionResults }) {
  const file = relative(process.cwd(), name);
  const tests = assertionResults.filter((test) => test.status === "failed");
  if (tests.length > 0) return tests.map((test) => `${file} › ${test.fullName}\n${shortened(test.failureMessages[0])}`);
  return status === "failed" ? [`${file}\n${shortened(message)}`] : [];
}

/** Of a file's or a group's report, its groups with it; what passed only when it was tried again has failed, too. */
function failedInBrowser({ specs = [], suites = [] }) {
  const tests = specs.flatMap((spec) => spec.tests.map((test) => ({ spec, test })));
  return [
    ...tests
      .filter(({ test }) => test.status === "unexpected" || test.status === "flaky")
      .map(({ spec, test }) => {
        const { error } = test.results.find((result) => result.error !== undefined) ?? {};
        return `${spec.file}:${spec.line} [${test.projectName}] › ${spec.title}\n${shortened(error?.message)}`;
      }),
    ...suites.flatMap(failedInBrowser),
  ];
}

const shortened = (message = "no message") =>
  stripVTControlCharacters(message)
    .split("\n")
    .slice(0, 12)
    .map((line) => `    ${line.slice(0, 200)}`)
    .join("\n");

// On a build server the tests run on a real PostgreSQL, whatever it takes; elsewhere where one is installed.
if (process.env.CI) {
  try {
    ensurePostgres();
    ensurePgbouncer();
    process.env.REQUIRE_POSTGRES = "1";
  } catch (error) {
    failed += 1;
    failures.push(`PostgreSQL: ${error.message}`);
  }
}

check("types", "npm run --silent typecheck");
check("lint", "npm run --silent lint");
check("format", "npm run --silent format:check");
check("unused code", "npm run --silent unused");
check("generated client", "npm run --silent generate:api -- --check");
suite(
  "unit, page, contract and repository tests",
  `vitest run --reporter=default --reporter=json --outputFile.json=${reportsFolder}/vitest.json`,
  "vitest.json",
  (r) => ({ passed: r.numPassedTests, failed: r.testResults.flatMap(failedInFile) }),
);

try {
  const chromium = ensureChromium();
  suite(
    "browser journeys",
    "playwright test",
    "playwright.json",
    (r) => ({ passed: r.stats.expected, failed: r.suites.flatMap(failedInBrowser) }),
    {
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_NAME: `${reportsFolder}/playwright.json`,
    },
  );
} catch (error) {
  failed += 1;
  failures.push(`browser journeys: ${error.message}`);
}

if (failures.length > 0) console.log(`\n── what failed\n${failures.slice(0, 40).join("\n")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
