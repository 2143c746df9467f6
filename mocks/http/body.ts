import * as z from "zod/mini";
import { readProperty } from "@/lib/read";
import { badRequest } from "../world/core/refusal";
import { inflect, inflectKey } from "./inflection";

/** The schema of an operation's body, in camelCase; closed objects, as in Persona's specification. */
export type BodySchema<Body> = z.ZodMiniType<Body>;

/** For operations that take no body: nothing, or an empty object. */
export const noBody = z.strictObject({});

/**
 * Reads and validates a request body whose keys may be camelCase, kebab-case or snake_case.
 * @throws Refusal 400 naming the first offending path, as in `data.attributes.name is missing`.
 */
export function parseBody<Body>(text: string, schema: BodySchema<Body>): Body {
  return checked(text.trim() === "" ? {} : inflect(parseJson(text), "camel"), schema);
}

/** As `parseBody`, for a body whose keys are to be as they are in the schema: some of them are data. */
export function parseExactBody<Body>(text: string, schema: BodySchema<Body>): Body {
  return checked(parseJson(text), schema);
}

/** `value` if it fits. @throws Refusal 400 naming the first offending path */
export function checked<Body>(value: unknown, schema: BodySchema<Body>): Body {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  // A failed parse always holds at least one issue.
  throw badRequest(describe(parsed.error.issues[0]!, value));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest("Request body must be valid JSON");
  }
}

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === "unrecognized_keys") return `${dotted([...issue.path, issue.keys[0] ?? ""])} is not allowed`;
  const name = dotted(issue.path);
  const found = issue.path.reduce<unknown>((at, key) => readProperty(at, String(key)), value);
  if (found === undefined) return `${name} is missing`;
  if (found === "" || found === null) return `${name} must be filled`;
  if (issue.code === "invalid_type") return `${name} must be ${article(issue.expected)}`;
  return `${name} is invalid`;
}

function article(expected: string): string {
  const noun = { int: "integer", record: "object" }[expected] ?? expected;
  return `${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** Persona's own path notation: dots and snake_case, without array positions. */
function dotted(path: readonly PropertyKey[]): string {
  const parts = path.filter((part) => typeof part === "string").map((part) => inflectKey(part, "snake"));
  return parts.length === 0 ? "Request body" : parts.join(".");
}
