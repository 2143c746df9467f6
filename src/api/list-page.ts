import { readProperty, readText } from "@/lib/read";
import { cursorsOf, type PageCursor } from "./pagination";
import { unreadable } from "./as-asked";

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

/**
 * @param operation `ofDesk` for a list of the desk's own
 * @throws ApiError when the answer holds no list: that is no empty one
 */
export function listIn<T>(data: readonly T[] | undefined, operation?: string): readonly T[] {
  // the types promise a list, an answer may hold anything
  if (!Array.isArray(data)) throw unreadable(operation);
  return data as readonly T[];
}

/**
 * The resources of a list, each once. What came without an ID is left out: it could be neither opened nor told from the next one.
 * @param operation `ofDesk` for a list of the desk's own
 * @throws ApiError when the answer holds no list, or one of nothing that has an ID
 */
export function listOf<T>(data: readonly T[] | undefined, operation?: string): T[] {
  const all = listIn(data, operation);
  const byId = new Map<string, T>();
  for (const resource of all) {
    const id = readText(readProperty(resource, "id"));
    if (id !== undefined && !byId.has(id)) byId.set(id, resource);
  }
  if (byId.size === 0 && all.length > 0) throw unreadable(operation);
  return [...byId.values()];
}
