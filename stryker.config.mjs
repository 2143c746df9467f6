import { mutationRoom, untouched } from "./scripts/mutation/rooms.mjs";

const room = mutationRoom();

/** Mutation tests (docs/developing.md), started by `npm run mutation`, which says of which room. */
// oxlint-disable-next-line import/no-default-export -- Stryker reads it
export default {
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  // a mutant runs the tests that reached it; what else might is found faster by the list of tests than by following imports for each mutant
  vitest: { configFile: "vite.mutation.config.ts", related: false },
  mutate: [...room.mutate, ...untouched],
  coverageAnalysis: "perTest",
  // what runs while a module loads (tables, regular expressions) would need every test in a process of its own
  ignoreStatic: true,
  incremental: true,
  // not in .reports, which `npm test` empties
  incrementalFile: `node_modules/.cache/mutation/${room.name}.json`,
  concurrency: 1,
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 30,
  reporters: ["clear-text", "html", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: `.reports/mutation/${room.name}.html` },
  ignorePatterns: ["dist*", "data", "test-results", ".reports"],
  disableTypeChecks: false,
};
