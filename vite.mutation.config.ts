import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/**
 * The tests that `npm run mutation` runs against each change it makes (stryker.config.json): those of the judgements, of the commands, of the
 * ledger of writes and of standings. No PostgreSQL is started for them, so what talks to a database runs on the embedded one alone.
 */
export default defineConfig({
  resolve: { alias: { "@test": path("./test"), "@mocks": path("./mocks"), "@server": path("./server"), "@": path("./src") } },
  test: {
    environment: "node",
    include: [
      "src/domain/**/*.test.ts",
      "server/commands/**/*.test.ts",
      "server/persona/write*.test.ts",
      "server/partner/standing*.test.ts",
      "test/server/commands/**/*.test.ts",
    ],
    hookTimeout: 60_000,
    testTimeout: 30_000,
  },
});
