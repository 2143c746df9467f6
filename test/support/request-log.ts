import type { LoggedRequest } from "@mocks/http/request-log";
import type { Simulator } from "@mocks/simulator";

/** Slows every call down a little, so that one that waits for the answer of another begins visibly later. */
export function slowEverything(simulator: Simulator, delayMs = 40): void {
  simulator.fault({ delayMs, times: 1000 });
}

/** What a page asks for once it has been at rest for a while: no part of showing it, and whether it has come yet is up to the machine. */
const askedAtRest: readonly (string | undefined)[] = ["listClaims", "claimAnInquiry", "streamDeskEvents"];
/** One's own decisions, which the strip of the frame shows: not those of an inquiry, which its page needs. */
const isOwnDecisions = ({ operation, query }: LoggedRequest) =>
  operation === "listDecisions" && new URLSearchParams(query).get("filter[by]") === "me";

/** The requests so far that a page needs to be shown, oldest first. */
export const pageRequests = (simulator: Simulator) =>
  simulator.requests().filter((request) => !askedAtRest.includes(request.operation) && !isOwnDecisions(request));

/** The calls so far, without their sparse fields: `GET /inquiries?filter[status]=created`. */
export function calls(simulator: Simulator): string[] {
  return pageRequests(simulator).map(({ method, path, query }) => {
    const shown = new URLSearchParams([...new URLSearchParams(query)].filter(([name]) => !name.startsWith("fields[")));
    const search = decodeURIComponent(shown.toString());
    return `${method} ${path}${search === "" ? "" : `?${search}`}`;
  });
}

/** Calls that were made twice. */
export const repeated = (simulator: Simulator): string[] => calls(simulator).filter((call, index, all) => all.indexOf(call) !== index);

/** Calls that began only after another had been answered. Says nothing unless everything was slowed before. */
export function late(simulator: Simulator): string[] {
  const requests = pageRequests(simulator);
  const firstAnswer = Math.min(...requests.map(({ answeredAt }) => answeredAt ?? Number.POSITIVE_INFINITY));
  return requests.filter(({ startedAt }) => startedAt >= firstAnswer).map(({ method, path }) => `${method} ${path}`);
}

/** Ends the failures injected before: what is tried again works. */
export async function endFaults(simulator: Simulator): Promise<void> {
  await simulator.handle(new Request("http://localhost/simulator/v1/faults", { method: "DELETE" }));
}
