/**
 * Whether what a resource carries is the reference ID asked for: as a whole, letter case aside (Persona help, "Reference ID"). An answer is
 * not taken on trust: a filter that was not understood would make strangers of the person asked for.
 */
export const isReferenceId = (carried: unknown, asked: string): boolean =>
  typeof carried === "string" && carried.toLowerCase() === asked.toLowerCase();
