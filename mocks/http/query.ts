import { badRequest } from "../world/core/refusal";
import { inflectKey } from "./inflection";

/** Which query parameters an operation declares. */
export type QuerySpec = {
  /** Keys of `filter[…]`, as Persona documents them (kebab). */
  readonly filter?: readonly string[];
  readonly page?: boolean;
  readonly fields?: boolean;
  readonly include?: boolean;
};

/** A cursor page: at most one of `after` and `before`; `size` 1..100, 10 when not said. */
export type PageRequest = {
  readonly after?: string;
  readonly before?: string;
  readonly size?: number;
};

/** A query string, read and found good. */
export type Query = {
  readonly filter: Readonly<Record<string, string>>;
  readonly page: PageRequest;
  /** Per resource type, the attribute paths to keep. Empty when everything is wanted. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly include: readonly string[];
};

const maxPageSize = 100;

/**
 * Reads a query string of deepObject parameters.
 * @throws Refusal 400 on a parameter or a filter the operation does not declare, and on a page that cannot be.
 */
export function parseQuery(search: URLSearchParams, spec: QuerySpec): Query {
  const filter: Record<string, string> = {};
  const page: Record<string, string> = {};
  const fields = new Map<string, string[]>();
  let include: string[] = [];
  for (const [name, value] of search) {
    const [, group, key] = /^(filter|page|fields)\[([^\]]+)\]$/.exec(name) ?? [];
    if (group === "filter" && key !== undefined && spec.filter?.includes(key)) filter[key] = value;
    else if (group === "page" && key !== undefined && spec.page) page[key] = value;
    else if (group === "fields" && key !== undefined && spec.fields) fields.set(key, csv(value));
    else if (name === "include" && spec.include) include = csv(value);
    else throw badRequest(`${dotted(name)} is not allowed`);
  }
  return { filter, page: parsePage(page), fields, include };
}

/** Reads `page[…]`, or the `page` of a search body. @throws Refusal 400 on a page that cannot be */
export function parsePage({ after, before, size, ...unknown }: Readonly<Record<string, string | number | undefined>>): PageRequest {
  for (const key of Object.keys(unknown)) throw badRequest(`page.${key} is not allowed`);
  if (after !== undefined && before !== undefined) throw badRequest("page.after and page.before cannot be used together");
  return {
    ...(after !== undefined && { after: String(after) }),
    ...(before !== undefined && { before: String(before) }),
    ...(size !== undefined && { size: pageSize(Number(size)) }),
  };
}

function pageSize(size: number): number {
  if (Number.isInteger(size) && size >= 1 && size <= maxPageSize) return size;
  throw badRequest(`page.size must be between 1 and ${maxPageSize}`);
}

/** The id of the row a page follows or precedes. */
export const cursorOf = ({ after, before }: PageRequest): string | undefined => after ?? before;

/** A comma separated list; blanks are dropped. */
export function csv(value: string): string[] {
  return value
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** `filter[reference-id]` as Persona's errors name it: `filter.reference_id`. */
function dotted(name: string): string {
  return name
    .replaceAll("]", "")
    .split("[")
    .map((part) => inflectKey(part, "snake"))
    .join(".");
}
