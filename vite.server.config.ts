import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Bundles the server for Node, which cannot read TypeScript by itself in every version we support. Packages stay in node_modules. */
export default defineConfig({
  publicDir: false,
  resolve: { alias: { "@": path("./src") } },
  build: {
    ssr: true,
    outDir: "dist-server",
    target: "node20",
    emptyOutDir: true,
    rolldownOptions: { input: { main: path("./server/main.ts"), "verify-audit": path("./server/audit/verify-audit.ts") } },
  },
});
