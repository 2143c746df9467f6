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
