import type { Simulator } from "@mocks/simulator";
import { createIndexFilling } from "@server/inquiries/index-filling";
import { createInquiryRounds } from "@server/inquiries/inquiry-rounds";
import type { Database } from "@server/db/database";
import { createInquiryStates } from "@server/persona/inquiry-states";
import type { PersonaCall } from "@server/persona/caller";
import type { Clock } from "@server/persona/clock";
import { silentPino } from "./silent-pino";

const day = 24 * 60 * 60_000;

/** Reads of the server's, answered by a simulator that stands for Persona. */
export async function askSimulator(simulator: Simulator, { path, query }: Pick<PersonaCall, "path" | "query">) {
  const answer = await simulator.handle(
    new Request(`http://localhost/api/v1${path}?${query ?? ""}`, { headers: { authorization: "Bearer persona_production_1" } }),
  );
  if (answer === undefined) throw new Error(`${path} is not the simulator's`);
  const headers = { "content-type": answer.headers.get("content-type") ?? "" };
  return { status: answer.status, headers, body: new Uint8Array(await answer.arrayBuffer()) };
}

/** What goes through a simulator's list of inquiries and notes it in the index. */
export function fillingFrom(simulator: Simulator, db: Database, clock: Clock) {
  const now = () => clock.now();
  return createIndexFilling({
    db,
    rounds: createInquiryRounds({ db, now, everyMs: day }),
    caller: { call: (call) => askSimulator(simulator, call) },
    inquiryStates: createInquiryStates({ db, now }),
    links: { noteInquiryStates: async () => {}, noteUse: async () => {} },
    pushes: { publishMany: async () => {} },
    meter: { page() {}, missed() {} },
    clock,
    log: silentPino,
    // no pause from page to page
    sweepMs: 0,
  });
}
