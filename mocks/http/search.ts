import * as z from "zod/mini";
import { badRequest } from "../world/core/refusal";

const maxDepth = 2;
const maxClauses = 20;

/** What an attribute of a row can be compared with. */
export type SearchValue = string | number | boolean | null | undefined;

/** The `query` of a search (spec: POST /inquiries/search). */
export type SearchQuery =
  | { and: SearchQuery[] }
  | { or: SearchQuery[] }
  | { not: SearchQuery }
  | { attribute: string; operator: string; value: string | number | boolean };

const querySchema: z.ZodMiniType<SearchQuery> = z.union([
  z.strictObject({ and: z.array(z.lazy(() => querySchema)) }),
  z.strictObject({ or: z.array(z.lazy(() => querySchema)) }),
  z.strictObject({ not: z.lazy(() => querySchema) }),
  z.strictObject({ attribute: z.string(), operator: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }),
]);

/** The body of every search: all of it optional; `{}` finds everything. */
export const searchBody = z.strictObject({
  query: z.optional(querySchema),
  sort: z.optional(z.strictObject({ attribute: z.string(), direction: z.string() })),
  page: z.optional(z.strictObject({ after: z.optional(z.string()), before: z.optional(z.string()), size: z.optional(z.number()) })),
});
/** A search, read and found well-formed. */
export type SearchBody = z.infer<typeof searchBody>;

/** What one resource lets a search ask: attribute names in snake_case, `fields.*` for whole families. */
export type SearchSpec = {
  readonly attributes: readonly string[];
  readonly sortable: readonly string[];
};

type Read<Row> = (row: Row, attribute: string) => SearchValue;

/**
 * A predicate for a search query.
 * @throws Refusal 400 past two levels or twenty clauses (Persona spec: search), on an unknown attribute or operator.
 */
export function searchPredicate<Row>(query: SearchQuery | undefined, spec: SearchSpec, read: Read<Row>): (row: Row) => boolean {
  return query === undefined ? () => true : clause(query, 0);

  function clause(part: SearchQuery, depth: number): (row: Row) => boolean {
    if ("attribute" in part) {
      if (!known(part.attribute, spec.attributes)) throw badRequest(`query.attribute ${part.attribute} is not searchable`);
      const holds = operators[part.operator];
      if (holds === undefined) throw badRequest(`query.operator must be one of ${Object.keys(operators).join(", ")}`);
      return (row) => {
        const order = compare(read(row, part.attribute), part.value);
        return order !== undefined && holds(order);
      };
    }
    if (depth === maxDepth) throw badRequest(`query cannot be nested more than ${maxDepth} levels`);
    if ("not" in part) {
      const inner = clause(part.not, depth + 1);
      return (row) => !inner(row);
    }
    const parts = "and" in part ? part.and : part.or;
    if (parts.length > maxClauses) throw badRequest(`query cannot hold more than ${maxClauses} clauses`);
    const inner = parts.map((item) => clause(item, depth + 1));
    return "and" in part ? (row) => inner.every((test) => test(row)) : (row) => inner.some((test) => test(row));
  }
}

/**
 * The rows in the order a search asked for; as they come (newest first) when it asked for none or for that very order.
 * @throws Refusal 400 on an attribute that cannot be sorted by, or a direction that is none.
 */
export function searchOrder<Row>(rows: Iterable<Row>, sort: SearchBody["sort"], spec: SearchSpec, read: Read<Row>): Iterable<Row> {
  if (sort === undefined) return rows;
  if (!known(sort.attribute, spec.sortable)) throw badRequest(`sort.attribute ${sort.attribute} is not sortable`);
  if (sort.direction !== "asc" && sort.direction !== "desc") throw badRequest("sort.direction must be one of asc, desc");
  if (sort.attribute === "created_at" && sort.direction === "desc") return rows;
  const sign = sort.direction === "asc" ? 1 : -1;
  return Array.from(rows, (row) => ({ row, key: read(row, sort.attribute) }))
    .toSorted((a, b) => sign * (compare(a.key, b.key) ?? missingLast(a.key, b.key) * sign))
    .map(({ row }) => row);
}

const operators: Readonly<Record<string, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
};

const known = (attribute: string, names: readonly string[]) =>
  names.some((name) => (name.endsWith(".*") ? attribute.startsWith(name.slice(0, -1)) : name === attribute));

/** Negative, zero or positive; undefined when the two cannot be compared. Dates compare as moments whatever their spelling. */
function compare(left: SearchValue, right: SearchValue): number | undefined {
  if (left === null || left === undefined || right === null || right === undefined) return undefined;
  if (typeof left === "string" && typeof right === "string") {
    const moments = isDate(left) && isDate(right);
    return moments ? Date.parse(left) - Date.parse(right) : left < right ? -1 : left > right ? 1 : 0;
  }
  if (typeof left === typeof right) return Number(left) - Number(right);
  return undefined;
}

const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) && !Number.isNaN(Date.parse(text));
const missingLast = (a: SearchValue, b: SearchValue) => Number(a === null || a === undefined) - Number(b === null || b === undefined);
