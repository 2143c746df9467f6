import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

/** Serves MSW's worker straight from the installed package: no vendored copy that goes stale, and none in a production build. */
export function mockServiceWorker(): Plugin {
  const script = () => readFileSync(createRequire(import.meta.url).resolve("msw/mockServiceWorker.js"));
  return {
    name: "mock-service-worker",
    configureServer(server) {
      server.middlewares.use("/mockServiceWorker.js", (_request, response) => {
        response.setHeader("content-type", "text/javascript");
        response.end(script());
      });
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "mockServiceWorker.js", source: script() });
    },
  };
}
