import { forAddress } from "@/domain/pasted/for-address";
import { fittingReferences } from "./fitting-references";

/** What of a text may be looked for, and what is said of the rest. */
export type MendedReference = { readonly id: string | undefined; readonly leftOut: string | undefined };

/** What the reference IDs that were written into the address by hand should be; undefined where they may stand there as they are. */
export function mendedReference(reference: string): MendedReference | undefined {
  const { ids, said } = forAddress(reference);
  const { kept, said: unfit } = fittingReferences(ids);
  const id = kept.length === 0 ? undefined : kept.join(",");
  const told = [said, unfit].filter((sentence) => sentence !== undefined).join(" ") || undefined;
  // once mended it stands; and one of which nothing is said is looked for as it is
  if (id === reference || (ids.length < 2 && told === undefined)) return undefined;
  return { id, leftOut: id === undefined ? `The reference ID was taken out of the address and not sent. ${told}` : told };
}
