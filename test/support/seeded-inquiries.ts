import { referenceIdOf } from "@mocks/seed/catalogue";
import type { PersonKey } from "@mocks/seed/people/all";
import type { Simulator } from "@mocks/simulator";

/** The newest inquiry of one of the demo's people. @throws Error when there is none */
export function inquiryOf(simulator: Simulator, person: PersonKey): string {
  const referenceId = referenceIdOf(person);
  for (const { id, attributes } of simulator.world().tables.inquiries.newestFirst()) if (attributes.referenceId === referenceId) return id;
  throw new Error(`${person} has no inquiry`);
}
