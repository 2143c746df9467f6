/** Where a page begins: after the object with this id, or before it. */
export type PageCursor = { after: string; before?: undefined } | { before: string; after?: undefined };

export type PageCursors = { next: PageCursor | null; prev: PageCursor | null };

/** Ids are letters, digits, `_` and `-`; anything else in a link is not ours to send on. */
const cursorPattern = /^[\w-]{1,200}$/;

/**
 * The cursor inside a link such as `/api/v1/inquiries?page%5Bafter%5D=inq_…`; null when there is none.
 * Only the cursor is taken, never the address: filters come from the page's own state.
 */
export function cursorOf(link: unknown): PageCursor | null {
  if (typeof link !== "string") return null;
  const query = new URLSearchParams(link.slice(link.indexOf("?") + 1));
  const after = query.get("page[after]");
  if (after !== null) return cursorPattern.test(after) ? { after } : null;
  const before = query.get("page[before]");
  return before !== null && cursorPattern.test(before) ? { before } : null;
}

/** Cursors of the pages beside a list answer; both null when the answer has no links. */
export function cursorsOf(answer: { links?: { next?: string | null; prev?: string | null } | null }): PageCursors {
  return { next: cursorOf(answer.links?.next), prev: cursorOf(answer.links?.prev) };
}
