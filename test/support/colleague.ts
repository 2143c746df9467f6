import type { DeskRole } from "@/api/generated/desk/types.gen";
import type { Simulator } from "@mocks/simulator";

async function post(simulator: Simulator, path: string, body: unknown, method = "POST"): Promise<Response> {
  const headers = { "Content-Type": "application/json", "Desk-Client": "web" };
  const response = await simulator.handle(
    new Request(`http://localhost${path}`, { method, headers, ...(method === "GET" ? {} : { body: JSON.stringify(body) }) }),
  );
  if (!response) throw new Error(`The simulator does not know ${path}`);
  return response;
}

/** Sends a call of the desk's API as somebody else, and gives the seat back. */
export async function asColleague(
  simulator: Simulator,
  { role, seat, method, path, body }: { role: DeskRole; seat: DeskRole; method: string; path: string; body: unknown },
): Promise<Response> {
  await post(simulator, "/simulator/v1/sign-in", { role });
  const response = await post(simulator, path, body, method);
  await post(simulator, "/simulator/v1/sign-in", { role: seat });
  return response;
}
