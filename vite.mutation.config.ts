import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { keptThread } from "./scripts/mutation/kept-thread.mjs";
import { mutationRoom } from "./scripts/mutation/rooms.mjs";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const room = mutationRoom();

/** The first failure ends a mutant's run, so the file that runs every judgement, thousands of times, comes last. */
class WidestLast extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own, not an array's
    const sorted = await super.sort(files);
    const widest = (file: TestSpecification) => Number(file.moduleId.endsWith("/hostile-answers.test.ts"));
    return sorted.toSorted((one, other) => widest(one) - widest(other));
  }
}

/**
 * The tests that `npm run mutation` runs against each change it makes (stryker.config.mjs). No PostgreSQL is started for them, so what talks
 * to a database runs on the embedded one alone.
 */
export default defineConfig({
  // judgements keep nothing
  plugins: room.name === "domain" ? [keptThread()] : [],
  resolve: { alias: { "@test": path("./test"), "@mocks": path("./mocks"), "@server": path("./server"), "@": path("./src") } },
  test: {
    environment: "node",
    include: room.tests,
    isolate: room.name !== "domain",
    sequence: { sequencer: WidestLast },
    setupFiles: ["./test/support/mutation-setup.ts"],
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
