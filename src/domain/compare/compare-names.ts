/** Comparing names and other words as people read them: case, accents, punctuation and transliteration are no difference. */
import { asWritten, different, partly, same, sameBut, tooLong, type Comparison } from "@/domain/compare/agreement";
import { latinSpellings } from "@/domain/compare/latin-spellings";
import { isMixed, scriptsOf } from "@/domain/compare/scripts";

type Words = readonly string[];

/**
 * Symmetric. `same` only when word after word is the same in one spelling of both; what merely may be the same name (an initial, one
 * name more, another order or spacing, another script) is `partly`.
 */
export function compareNames(one: string, other: string): Comparison {
  const long = tooLong(one, other);
  if (long) return long;
  const [ones, others] = [latinSpellings(one), latinSpellings(other)];
  const anySpelling = (agree: (a: Words, b: Words) => boolean) => ones.some((a) => others.some((b) => agree(a, b)));
  const [isEmpty, isOtherEmpty] = [ones[0]?.length === 0, others[0]?.length === 0];
  if (isEmpty && isOtherEmpty) return asWritten(one, other, "Can't be compared: no letters in it");
  if (isEmpty || isOtherEmpty) return different;
  if (isSameWordByWord(ones, others)) return sameSpelling(one, other);
  if (anySpelling((a, b) => a.join("") === b.join(""))) return partly("Same letters, spaced otherwise");
  if (anySpelling((a, b) => a.toSorted().join(" ") === b.toSorted().join(" "))) return partly(inAnotherOrder);
  if (isInAnotherScript(one, other) && (!isInLatin(ones) || !isInLatin(others) || anySpelling(isSimilar)))
    return partly("Written in another script: compare by eye");
  if (anySpelling((a, b) => a.length === b.length && a.every((word, index) => isInitial(word, b[index] ?? ""))))
    return partly("One has an initial only");
  if (anySpelling((a, b) => isWithin(a, b) || isWithin(b, a))) return partly("One has more names");
  return different;
}

/** Each word in one spelling of both: nobody spells all names of a passport by one rule. */
function isSameWordByWord(ones: readonly Words[], others: readonly Words[]): boolean {
  if (ones.some((a) => others.some((b) => a.join(" ") === b.join(" ")))) return true;
  const [first = []] = ones;
  const isAligned = [...ones, ...others].every((words) => words.length === first.length);
  return isAligned && first.every((_, index) => ones.some((a) => others.some((b) => a[index] === b[index])));
}

export const inAnotherOrder = "Same words in another order";

/** Words that read the same: unless one borrows a letter from another script, as whoever wants to pass for somebody else does. */
function sameSpelling(one: string, other: string): Comparison {
  if (isMixed(one) !== isMixed(other)) return partly("Letters of two scripts in one word: compare by eye");
  return hasSameLetters(one, other) ? same : sameBut("Same but for spelling");
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

const isInAnotherScript = (one: string, other: string) => scriptsOf(one).join() !== scriptsOf(other).join();

/** Whether every letter could be spelled in Latin ones. */
const isInLatin = (spellings: readonly Words[]) => spellings[0]?.every((word) => !/(?!\p{Script=Latin})\p{L}/u.test(word)) ?? false;

/** Whether two spellings may be of one name: passports write Алексей as Aleksei, Aleksey and Alexey. */
const isSimilar = (a: Words, b: Words) => a.length === b.length && a.every((word, index) => bones(word) === bones(b[index] ?? ""));

/** A word with what differs from one way of spelling to another taken for one: `y`, `j` and `ii` for `i`, `x` for `ks`. */
const bones = (word: string) =>
  word
    .replaceAll("x", "ks")
    .replaceAll("w", "v")
    .replaceAll("kh", "h")
    .replaceAll("ph", "f")
    .replace(/[iyj]+/g, "i")
    .replace(/^ie/, "e")
    .replace(/(.)\1+/g, "$1");

/** The same word, or one the initial of the other. */
function isInitial(one: string, other: string): boolean {
  if (one === other) return true;
  const isLetter = (word: string) => /^\p{L}$/u.test(word);
  return (isLetter(one) && other.startsWith(one)) || (isLetter(other) && one.startsWith(other));
}

/** Whether every word of the shorter stands in the longer, in the same order. */
function isWithin(short: Words, long: Words): boolean {
  if (short.length >= long.length) return false;
  let found = 0;
  for (const word of long) if (word === short[found]) found += 1;
  return found === short.length;
}
