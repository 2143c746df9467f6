import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

/**
 * Runs ahead of MSW's own listener: what is not the simulator's goes to the network at once. MSW would ask the page about every
 * script and style, which makes a second visit slower than the first.
 */
const onlyTheSimulators = `
self.addEventListener("fetch", (event) => {
  const { scope } = self.registration;
  const isSimulated = event.request.url.startsWith(scope) && /^(api\\/v1|desk\\/v1|simulator\\/v1|files)\\//.test(event.request.url.slice(scope.length));
  if (!isSimulated) event.stopImmediatePropagation();
});
`;

/** Serves MSW's worker straight from the installed package: no vendored copy that goes stale, and none in a production build. */
export function mockServiceWorker(): Plugin {
  const script = () => onlyTheSimulators + readFileSync(createRequire(import.meta.url).resolve("msw/mockServiceWorker.js"), "utf8");
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
