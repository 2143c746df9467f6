import type { Simulator } from "@mocks/simulator";

/** Slows every call down a little, so that one that waits for the answer of another begins visibly later. */
export function slowEverything(simulator: Simulator, delayMs = 40): void {
  simulator.fault({ delayMs, times: 1000 });
}

/** The calls so far, without their sparse fields: `GET /inquiries?filter[status]=created`. */
export function calls(simulator: Simulator): string[] {
  return simulator.requests().map(({ method, path, query }) => {
    const shown = new URLSearchParams([...new URLSearchParams(query)].filter(([name]) => !name.startsWith("fields[")));
    const search = decodeURIComponent(shown.toString());
    return `${method} ${path}${search === "" ? "" : `?${search}`}`;
  });
}

/** Calls that were made twice. */
export const repeated = (simulator: Simulator): string[] => calls(simulator).filter((call, index, all) => all.indexOf(call) !== index);

/** Calls that began only after another had been answered. Says nothing unless everything was slowed before. */
export function late(simulator: Simulator): string[] {
  const requests = simulator.requests();
  const firstAnswer = Math.min(...requests.map(({ answeredAt }) => answeredAt ?? Number.POSITIVE_INFINITY));
  return requests.filter(({ startedAt }) => startedAt >= firstAnswer).map(({ method, path }) => `${method} ${path}`);
}

/** Ends the failures injected before: what is tried again works. */
export async function endFaults(simulator: Simulator): Promise<void> {
  await simulator.handle(new Request("http://localhost/simulator/v1/faults", { method: "DELETE" }));
}
