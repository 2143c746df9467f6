/** Comparing streets, towns and regions, which are abbreviated in more ways than any list knows. */
import { partly, type Comparison } from "@/domain/compare/agreement";
import { compareNames } from "@/domain/compare/compare-names";
import { latinSpellings } from "@/domain/compare/latin-spellings";

/** Symmetric. As names; what may be the abbreviation of the other agrees in part. Numbers are never abbreviated. */
export function compareAddressParts(one: string, other: string): Comparison {
  const comparison = compareNames(one, other);
  if (comparison.agreement !== "different") return comparison;
  const isShort = latinSpellings(one).some((a) => latinSpellings(other).some((b) => mayAbbreviate(a, b) || mayAbbreviate(b, a)));
  return isShort ? partly("One may be abbreviated") : comparison;
}

function mayAbbreviate(a: readonly string[], b: readonly string[]): boolean {
  // "NY" for New York
  if (a.length === 1 && b.length > 1 && b.every((word) => /^\p{L}/u.test(word))) return a[0] === b.map((word) => word.slice(0, 1)).join("");
  return a.length === b.length && a.every((word, index) => isAbbreviation(word, b[index] ?? "") || isAbbreviation(b[index] ?? "", word));
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
