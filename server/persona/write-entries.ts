import type { OpenWrite } from "./write-ledger";
import type { WriteOutcome } from "./write-row";

/** What keeps an entry of the audit log from being written twice: a write's first, second, third. @param place from 1 */
export const entryIntent = (writeId: string, place: number): string => (place === 1 ? writeId : `${writeId}/${place}`);

/**
 * Whether a row takes this news no more. Late answers of slow instances count where they say more than what is known: a success always
 * does, and whatever Persona said does where nobody knew.
 */
export function isSettled({ state, outcome: known }: OpenWrite, outcome: WriteOutcome): boolean {
  if (state === "intended" || state === "sending") return false;
  if (known === "done" || outcome === "unknown" || outcome === "failed") return true;
  return outcome !== "done" && known !== "unknown";
}
