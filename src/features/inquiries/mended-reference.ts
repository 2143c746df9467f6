import { forAddress } from "@/domain/pasted/for-address";

/** What of a text may be looked for, and what is said of the rest. */
export type MendedReference = { readonly id: string | undefined; readonly leftOut: string };

/** What a reference ID that was written into the address by hand should be; undefined where it may stand there as it is. */
export function mendedReference(reference: string): MendedReference | undefined {
  const { ids, said } = forAddress(reference);
  if (said === undefined) return undefined;
  const [id, ...others] = ids;
  if (others.length > 0) return { id: undefined, leftOut: `${said} The list looks for one at a time.` };
  // once mended it stands
  if (id === reference) return undefined;
  return { id, leftOut: id === undefined ? `The reference ID was taken out of the address and not sent. ${said}` : said };
}
