/**
 * The parts of an address as they are, for a route that reads them where its own code is: the reader of a page that few open first stays
 * out of what every page loads first. Nothing but that page may use them, and it must pass them through its reader.
 * @returns the parts under the type that links to the page are written by
 */
// What is in an address is unknown until it is read; the type is a promise of the reader, kept a step later.
export const unreadSearch = <Search extends object>(search: Readonly<Record<string, unknown>>): Search => search as Search;

/**
 * The names of the parts of an address that its page does not know; the router keeps them.
 * @param read what the page's reader made of it, with every part that it knows
 */
export const unknownParts = (asked: object, read: object): string[] => Object.keys(asked).filter((name) => !(name in read));

/**
 * The names of the parts of an address that its page knows and could not read: a day in words, a page size that is not offered.
 * @param read what the page's reader made of it, with every part that it knows
 */
export function unreadParts(asked: object, read: object): string[] {
  const values = new Map<string, unknown>(Object.entries(asked));
  const isSaid = (value: unknown) => (typeof value === "string" ? value.trim() !== "" : value !== undefined && value !== null);
  return Object.entries(read).flatMap(([name, value]) => (value === undefined && isSaid(values.get(name)) ? [name] : []));
}
