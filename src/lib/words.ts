/*
 * The first thing a page asks of `Intl` makes the browser read the data of the language, which takes longer than to draw twenty rows. What the
 * first list shows is told by the same rules without it; tests hold it against `Intl`.
 */

/** The form of a word that goes with a number: "is" with 1, "are" with any other. */
export const pluralOf = (n: number, singular: string, plural: string): string => (Math.abs(n) === 1 ? singular : plural);

/** "7", "1,200". */
export const figure = (n: number): string => (Number.isInteger(n) && Math.abs(n) < 1_000 ? String(n) : n.toLocaleString("en"));

/** "1 session", "2 sessions"; pass the plural when it isn't the singular with an s. */
export const count = (n: number, singular: string, plural = `${singular}s`): string => `${figure(n)} ${pluralOf(n, singular, plural)}`;

const lists: { and?: Intl.ListFormat; or?: Intl.ListFormat } = {};

/** "a", "a and b", "a, b and c". */
export function joinWords(items: readonly string[], last: keyof typeof lists = "and"): string {
  lists[last] ??= new Intl.ListFormat("en-GB", { type: last === "and" ? "conjunction" : "disjunction" });
  return lists[last].format(items);
}

/** The same text starting with a capital, the rest untouched. */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
