/** E-mail addresses as people write them so that programs don't find them: `ada(at)example.com`, `ada [at] example [dot] com`. */

const atWords = "at|ät|a|@|arroba|chez";
const dotWords = "dot|d0t|punkt|point|punto|\\.";
// so many blanks and no more, since a huge paste is read once
const inBrackets = (words: string) => new RegExp(`\\s{0,3}[([{<]\\s{0,3}(?:${words})\\s{0,3}[)\\]}>]\\s{0,3}`, "giu");
const [atInBrackets, dotInBrackets] = [inBrackets(atWords), inBrackets(dotWords)];

/** The text with the disguises that nobody writes for anything else taken off. The same text when it holds none. */
export function withPlainAddresses(text: string): string {
  if (!/[([{<%&@]|[。｡]/.test(text)) return text;
  return text
    .replaceAll(/%(?:25){0,2}40|&(?:#64|#x40|commat);/gi, "@")
    .replace(atInBrackets, "@")
    .replace(dotInBrackets, ".")
    .replaceAll(/(?<=@[^\s@]{1,100})[。｡]/gu, ".");
}

/** With the words between blanks, lines or strokes that stand in no brackets as well: in a message they are words like others. */
const spoken = (text: string): string =>
  text
    .replaceAll(/[\s_-]{1,3}(?:at|arroba)[\s_-]{1,3}|\s{0,3}@\s{0,3}/giu, "@")
    .replaceAll(/[\s_-]{1,3}(?:dot|punkt|punto)[\s_-]{1,3}/giu, ".");

/** The sign and a domain that ends in letters. */
const address = /@[^\s@<>,;"']{1,255}\.\p{L}{2}/u;

/** Whether a text holds an e-mail address in disguise. */
export const holdsDisguised = (text: string): boolean => address.test(spoken(withPlainAddresses(text)));
