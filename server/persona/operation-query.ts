import { badRequest } from "../http/desk-error";
import type { Operation } from "./match-operation";

const longest = 6_000;
/** Inside the brackets of `fields[…]`: a resource type. */
const openKey = /^[A-Za-z0-9/_-]{1,64}$/;
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u001F\u007F]/;

/** Letters that may stand in a query as they are; Persona separates values by commas and its times hold colons. */
const encode = (value: string) => encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":");

/**
 * The query that is sent to Persona: what came, taken apart, held against the contract and written anew, without the question mark.
 * @throws DeskError 400 on a key the operation does not declare, one that comes twice, and what cannot be decoded
 */
export function operationQuery(operation: Operation, rawQuery: string): string {
  if (rawQuery === "") return "";
  if (rawQuery.length > longest) throw badRequest("The query is too long.");
  const seen = new Set<string>();
  return rawQuery
    .split("&")
    .map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw badRequest("The query has to be made of name=value.");
      const [name, value] = [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
      if (!isDeclared(operation, name)) throw badRequest("The query holds a name that this operation does not have.");
      if (seen.has(name)) throw badRequest(`${name} is there twice.`);
      seen.add(name);
      return `${encodeURIComponent(name)}=${encode(value)}`;
    })
    .join("&");
}

function decoded(text: string): string {
  try {
    const plain = decodeURIComponent(text.replaceAll("+", " "));
    if (!control.test(plain)) return plain;
  } catch {
    // falls through to the same refusal
  }
  throw badRequest("The query holds what cannot be read.");
}

function isDeclared({ query }: Operation, name: string): boolean {
  const declared: readonly string[] = query;
  if (declared.includes(name)) return !name.endsWith("[*]");
  const [, group, key] = /^(\w+)\[([^\]]*)\]$/.exec(name) ?? [];
  return key !== undefined && openKey.test(key) && declared.includes(`${group}[*]`);
}
