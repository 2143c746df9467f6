/** Which scripts a text is written in: Unicode's own data. Letters of any other script count as one more. */
const scripts = (
  [
    "Latin|Cyrillic|Greek|Armenian|Georgian|Hebrew|Arabic|Ethiopic|Devanagari|Bengali|Gurmukhi|Gujarati|Tamil|Telugu|Kannada|Malayalam",
    "Sinhala|Thai|Lao|Myanmar|Khmer|Tibetan|Mongolian|Han|Hiragana|Katakana|Hangul",
  ] as const
).flatMap((names) => names.split("|").map((name) => new RegExp(`\\p{Script=${name}}`, "u")));

/** The numbers of the scripts of its letters, in a fixed order. */
export const scriptsOf = (text: string): number[] => {
  const plain = text.normalize("NFKC");
  return scripts.flatMap((script, index) => (script.test(plain) ? [index] : []));
};

/** Whether one word has letters that look alike in two scripts: Latin beside Cyrillic or Greek. */
export const isMixed = (text: string): boolean =>
  text.split(/[^\p{L}\p{M}]+/u).some((word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}|\p{Script=Greek}/u.test(word));
