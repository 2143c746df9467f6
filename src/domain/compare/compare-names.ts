/** Comparing names and other words as people read them: case, accents, punctuation and transliteration are no difference. */
import { different, partly, same, sameBut, type Comparison } from "@/domain/compare/agreement";
import { latinSpellings } from "@/domain/compare/latin-spellings";

/**
 * Symmetric. `same` only when word after word is the same in one spelling of both; what merely may be the same name (an initial, one
 * name more, another order or spacing, another script) is `partly`.
 */
export function compareNames(one: string, other: string): Comparison {
  const [ones, others] = [latinSpellings(one), latinSpellings(other)];
  const anySpelling = (agree: (a: readonly string[], b: readonly string[]) => boolean) => ones.some((a) => others.some((b) => agree(a, b)));
  if (ones[0]?.length === 0 || others[0]?.length === 0) return one.trim() === other.trim() ? same : different;
  if (anySpelling((a, b) => a.join(" ") === b.join(" "))) return hasSameLetters(one, other) ? same : sameBut("Same but for spelling");
  if (anySpelling((a, b) => a.join("") === b.join(""))) return partly("Same letters, spaced otherwise");
  if (anySpelling((a, b) => a.toSorted().join(" ") === b.toSorted().join(" "))) return partly("Same words in another order");
  if (isInLatin(ones) !== isInLatin(others)) return partly("Written in another script: compare by eye");
  if (anySpelling((a, b) => a.length === b.length && a.every((word, index) => isInitial(word, b[index] ?? ""))))
    return partly("One has an initial only");
  if (anySpelling((a, b) => isWithin(a, b) || isWithin(b, a))) return partly("One has more names");
  return different;
}

/** Whether the two differ by nothing but what passports leave out anyway: case, accents, punctuation. */
function hasSameLetters(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/[^\p{L}\p{N}]/gu, "")
      .toLowerCase();
  return plain(one) === plain(other);
}

function isInLatin(spellings: readonly (readonly string[])[]): boolean {
  return spellings[0]?.some((word) => /\p{Script=Latin}/u.test(word)) ?? false;
}

/** The same word, or one the initial of the other. */
function isInitial(one: string, other: string): boolean {
  if (one === other) return true;
  return (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));
}

/** Whether every word of the shorter stands in the longer, in the same order. */
function isWithin(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length) return false;
  let found = 0;
  for (const word of long) if (word === short[found]) found += 1;
  return found === short.length;
}
