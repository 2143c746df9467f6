/**
 * How a text is written in plain Latin letters. One letter may have several spellings in use: passports write Müller as MUELLER, as
 * MULLER or as MUXXLLER. Source: ICAO Doc 9303 part 3, section 6 (transliteration of national characters and of Cyrillic), and beside it
 * the older English spelling of Russian and the Ukrainian rules of 2010, since documents of both kinds are in use.
 */

type Letters = Readonly<Record<string, string>>;

export type Word = {
  /** Lower case, in its own letters. */
  readonly written: string;
  /** Every spelling of it, lower case, without accents; never empty. */
  readonly spellings: ReadonlySet<string>;
};

/** "ä=ae/a ß=ss": a letter and its spellings. */
const national: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  "ä=ae/a ö=oe/o ü=ue/u/uxx å=aa/a ñ=n/nxx ø=oe/o æ=ae œ=oe ß=ss þ=th ð=d đ=d/dj ł=l ı=i ħ=h ŧ=t ŋ=n ə=e ĸ=q"
    .split(" ")
    .map((pair) => [pair[0] ?? "", pair.slice(2).split("/")]),
);

/** "а=a б=b": a letter and its spelling, or a letter alone that is not written. */
const letters = (pairs: string): Letters => Object.fromEntries(pairs.split(" ").map((pair) => [pair[0] ?? "", pair.slice(2)]));

const cyrillic = letters(
  "а=a б=b в=v г=g ѓ=g ґ=g д=d ђ=d е=e ё=e є=ie ж=zh з=z ѕ=dz и=i і=i ї=i й=i ј=j к=k ќ=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=c у=u ў=u ф=f х=kh ц=ts ч=ch џ=dz ш=sh щ=shch ъ=ie ы=y ь э=e ю=iu я=ia",
);
const olderRussian: Letters = { ...cyrillic, ...letters("ё=yo й=y ъ ю=yu я=ya") };
const ukrainian: Letters = { ...cyrillic, ...letters("г=h и=y") };
/** At the beginning of a word. */
const ukrainianInitial: Letters = letters("є=ye ї=yi й=y ю=yu я=ya");

/** Of Cyrillic one rule holds for a whole word; national Latin letters are each written in one way or the other. */
const rules: readonly { letters: Letters; initial?: Letters }[] = [
  { letters: cyrillic },
  { letters: olderRussian },
  { letters: ukrainian, initial: ukrainianInitial },
];

const longest = 400;
/** No name has as many letters that can be written in several ways; of further ones the first way alone counts. */
const mostSpellings = 256;

/** Vowel points of Arabic and Hebrew and the stretch of a line, which are written or not as the writer likes. */
const optional = /[\u0640\u064B-\u065F\u0670\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7]/g;

/**
 * The words of a text, each in every spelling known. Marks that are letters in their script (Indic vowels, Japanese voicing) stay: without
 * them other words would look alike.
 */
export function latinSpellings(text: string): Word[] {
  return (
    text
      .slice(0, longest)
      .normalize("NFKC")
      .toLowerCase()
      .replaceAll(optional, "")
      .replaceAll(/[یۍ]/g, "ي")
      .replaceAll("ک", "ك")
      // Catalan writes a point within l·l, passports don't
      .replaceAll(/['’‘ʼʹʻ`´]|(?<=l)[·‧](?=l)/g, "")
      .split(/[^\p{L}\p{N}\p{M}]+/u)
      .map((written) => ({
        written,
        spellings: new Set(rules.flatMap((rule) => spell(written, rule)).filter((spelled) => spelled !== "")),
      }))
      .filter(({ spellings }) => spellings.size > 0)
  );
}

function spell(word: string, { letters: table, initial }: (typeof rules)[number]): string[] {
  let spelled = [""];
  for (const [index, letter] of Array.from(word).entries()) {
    const ways = national[letter] ?? [(index === 0 ? initial?.[letter] : undefined) ?? table[letter] ?? letter];
    const counted = spelled.length * ways.length > mostSpellings ? ways.slice(0, 1) : ways;
    spelled = counted.flatMap((way) => spelled.map((start) => start + way));
  }
  return spelled.map((way) =>
    way
      .normalize("NFD")
      .replaceAll(/[\u0300-\u036F]/g, "")
      .normalize("NFC"),
  );
}
