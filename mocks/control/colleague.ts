import * as z from "zod/mini";
import type { DeskRole } from "@/api/generated/desk/types.gen";
import { isRole, personOf } from "../desk/people";
import { parseBody } from "../http/body";
import type { Incoming } from "../http/incoming";
import type { Life } from "../life";
import { badRequest } from "../world/core/refusal";

const colleagueBody = z.strictObject({ role: z.string(), idempotencyKey: z.string(), decision: z.record(z.string(), z.unknown()) });

/** `POST /simulator/v1/colleague {role, idempotencyKey, decision}`: a colleague decides; the session of the page stays as it is. */
export const isColleague = ({ method, path }: Pick<Incoming, "method" | "path">): boolean =>
  method === "POST" && path === "/simulator/v1/colleague";

/**
 * Does at the desk what a colleague does, from their own page.
 * @param run answers a call of the desk's own API as whoever plays a role in `life`
 * @throws Refusal 400 for a body that says something else
 */
export function asColleague<Result>({ body }: Incoming, life: Life, run: (incoming: Incoming) => Result): Result {
  const { role, idempotencyKey, decision } = parseBody(body, colleagueBody);
  if (!isRole(role)) throw badRequest("role is not one of the desk");
  const person = personOf(life.desk().world, role);
  const headers = new Headers({ "desk-client": "web", "desk-person": person.id, "idempotency-key": idempotencyKey });
  return inSeat(life, role, () =>
    run({ method: "POST", path: "/desk/v1/decisions", search: new URLSearchParams(), headers, body: JSON.stringify(decision) }),
  );
}

function inSeat<Result>(life: Life, role: DeskRole, act: () => Result): Result {
  const seat = life.role;
  life.role = role;
  try {
    return act();
  } finally {
    life.role = seat;
  }
}
