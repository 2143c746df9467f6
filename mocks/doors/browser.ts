import "@/lib/zod-config";
import { http } from "msw";
import { setupWorker } from "msw/browser";
import { ownPath } from "../http/incoming";
import { seeded } from "../seeded";
import { createSimulator, type Simulator } from "../simulator";
import { createMemoryJournal, type Journal } from "../world/core/journal";
import { createWebStorageJournal } from "../world/core/web-storage-journal";

/**
 * Starts the simulator behind a service worker: it answers what the page asks of `api/v1`, `desk/v1`, `simulator/v1` and `files` below
 * the address of the page, whatever path that is, and nothing else. Tabs share one world, and a reload keeps it.
 */
export async function startSimulator(): Promise<Simulator> {
  const base = new URL(".", document.baseURI).pathname;
  const simulator = createSimulator({
    standsFor: "gateway",
    deskEnvironment: "demo",
    base,
    filesBase: new URL("files/", document.baseURI).href,
    ...seeded,
    journal: browserJournal(base),
    streamEveryMs: 1000,
  });
  const worker = setupWorker(
    http.all(
      ({ request }) => ownPath(new URL(request.url), base) !== undefined,
      ({ request }) => simulator.handle(request),
    ),
  );
  // The worker takes its time to register; the world grows meanwhile.
  await Promise.all([
    worker.start({
      serviceWorker: { url: new URL("mockServiceWorker.js", document.baseURI).href, options: { scope: base } },
      onUnhandledRequest: "bypass",
      quiet: true,
    }),
    simulator.ready(),
  ]);
  return simulator;
}

/** Where storage is forbidden, the world lives as long as the page. */
function browserJournal(base: string): Journal {
  try {
    return createWebStorageJournal({ storage: window.localStorage, key: `simulator:${base}`, locks: navigator.locks });
  } catch {
    return createMemoryJournal();
  }
}
