import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { chunkGroups } from "./dev/chunk-groups.ts";
import { compiledAtOnce } from "./dev/compiled-at-once.ts";
import { contentSecurityPolicy } from "./dev/content-security-policy.ts";
import { demoAddresses } from "./dev/demo-address.ts";
import { firstRequests, firstRequestsScript } from "./dev/first-requests.ts";
import { mockServiceWorker } from "./dev/mock-service-worker.ts";
import { testsAlone } from "./dev/tests-alone.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const nodeMajor = Number(process.versions.node.split(".")[0]);

/**
 * Modes: `demo` (the simulator inside the page), `development` (behind which the server runs: scripts/dev-persona.mjs), `production` and `test`.
 * `__DEMO__` is false in production, so nothing of `mocks/` can reach that bundle.
 */
export default defineConfig(({ mode }) => {
  const demo = mode === "demo";
  const alias: Record<string, string> = {
    "@test": path("./test"),
    "@mocks": path("./mocks"),
    "@server": path("./server"),
    "@": path("./src"),
    // the generated clients carry it, though no operation needs it
    "../core/serverSentEvents.gen": path("./dev/no-server-sent-events.ts"),
  };
  // MSW keeps cookies by a public-suffix list of 300 kB that the demo has no use for.
  if (demo) alias["tough-cookie"] = path("./mocks/doors/cookie-jar-stub.ts");
  return {
    // relative, so that the demo site can be hosted under any path
    base: demo ? "./" : "/",
    define: { __DEMO__: JSON.stringify(demo), __FIRST_REQUESTS__: JSON.stringify(firstRequests) },
    plugins: [
      tanstackRouter({
        target: "react",
        autoCodeSplitting: true,
        routesDirectory: "./src/routes",
        generatedRouteTree: "./src/route-tree.gen.ts",
        routeFileIgnorePattern: "\\.test\\.",
        quoteStyle: "double",
        semicolons: true,
      }),
      react(),
      tailwindcss(),
      contentSecurityPolicy({ demo }),
      compiledAtOnce(),
      ...(demo ? [mockServiceWorker(), demoAddresses()] : [firstRequestsScript()]),
    ],
    resolve: { alias },
    server: { port: 5173, strictPort: true, warmup: { clientFiles: ["./src/main.tsx", "./src/routes/**/*.tsx"] } },
    preview: { host: "127.0.0.1", port: 4173, strictPort: true },
    build: {
      target: "es2022",
      sourcemap: false,
      // every browser that has what the app is built on (dialog, popover) preloads modules by itself
      modulePreload: { polyfill: false },
      // lets the repository tests follow what a page loads
      manifest: true,
      rolldownOptions: {
        // reading a property changes nothing anywhere in here: what is only read for that can go
        treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
        output: { codeSplitting: { groups: chunkGroups } },
      },
    },
    test: {
      // by itself Vitest leaves one core to nobody
      maxWorkers: "100%",
      execArgv: nodeMajor >= 25 ? ["--no-experimental-webstorage"] : [],
      projects: [
        {
          extends: true,
          test: {
            name: "node",
            environment: "node",
            include: ["{src,mocks,dev,scripts}/**/*.test.ts", "test/{contract,repo,world}/**/*.test.ts"],
            exclude: testsAlone,
            // what one file has loaded serves the next: loading takes longer than most of them
            isolate: false,
          },
        },
        { extends: true, test: { name: "alone", environment: "node", include: testsAlone } },
        {
          extends: true,
          test: {
            name: "server",
            environment: "node",
            include: ["server/**/*.test.ts", "test/server/**/*.test.ts"],
            globalSetup: ["./test/server/support/postgres-server.ts"],
            // a database has to start before the first test of a file
            hookTimeout: 60_000,
            testTimeout: 30_000,
          },
        },
        {
          extends: true,
          test: {
            name: "page",
            environment: "happy-dom",
            environmentOptions: { happyDOM: { url: "http://localhost/" } },
            setupFiles: ["./test/setup.ts"],
            include: ["src/**/*.test.tsx", "test/pages/**/*.test.tsx"],
          },
        },
      ],
    },
  };
});
