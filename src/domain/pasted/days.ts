/** Days as people write them. In a field that finds people a day is most often somebody's birth date. */
import { plainDigits } from "@/lib/plain-digits";

const [day, month, year] = ["(?:0?[1-9]|[12]\\d|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19|20)\\d\\d"];
const short = `(?:${year}|\\d\\d)`;
/** Beginnings of the months in English, German, French, Spanish, Italian and Portuguese. */
const monthWord =
  "(?:jan|ene|gen|feb|fév|fev|mar|mär|mär|apr|avr|abr|may|mai|mag|jun|juin|giu|jul|juil|lug|aug|aoû|aou|ago|sep|set|oct|okt|ott|out|nov|dec|dez|déc|dic)\\p{L}{0,7}";
const between = "[\\s.,/-]{0,3}(?:de\\s+)?";
/** Not within a longer ID: `2024-04-12-77` and `cus-1994-04-12` are none. */
const [begin, end] = ["(?<![\\p{L}\\d_/.-])", "(?![\\p{L}\\d_/-]|\\.\\d)"];
const days = new RegExp(
  begin +
    "(?:" +
    [
      `${year}([-/.])${month}\\1${day}(?:T\\d\\d:?\\d\\d[\\d:.]*(?:Z|[+-]\\d\\d:?\\d\\d)?)?`,
      `(?:${day}([./])${month}\\2|${month}([./])${day}\\3)${short}`,
      `(?:${day}-${month}|${month}-${day})-${year}`,
      `${day}(?:st|nd|rd|th)?${between}${monthWord}${between}${year}`,
      `${monthWord}${between}${day}(?:st|nd|rd|th)?${between}${year}`,
      `${year}\\s?[年년]\\s?${month}\\s?[月월]\\s?${day}\\s?[日일]?`,
    ].join("|") +
    ")" +
    end,
  "iu",
);

/** Whether a day is written in a text, its digits in whatever script, as a word of its own. */
export const holdsDay = (text: string): boolean => /\p{Nd}/u.test(text) && days.test(plainDigits(text).replaceAll(/[‐-―−]/g, "-"));

const comma = new RegExp(
  `((?<!\\p{L})${monthWord} ?${day}(?:st|nd|rd|th)?|(?<!\\d)${day}(?:st|nd|rd|th)? ?${monthWord}), ?(?=${year}(?!\\d))`,
  "giu",
);

/** The text with its days in one piece: `April 12, 1994` without the comma that would make two entries of it. */
export const daysInOne = (text: string): string => text.replaceAll(comma, "$1 ");
