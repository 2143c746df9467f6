/** Comparing names and other words as people read them: case, accents, punctuation and transliteration are no difference. */
import { asWritten, different, partly, same, sameBut, tooLong, type Comparison } from "@/domain/compare/agreement";
import { mayBeOtherForm } from "@/domain/compare/han-forms";
import { latinSpellings, type Word } from "@/domain/compare/latin-spellings";
import { isMixed, scriptsOf } from "@/domain/compare/scripts";
import { canBePaired } from "@/lib/pairing";

type Words = readonly Word[];

/**
 * Symmetric. `same` only when word after word is the same in one spelling of both; what merely may be the same name (an initial, one
 * name more, another order or spacing, another script, another transliteration) is `partly`.
 */
export function compareNames(one: string, other: string): Comparison {
  const long = tooLong(one, other);
  if (long) return long;
  const [ones, others] = [latinSpellings(one), latinSpellings(other)];
  if (ones.length === 0 && others.length === 0) return asWritten(one, other, "Can't be compared: no letters in it");
  if (ones.length === 0 || others.length === 0) return different;
  if (isAligned(ones, others, agree)) return sameSpelling(one, other, ones, others);
  if (isSpacedOtherwise(ones, others)) return partly("Same letters, spaced otherwise");
  if (canBePaired(ones, others, agree)) return partly(inAnotherOrder);
  if (isInAnotherScript(one, other) && (!isInLatin(ones) || !isInLatin(others) || canBePaired(ones, others, alikeBy(barest)))) {
    return partly("Written in another script: compare by eye");
  }
  if (mayBeOtherForm(one, other)) return partly("Written in other characters: compare by eye");
  if (isAligned(ones, others, isInitial)) return partly("One has an initial only");
  if (isWithin(ones, others) || isWithin(others, ones)) return partly(moreNames);
  const isTransliterated = isInLatinScript(one) && isInLatinScript(other) && canBePaired(ones, others, alikeBy(bones));
  return isTransliterated ? partly("Alike but for transliteration: compare by eye") : different;
}

/** Nobody spells all names of a passport by one rule, so each word may be in another spelling. */
const agree = (one: Word, other: Word): boolean => [...one.spellings].some((spelled) => other.spellings.has(spelled));

const isAligned = (ones: Words, others: Words, holds: typeof agree): boolean =>
  ones.length === others.length && ones.every((word, index) => isPresentAnd(others[index], (other) => holds(word, other)));

const isPresentAnd = (word: Word | undefined, holds: (word: Word) => boolean): boolean => word !== undefined && holds(word);

/** Whether the letters are the same in one spelling of both, wherever the words end. */
function isSpacedOtherwise(ones: Words, others: Words): boolean {
  const beenThere = new Set<string>();
  /** @param ahead what the words before `left` have more than those before `behind`; @param of whose words `left` are */
  const goOn = (left: Words, behind: Words, ahead: string, of: 0 | 1): boolean => {
    const place = `${of} ${left.length} ${behind.length} ${ahead}`;
    if (beenThere.has(place)) return false;
    beenThere.add(place);
    const [next, ...rest] = behind;
    if (next === undefined) return ahead === "" && left.length === 0;
    return [...next.spellings].some(
      (word) =>
        (ahead.startsWith(word) && goOn(left, rest, ahead.slice(word.length), of)) ||
        (word.startsWith(ahead) && goOn(rest, left, word.slice(ahead.length), of === 0 ? 1 : 0)),
    );
  };
  return goOn(ones, others, "", 0);
}

export const moreNames = "One has more names";
export const inAnotherOrder = "Same words in another order";

/** Words that read the same: unless one borrows a letter from another script, as whoever wants to pass for somebody else does. */
function sameSpelling(one: string, other: string, ones: Words, others: Words): Comparison {
  if (isMixed(one) !== isMixed(other)) return partly("Letters of two scripts in one word: compare by eye");
  if (!isAligned(ones, others, isNotTwoInCyrillic)) return partly("Alike in Latin letters only: compare by eye");
  return hasSameLetters(one, other) ? same : sameBut("Same but for spelling");
}

/** Whether the two differ by nothing but what passports leave out anyway: case, accents, punctuation. */
function hasSameLetters(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .replaceAll(/[^\p{L}\p{N}]/gu, "")
      .toLowerCase();
  return plain(one) === plain(other);
}

const isInAnotherScript = (one: string, other: string) => scriptsOf(one).join() !== scriptsOf(other).join();

/** Two words in Cyrillic are compared as they are: Ukrainian и and Russian ы are both spelled y. */
const isNotTwoInCyrillic = ({ written: one }: Word, { written: other }: Word) =>
  !isInCyrillic(one) || !isInCyrillic(other) || hasSameLetters(one, other);

const isInCyrillic = (text: string) => !/(?!\p{Script=Cyrillic})\p{L}/u.test(text);
const isInLatinScript = (text: string) => !/(?!\p{Script=Latin})\p{L}/u.test(text);

/** Whether every letter could be spelled in Latin ones. */
const isInLatin = (words: Words) => words.every(({ spellings }) => [...spellings].every((spelled) => isInLatinScript(spelled)));

/** Whether two words may be spellings of one name, by what `core` leaves of a word. */
const alikeBy = (core: (word: string) => string) => (one: Word, other: Word) => {
  const coresOfOther = new Set([...other.spellings].map(core));
  return [...one.spellings].some((spelled) => coresOfOther.has(core(spelled)));
};

/** A word with what differs from one way of spelling Cyrillic to another taken for one: Алексей is Aleksei, Aleksey and Alexey. */
const bones = (word: string) =>
  word
    .replaceAll("x", "ks")
    .replaceAll("w", "v")
    .replaceAll(/schtsch|chtch|shch|sch/g, "sh")
    .replaceAll(/tsch|tch/g, "ch")
    .replaceAll("kh", "h")
    .replaceAll("ph", "f")
    .replaceAll(/[iyj]+/g, "i")
    .replace(/^ie/, "e");

/** The same without what would make two Latin names alike that are two: Luis and Louis, Ana and Anna. */
const barest = (word: string) =>
  bones(word)
    .replaceAll("ou", "u")
    .replace(/ff$/, "v")
    .replaceAll(/(.)\1+/g, "$1");

/** The same word, or one the initial of the other. */
function isInitial(one: Word, other: Word): boolean {
  const isLetterOf = (short: Word, long: Word) =>
    [...short.spellings].some((letter) => /^\p{L}$/u.test(letter) && [...long.spellings].some((spelled) => spelled.startsWith(letter)));
  return agree(one, other) || isLetterOf(one, other) || isLetterOf(other, one);
}

/** Whether every word of the shorter stands in the longer, in the same order. */
function isWithin(short: Words, long: Words): boolean {
  if (short.length >= long.length) return false;
  let found = 0;
  for (const word of long) if (isPresentAnd(short[found], (wanted) => agree(word, wanted))) found += 1;
  return found === short.length;
}
