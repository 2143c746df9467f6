import type { HonoRequest } from "hono";
import type { z } from "zod";
import { badRequest } from "./desk-error";
import { readBody } from "./request-body";

const deepest = 16;

/**
 * The body of a request, checked.
 * @throws DeskError 400 that names the field and never quotes its value, 413 when it is too long
 */
export async function readJson<T>(c: { readonly req: HonoRequest }, schema: z.ZodType<T>): Promise<T> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw badRequest("The body has to be sent as application/json.");
  return checked(schema, plainJson(await readBody(c.req.raw)));
}

/** `value` if it fits `schema`. @throws DeskError 400 that names the first field that does not */
export function checked<T>(schema: z.ZodType<T>, value: unknown, root = "The body"): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw badRequest(`${fieldName(issue?.path ?? []) || root}: ${clipped(issue?.message ?? "is wrong")}`);
}

/**
 * JSON that can do no harm: flat enough to walk through, no key that means something to JavaScript, only text that can be stored.
 * @throws DeskError 400
 */
export function plainJson(bytes: Uint8Array): unknown {
  const value = parsed(bytes);
  checkPlain(value, 1);
  return value;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw badRequest("The body is not JSON.");
  }
}

function checkPlain(value: unknown, depth: number): void {
  if (typeof value === "string" && !isStorable(value)) throw unstorable();
  if (typeof value !== "object" || value === null) return;
  if (depth > deepest) throw badRequest("The body is nested too deeply.");
  if (Object.hasOwn(value, "__proto__")) throw badRequest("The body holds a key that nothing has.");
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) throw unstorable();
    checkPlain(inner, depth + 1);
  }
}

/** PostgreSQL takes neither NUL nor half a surrogate pair. */
export const isStorable = (text: string): boolean => !/[\0\p{Cs}]/u.test(text);
export const unstorable = () => badRequest("A text holds a character that no text can hold.");

/** `value.rules[2].override` */
const fieldName = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (name, key) => (typeof key === "number" ? `${name}[${key}]` : name === "" ? clipped(key) : `${name}.${clipped(key)}`),
    "",
  );

/** Unknown keys are named, and they are the caller's text. */
const clipped = (text: PropertyKey) => {
  const plain = String(text).replaceAll(/[^\x20-\x7e]/g, "?");
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
};
