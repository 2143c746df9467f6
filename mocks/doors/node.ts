import { http } from "msw";
import { setupServer } from "msw/node";
import { ownPath } from "../http/incoming";
import { seeded } from "../seeded";
import { createSimulator, type Simulator } from "../simulator";
import type { SimulatorOptions } from "../simulator-options";

/** A fresh world on a clock that stands still, unless the test says otherwise. */
function create(options: Partial<SimulatorOptions> = {}): Simulator {
  return createSimulator({ standsFor: "gateway", deskEnvironment: "demo", clock: "manual", ...seeded, ...options });
}

let current: Simulator | undefined;

/** The simulator of the running test. */
export function simulator(): Simulator {
  return (current ??= create());
}

/** Gives the next test a world of its own. */
export function resetSimulator(options?: Partial<SimulatorOptions>): Simulator {
  return (current = create(options));
}

/** MSW's server for Vitest: every request of the simulator's goes to the current one. */
export const server = setupServer(
  http.all(
    ({ request }) => ownPath(new URL(request.url), "/") !== undefined,
    ({ request }) => simulator().handle(request),
  ),
);
