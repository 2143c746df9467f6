import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { keptThread } from "./scripts/mutation/kept-thread.mjs";
import { mutationRoom } from "./scripts/mutation/rooms.mjs";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const room = mutationRoom();

/** The first failure ends a mutant's run, so what runs thousands of cases comes after the tests of one case each. */
class CostlyLast extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's own, not an array's
    const sorted = await super.sort(files);
    const cost = ({ moduleId }: TestSpecification) =>
      ["properties.", "property.", "hostile-answers."].findIndex((end) => moduleId.includes(end));
    return sorted.toSorted((one, other) => cost(one) - cost(other));
  }
}

/**
 * The tests that `npm run mutation` runs against each change it makes (stryker.config.mjs). No PostgreSQL is started for them, so what talks
 * to a database runs on the embedded one alone.
 */
export default defineConfig({
  // no module of the rooms keeps anything between two calls
  plugins: [keptThread({ isPure: room.name === "domain" })],
  resolve: { alias: { "@test": path("./test"), "@mocks": path("./mocks"), "@server": path("./server"), "@": path("./src") } },
  test: {
    environment: "node",
    include: room.tests,
    exclude: ["**/long-texts.test.ts"],
    isolate: false,
    sequence: { sequencer: CostlyLast },
    setupFiles: ["./test/support/mutation-setup.ts"],
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
