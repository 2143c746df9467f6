import type { Context } from "hono";
import type { z } from "zod";
import type { DeskEnv } from "./context";
import { badRequest, DeskError } from "./desk-error";

/**
 * The body of a request, checked. Its size is limited by middleware before.
 * @throws DeskError 400 that names the field and never quotes its value
 */
export async function readJson<T>(c: Context<DeskEnv>, schema: z.ZodType<T>): Promise<T> {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw badRequest("The body has to be sent as application/json.");
  return checked(schema, parsed(await c.req.text()));
}

/** `value` if it fits `schema`. @throws DeskError 400 that names the first field that does not */
export function checked<T>(schema: z.ZodType<T>, value: unknown, root = "The body"): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw badRequest(`${fieldName(issue?.path ?? []) || root}: ${clipped(issue?.message ?? "is wrong")}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (!isStorable(key) || (typeof value === "string" && !isStorable(value))) throw unstorable();
      return value;
    });
  } catch (error) {
    throw error instanceof DeskError ? error : badRequest("The body is not JSON.");
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
  const plain = String(text).replace(/[^\x20-\x7e]/g, "?");
  return plain.length > 200 ? `${plain.slice(0, 199)}…` : plain;
};
