import type { Context } from "hono";
import { z } from "zod";
import type { DeskEnv } from "./context";
import { badRequest } from "./desk-error";
import { checked, isStorable, unstorable } from "./read-json";

const cursor = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, "is no cursor of this list")
  .transform(Number)
  .optional();
/** `page[size]`. */
export const pageSizeSchema = z
  .string()
  .regex(/^\d{1,3}$/, "has to be a number from 1 to 100")
  .transform(Number)
  .refine((size) => size >= 1 && size <= 100, "has to be a number from 1 to 100")
  .default(50);
const pageShape = z.strictObject({ after: cursor, size: pageSizeSchema });

/** `page[size]` and, as the cursor, a number that lists run down from. */
export const pageSchema = pageShape.prefault({});

/** The same of a list that leads back as well: `page[before]`. */
export const pageEitherWaySchema = pageShape
  .extend({ before: cursor })
  .refine(({ after, before }) => after === undefined || before === undefined, { path: ["before"], error: "can't be there beside after" })
  .prefault({});

type PageRequest = z.infer<typeof pageEitherWaySchema>;

/** A stretch of a list by the numbers of its rows: the nearest ones below or above one of them. */
export type Stretch = {
  readonly below?: number | undefined;
  /** At most one of the two. */
  readonly above?: number | undefined;
  readonly limit: number;
};

/** What to read for a page: one row more than it holds. */
export const stretchOf = ({ after, before, size }: PageRequest): Stretch => ({ below: after, above: before, limit: size + 1 });

/** An instant in a query, as ms. */
export const instantSchema = z.iso.datetime({ offset: true, error: "has to be a date and time" }).transform((text) => Date.parse(text));

/**
 * The query of a request: `filter[a]=1&page[size]=2` → `{ filter: { a: "1" }, page: { size: "2" } }`, checked.
 * @throws DeskError 400 for what is unknown, malformed or there twice
 */
export function readQuery<T>(c: Context<DeskEnv>, schema: z.ZodType<T>): T {
  // no prototype, so that no key can be anything but a key; the compiler takes it for anything
  const nested = Object.create(null) as Record<string, string | Record<string, string>>;
  const seen = new Set<string>();
  for (const [key, value] of new URL(c.req.url).searchParams) {
    if (seen.has(key)) throw badRequest("A parameter of the query is there twice.");
    seen.add(key);
    if (!isStorable(value)) throw unstorable();
    const [, group, name] = /^(\w+)\[([\w-]+)\]$/.exec(key) ?? [];
    if (group === undefined || name === undefined) nested[key] = value;
    else nested[group] = { ...(typeof nested[group] === "object" ? nested[group] : {}), [name]: value };
  }
  return checked(schema, { ...nested }, "The query");
}

/**
 * A page of a list that leads both ways, out of the rows of `stretchOf`, from the top down.
 * @param cursorOf the number of a row
 */
export function pageEitherWay<T>(
  c: Context<DeskEnv>,
  rows: readonly T[],
  { after, before, size }: PageRequest,
  cursorOf: (row: T) => number,
) {
  const isMore = rows.length > size;
  const data = before === undefined ? rows.slice(0, size) : rows.slice(-size);
  const [first, last] = [data[0], data.at(-1)];
  const to = (name: "after" | "before", row: T) => {
    const url = new URL(c.req.url);
    url.searchParams.delete("page[after]");
    url.searchParams.delete("page[before]");
    url.searchParams.set(`page[${name}]`, String(cursorOf(row)));
    return `${url.pathname}${url.search}`;
  };
  const hasPrevious = before === undefined ? after !== undefined : isMore;
  const hasNext = before === undefined ? isMore : true;
  return {
    data,
    links: {
      prev: hasPrevious && first !== undefined ? to("before", first) : null,
      next: hasNext && last !== undefined ? to("after", last) : null,
    },
  };
}

/**
 * One row more than the page holds was asked for: cuts it off and links to the page that begins with it.
 * @param cursorOf the number of a row that the next page continues below
 */
export function pageOf<T>(c: Context<DeskEnv>, rows: readonly T[], size: number, cursorOf: (row: T) => number) {
  const data = rows.slice(0, size);
  const last = data.at(-1);
  if (rows.length <= size || last === undefined) return { data, links: { prev: null, next: null } };
  const url = new URL(c.req.url);
  url.searchParams.set("page[after]", String(cursorOf(last)));
  return { data, links: { prev: null, next: `${url.pathname}${url.search}` } };
}
