/** Days as people write them. In a field that finds people a day is most often somebody's birth date. */
import { plainDigits } from "@/lib/plain-digits";

const [day, month, year] = ["(?:0?[1-9]|[12]\\d|3[01])", "(?:0?[1-9]|1[0-2])", "(?:19|20)\\d\\d"];
const short = `(?:${year}|\\d\\d)`;
/** Beginnings of the months in English, German, French, Spanish, Italian and Portuguese. */
const monthWord =
  "(?:jan|ene|gen|feb|fév|fev|mar|mär|mär|apr|avr|abr|may|mai|mag|jun|juin|giu|jul|juil|lug|aug|aoû|aou|ago|sep|set|oct|okt|ott|out|nov|dec|dez|déc|dic)\\p{L}{0,7}";
const between = "[\\s.,/-]{0,3}(?:(?:de|of)\\s+)?";
/** A month in letters that IDs are not written in, whatever the language. */
const foreignMonth = "(?:(?!\\p{Script=Latin})[\\p{L}\\p{M}]){3,12}";
/** Not within a longer ID: `2024-04-12-77` and `cus-1994-04-12` are none. */
const [begin, end] = ["(?<![\\p{L}\\d_/.-])", "(?![\\p{L}\\d_/-]|\\.\\d)"];
const days = new RegExp(
  begin +
    "(?:" +
    [
      `${year}([-/.\\\\_·])${month}\\1${day}(?:T\\d\\d:?\\d\\d[\\d:.]*(?:Z|[+-]\\d\\d:?\\d\\d)?)?`,
      `(?:${day}([./])${month}\\2|${month}([./])${day}\\3)${short}`,
      `(?:${day}([-\\\\_·])${month}\\4|${month}([-\\\\_·])${day}\\5)${year}`,
      `${day}(?:st|nd|rd|th)?${between}${monthWord}${between}${year}`,
      `${day}([-/.])${monthWord}\\6\\d\\d`,
      `${year}([-/.\\s])${monthWord}\\7${day}`,
      `${day}${between}${foreignMonth}${between}${year}`,
      `${monthWord}${between}${day}(?:st|nd|rd|th)?${between}${year}`,
      `(?:明治|大正|昭和|平成|令和)\\s?(?:\\d{1,2}|元)\\s?年\\s?${month}\\s?月\\s?${day}\\s?日`,
      `${year}\\s?[年년]\\s?${month}\\s?[月월]\\s?${day}\\s?[日일]?`,
    ].join("|") +
    ")" +
    end,
  "iu",
);

/** Digits that are one because somebody says so: `DOB 12041994`. Alone they may well be an ID. */
const called =
  /(?<![\p{L}\d])(?:d\.?o\.?b\.?|born(?: on)?|birth(?:day|[ _-]?date)?|date of birth|geb(?:oren|urtsdatum)?\.?|nacid[oa]|né(?:e)?)[\s:=_#-]{0,3}(?:\d{8}|\d{6})(?!\d)/iu;

/** Whether a day is written in a text, its digits in whatever script, as a word of its own. */
export function holdsDay(text: string): boolean {
  if (!/\p{Nd}/u.test(text)) return false;
  const plain = plainDigits(text).replaceAll(/[‐-―−]/g, "-");
  return days.test(plain) || called.test(plain);
}

const comma = new RegExp(
  `((?<!\\p{L})${monthWord} ?${day}(?:st|nd|rd|th)?|(?<!\\d)${day}(?:st|nd|rd|th)? ?${monthWord}), ?(?=${year}(?!\\d))`,
  "giu",
);

/** The text with its days in one piece: `April 12, 1994` without the comma that would make two entries of it. */
export const daysInOne = (text: string): string => text.replaceAll(comma, "$1 ");
