/**
 * Whether each of the one can be paired with another of the others, all of them used up. Symmetric where `agree` is.
 * (Augmenting paths: to agree need not be transitive, so the first partner that fits may have to be given up for another.)
 */
export function canBePaired<T>(ones: readonly T[], others: readonly T[], agree: (one: T, other: T) => boolean): boolean {
  if (ones.length !== others.length) return false;
  const partners = new Map<number, number>();
  const findPartner = (one: number, tried: Set<number>): boolean =>
    others.some((other, index) => {
      const candidate = ones[one];
      if (candidate === undefined || tried.has(index) || !agree(candidate, other)) return false;
      tried.add(index);
      const taken = partners.get(index);
      if (taken !== undefined && !findPartner(taken, tried)) return false;
      partners.set(index, one);
      return true;
    });
  return ones.every((_, index) => findPartner(index, new Set()));
}
