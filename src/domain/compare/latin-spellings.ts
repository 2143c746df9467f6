/**
 * How a text is written in plain Latin letters. One letter may have several spellings in use: passports write Müller as MUELLER or as
 * MULLER. Source: ICAO Doc 9303 part 3, section 6 (transliteration of national characters and of Cyrillic), and beside it the older
 * English spelling of Russian and the Ukrainian rules of 2010, since documents of both kinds are in use.
 */

type Letters = Readonly<Record<string, string>>;

const expanded: Letters = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  å: "aa",
  ø: "oe",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  þ: "th",
  ð: "d",
  đ: "d",
  ł: "l",
  ı: "i",
};
const stripped: Letters = { ...expanded, ä: "a", ö: "o", ü: "u", å: "a", ø: "o" };

/** "а=a б=b": a letter and its spelling, or a letter alone that is not written. */
const letters = (pairs: string): Letters => Object.fromEntries(pairs.split(" ").map((pair) => [pair[0] ?? "", pair.slice(2)]));

const cyrillic = letters(
  "а=a б=b в=v г=g ѓ=g ґ=g д=d ђ=d е=e ё=e є=ie ж=zh з=z ѕ=dz и=i і=i ї=i й=i ј=j к=k ќ=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=c у=u ў=u ф=f х=kh ц=ts ч=ch џ=dz ш=sh щ=shch ъ=ie ы=y ь э=e ю=iu я=ia",
);
const olderRussian: Letters = { ...cyrillic, ...letters("ё=yo й=y ъ ю=yu я=ya") };
const ukrainian: Letters = { ...cyrillic, ...letters("г=h и=y") };
/** At the beginning of a word. */
const ukrainianInitial: Letters = letters("є=ye ї=yi й=y ю=yu я=ya");

const spellings: readonly { letters: Letters; initial?: Letters }[] = [
  { letters: { ...expanded, ...cyrillic } },
  { letters: { ...stripped, ...olderRussian } },
  { letters: { ...stripped, ...ukrainian }, initial: ukrainianInitial },
];

const longest = 400;

/** Vowel points of Arabic and Hebrew and the stretch of a line, which are written or not as the writer likes. */
const optional = /[\u0640\u064B-\u065F\u0670\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7]/g;

/**
 * The words of a text in every spelling known, lower case, without accents; one list of words per distinct spelling. Marks that are
 * letters in their script (Indic vowels, Japanese voicing) stay: without them other words would look alike.
 */
export function latinSpellings(text: string): string[][] {
  const words = text
    .slice(0, longest)
    .normalize("NFKC")
    .toLowerCase()
    .replace(optional, "")
    .replace(/[یۍ]/g, "ي")
    .replaceAll("ک", "ك")
    .replace(/['’‘ʼʹʻ`´]/g, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
  const all = spellings.map((spelling) => words.map((word) => spell(word, spelling)).filter((word) => word !== ""));
  return [...new Map(all.map((spelled) => [spelled.join(" "), spelled])).values()];
}

function spell(word: string, { letters: table, initial }: (typeof spellings)[number]): string {
  return Array.from(word)
    .map((letter, index) => (index === 0 ? initial?.[letter] : undefined) ?? table[letter] ?? letter)
    .join("")
    .normalize("NFD")
    .replace(/[\u0300-\u036F]/g, "")
    .normalize("NFC");
}
