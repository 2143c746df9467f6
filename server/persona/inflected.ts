import { readProperty } from "@/lib/read";

/**
 * The property of a resource whose keys may be inflected as kebab-case (Persona's default, and what webhooks carry unless they are set up
 * otherwise), camelCase or snake_case. @param key in camelCase
 */
export function readInflected(value: unknown, key: string): unknown {
  const kebab = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const spelling = [key, kebab, kebab.replaceAll("-", "_")].find((name) => readProperty(value, name) !== undefined);
  return spelling === undefined ? undefined : readProperty(value, spelling);
}
