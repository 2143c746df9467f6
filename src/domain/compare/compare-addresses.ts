/** Comparing streets, towns and regions, which are abbreviated in more ways than any list knows. */
import { partly, type Comparison } from "@/domain/compare/agreement";
import { compareNames, moreNames } from "@/domain/compare/compare-names";
import { latinSpellings, type Word } from "@/domain/compare/latin-spellings";

/** Symmetric. As names; what may be the abbreviation of the other agrees in part. Numbers are never abbreviated. */
export function compareAddressParts(one: string, other: string): Comparison {
  const comparison = compareNames(one, other);
  if (comparison.agreement === "same") return comparison;
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const [barely, bare] = [withoutUnitNames(a), withoutUnitNames(b)];
  const isUnitNamed = barely.length < a.length || bare.length < b.length;
  if (isUnitNamed && isAbbreviated(barely, bare)) return partly("Same but for what the unit is called");
  if (comparison.note === moreNames) return partly("One says more");
  if (comparison.agreement !== "different") return comparison;
  if (isAbbreviated(a, b)) return partly("One may be abbreviated");
  const [first, second] = [beforeUnit(a), beforeUnit(b)];
  const isUnitLacking = first.length > 0 && second.length > 0 && first.length < a.length !== second.length < b.length;
  return isUnitLacking && isAbbreviated(first, second) ? partly("One names no unit") : comparison;
}

/** What a unit in a building is called before its number. Source: USPS Publication 28, appendix C2, and "flat" elsewhere. */
const unitNames = new Set("apt apartment unit flat suite ste room rm no nr number".split(" "));

const ordinals = new Map(
  "first second third fourth fifth sixth seventh eighth ninth tenth"
    .split(" ")
    .map((word, index) => [word, `${index + 1}${["st", "nd", "rd"][index] ?? "th"}`]),
);

/** The words of an address, "#4" as "unit 4" and "First" as "1st". */
const wordsOf = (text: string): Word[] =>
  latinSpellings(text.replaceAll(/[#№]/g, " unit ")).map((word) => {
    const ordinal = ordinals.get(word.written);
    return ordinal === undefined ? word : { written: ordinal, spellings: new Set([ordinal]) };
  });

/** Whether a word names a unit: it does before a number or a letter alone. */
const isUnitName = (word: Word, index: number, words: readonly Word[]): boolean =>
  unitNames.has(word.written) && /^(?:\p{N}.*|\p{L})$/u.test(words[index + 1]?.written ?? "");

const withoutUnitNames = (words: readonly Word[]) => words.filter((word, index) => !isUnitName(word, index, words));

/** The words before a unit at the end; all of them where there is none. */
function beforeUnit(words: readonly Word[]): readonly Word[] {
  const at = words.length - 2;
  const word = words[at];
  return word && isUnitName(word, at, words) ? words.slice(0, at) : words;
}

const isAbbreviated = (a: readonly Word[], b: readonly Word[]) => mayAbbreviate(a, b) || mayAbbreviate(b, a);

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
