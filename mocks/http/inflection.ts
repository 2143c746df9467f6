/** The casings of the `Key-Inflection` header. The simulator thinks in camelCase. */
export type Inflection = "camel" | "kebab" | "snake";

const camelKey = memoised((key) => key.replaceAll(/[-_]+([a-zA-Z0-9])/g, (_, next: string) => next.toUpperCase()));
const kebabKey = memoised((key) => split(key).join("-"));
const snakeKey = memoised((key) => split(key).join("_"));
const rules = { camel: camelKey, kebab: kebabKey, snake: snakeKey };

/** One key in the given casing: `addressStreet1` ⇄ `address-street-1` ⇄ `address_street_1`. */
export const inflectKey = (key: string, inflection: Inflection): string => rules[inflection](camelKey(key));

/**
 * A copy of a JSON value with every key in the given casing. Whatever stands under a key named `fields` is data and is
 * left as it is; values are never touched (Persona changelog 2025-10-27: keys of `attributes.fields` are not inflected).
 */
export function inflect(value: unknown, inflection: Inflection): unknown {
  if (Array.isArray(value)) return value.map((item) => inflect(item, inflection));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [inflectKey(key, inflection), key === "fields" ? item : inflect(item, inflection)]),
  );
}

/** The casing asked for; kebab is Persona's default. Undefined when the header names no casing there is. */
export function inflectionOf(headers: Headers): Inflection | undefined {
  const asked = headers.get("key-inflection") ?? "kebab";
  return asked === "camel" || asked === "kebab" || asked === "snake" ? asked : undefined;
}

function split(key: string): string[] {
  return key
    .replaceAll(/([a-z])([A-Z0-9])|([0-9])([A-Z])/g, "$1$3-$2$4")
    .toLowerCase()
    .split(/[-_]+/);
}

function memoised(rule: (key: string) => string): (key: string) => string {
  const known = new Map<string, string>();
  return (key) => {
    const hit = known.get(key);
    if (hit !== undefined) return hit;
    const made = rule(key);
    if (known.size < 5000) known.set(key, made);
    return made;
  };
}
