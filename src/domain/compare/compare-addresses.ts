/** Comparing streets, towns and regions, which are abbreviated in more ways than any list knows. */
import { partly, type Comparison } from "@/domain/compare/agreement";
import { compareNames } from "@/domain/compare/compare-names";
import { latinSpellings, type Word } from "@/domain/compare/latin-spellings";

/** Symmetric. As names; what may be the abbreviation of the other agrees in part. Numbers are never abbreviated. */
export function compareAddressParts(one: string, other: string): Comparison {
  const comparison = compareNames(one, other);
  if (comparison.agreement !== "different") return comparison;
  const [a, b] = [latinSpellings(one), latinSpellings(other)];
  return mayAbbreviate(a, b) || mayAbbreviate(b, a) ? partly("One may be abbreviated") : comparison;
}

function mayAbbreviate(a: readonly Word[], b: readonly Word[]): boolean {
  const [short] = a;
  // "NY" for New York
  if (a.length === 1 && b.length > 1 && b.every((word) => [...word.spellings].every((way) => /^\p{L}/u.test(way)))) {
    return short?.spellings.has(b.map((word) => [...word.spellings][0]?.slice(0, 1)).join("")) ?? false;
  }
  const isEither = (one: string, other: string) => isAbbreviation(one, other) || isAbbreviation(other, one);
  return (
    a.length === b.length &&
    a.every((word, index) => [...word.spellings].some((one) => [...(b[index]?.spellings ?? [])].some((other) => isEither(one, other))))
  );
}

/** "St" or "Str" for Street, "Rd" for Road, "CA" for California: at most half of the letters, or the beginning. */
function isAbbreviation(short: string, long: string): boolean {
  if (short === long) return true;
  if (!/^\p{L}{2,}$/u.test(short) || !/^\p{L}+$/u.test(long) || short[0] !== long[0]) return false;
  if (long.startsWith(short)) return short.length >= 3 || short.length * 2 <= long.length;
  if (short.length * 2 > long.length) return false;
  let found = 0;
  for (const letter of long) if (letter === short[found]) found += 1;
  return found === short.length;
}
