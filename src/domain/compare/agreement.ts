/**
 * Whether two values say the same. `partly`: they do not contradict each other, but it cannot be said that they are the same (masked,
 * less exact, another script, one name more).
 */
export type Comparison = {
  readonly agreement: "same" | "partly" | "different";
  /** What a reader would otherwise wonder about: "Same name, divided otherwise"; null where nothing has to be said. */
  readonly note: string | null;
};

export const same: Comparison = { agreement: "same", note: null };
export const different: Comparison = { agreement: "different", note: null };
export const sameBut = (note: string): Comparison => ({ agreement: "same", note });
export const partly = (note: string): Comparison => ({ agreement: "partly", note });

/** Of two texts in which nothing can be read: the same only when they are written alike, else `note` says why nobody knows. */
export const asWritten = (one: string, other: string, note: string): Comparison => (one.trim() === other.trim() ? same : partly(note));

/** No name and no number is as long; what is longer may differ where nothing is compared any more. */
const longest = 200;

/** What is said of texts too long to be read as names or numbers, some of them cut off before; undefined for others. */
export function tooLong(one: string, other: string): Comparison | undefined {
  if (one.length <= longest && other.length <= longest) return undefined;
  const note = "Too long to be compared";
  return one.endsWith("…") ? partly(note) : asWritten(one, other, note);
}
