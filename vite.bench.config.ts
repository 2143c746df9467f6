import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Bundles the benchmarks of the pages, of the server and of its audit log for Node, and the simulator it runs beside. */
export default defineConfig({
  publicDir: false,
  resolve: { alias: { "@": path("./src"), "@mocks": path("./mocks"), "@server": path("./server"), "@test": path("./test") } },
  build: {
    ssr: true,
    outDir: "node_modules/.cache/bench-server",
    target: "node20",
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        pages: path("./test/bench/pages.ts"),
        server: path("./test/bench/server.ts"),
        audit: path("./test/bench/audit.ts"),
        chaos: path("./test/bench/chaos.ts"),
        decisions: path("./test/bench/decisions.ts"),
        persona: path("./mocks/doors/server.ts"),
      },
    },
  },
});
