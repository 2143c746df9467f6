import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Bundles the simulator's HTTP door for Node, which cannot read TypeScript by itself in every version we support. */
export default defineConfig({
  resolve: { alias: { "@mocks": path("./mocks"), "@": path("./src") } },
  build: { ssr: path("./mocks/doors/server.ts"), outDir: "dist-mock-api", target: "node20", emptyOutDir: true },
});
