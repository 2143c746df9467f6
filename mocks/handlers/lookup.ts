import { badRequest, notFound } from "../world/core/refusal";
import { csv } from "../http/query";

/** The object of the path. @throws Refusal 404 when there is none */
export function need<Row>(row: Row | undefined): Row {
  if (row === undefined) throw notFound();
  return row;
}

/** A value of the body that the contract calls optional and the operation cannot do without. @throws Refusal 400 naming its path */
export function given<Value>(value: Value | undefined, path: string): Value {
  if (value === undefined) throw badRequest(`${path} is missing`);
  return value;
}

/** The condition of a list without filters. */
export const everything = { fits: () => true };

/** A test for one filter; always true when the filter is absent. */
export function anyOf(filter: string | undefined): (value: string | null | undefined) => boolean {
  if (filter === undefined) return () => true;
  const wanted = new Set(csv(filter));
  return (value) => value != null && wanted.has(value);
}

/** Milliseconds of a date filter. @throws Refusal 400 when it is no date-time */
export function moment(name: string, filter: string): number {
  const at = Date.parse(filter);
  if (Number.isNaN(at)) throw badRequest(`filter.${name} must be a date-time`);
  return at;
}

/** Reference IDs match whole, letter case aside (Persona help: Reference IDs). */
export const sameReference = (a: string | null, b: string): boolean => a?.toLowerCase() === b.toLowerCase();
