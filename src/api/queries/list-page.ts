import { cursorsOf, type PageCursor } from "../pagination";

/** Which page of a list. Rows per page: Persona allows 1 to 100. */
export type PageParams = { after?: string | undefined; before?: string | undefined; size?: number | undefined };

/** The `page` parameter of a list call. */
export const pageQuery = ({ after, before, size }: PageParams) => ({
  size,
  ...(after === undefined ? (before === undefined ? {} : { before }) : { after }),
});

export type PageNeighbours = { next: PageCursor | null; previous: PageCursor | null };

/** Where the neighbouring pages begin. A list has no total: Persona gives none. */
export function neighboursOf(answer: Parameters<typeof cursorsOf>[0]): PageNeighbours {
  const { next, prev } = cursorsOf(answer);
  return { next, previous: prev };
}

/** A filter of several values as Persona reads it; undefined for none, since an empty filter would match nothing. */
export const commaSeparated = (values: readonly string[] | undefined) => (values && values.length > 0 ? values.join(",") : undefined);

/** A list even when the answer has none where it should. */
export const listOf = <T>(data: T[] | undefined): T[] => (Array.isArray(data) ? data : []);
