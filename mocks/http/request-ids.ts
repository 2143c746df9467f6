import type { JournalOrigin } from "../world/core/journal";
import { alphanumeric, createRandom } from "../world/core/random";

/** `Request-Id` values. They come from outside the world's own random, so that reading never changes what is written later. */
export function requestId(prefix: "req_" | "dr_" = "req_"): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  // The alphabet has an entry for every remainder.
  return `${prefix}${Array.from(bytes, (byte) => alphanumeric[byte % alphanumeric.length]!).join("")}`;
}

/** What a call is known by: at Persona, and at the desk (`Desk-Request-Id`). */
export type RequestIds = {
  readonly persona: string;
  readonly desk: string;
};

/**
 * The ids of a call that is written down. They follow from its place in the journal, so that a replay writes down the same.
 * @param place where the journal began, and how many of its entries came before
 */
export function lastingRequestIds({ origin, applied }: { readonly origin: JournalOrigin; readonly applied: number }): RequestIds {
  const random = createRandom(`${origin.seed}/${origin.startedAt}/request/${applied}`);
  return { persona: `req_${random.text(24)}`, desk: `dr_${random.text(24)}` };
}
