import { printedOfBulk } from "../bulk/printed-bulk";
import type { Printed } from "../printed";
import { people } from "./all";

const byKey = new Map<string, Printed>(people.map(({ key, printed }) => [key, printed]));

/** What is printed on the papers of a person, hand-written or from the bulk; undefined for an unknown key. */
export function printedOf(key: string): Printed | undefined {
  return byKey.get(key) ?? printedOfBulk(key);
}
