import type { DeskRole, DeskSession } from "@/api/generated/desk/types.gen";
import { newIdempotencyKey } from "@/api/idempotency";
import type { Simulator } from "@mocks/simulator";

async function post(
  simulator: Simulator,
  path: string,
  body: unknown,
  method = "POST",
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const headers = { "Content-Type": "application/json", "Desk-Client": "web", ...more };
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
  const session = await post(simulator, "/desk/v1/session", undefined, "GET");
  const { user } = (await session.json()) as DeskSession;
  const response = await post(simulator, path, body, method, { "Desk-Person": user.id, "Idempotency-Key": newIdempotencyKey() });
  await post(simulator, "/simulator/v1/sign-in", { role: seat });
  return response;
}
