import { inflectKey } from "./inflection";

type Attributes = Record<string, unknown>;

/**
 * The resource with only the attributes named for its type by `fields[…]`; untouched when its type is not named.
 * A parent type (`verification`) covers its kinds, a name matches in any casing, and a dotted path keeps one entry of an
 * object, as in `fields.name-first` (Persona changelog 2025-10-27).
 */
export function withSparseFields<R extends { readonly type: string; readonly attributes?: object }>(
  resource: R,
  fields: ReadonlyMap<string, readonly string[]>,
): R {
  const names = fields.get(resource.type) ?? fields.get(resource.type.split("/")[0] ?? "");
  if (names === undefined || resource.attributes === undefined) return resource;
  // Attributes are plain JSON objects.
  return { ...resource, attributes: pick(resource.attributes as Attributes, names) };
}

function pick(attributes: Attributes, paths: readonly string[]): Attributes {
  const wanted = new Map<string, string[]>();
  for (const path of paths) {
    const [head = "", ...rest] = path.split(".");
    const key = inflectKey(head, "camel");
    wanted.set(key, [...(wanted.get(key) ?? []), rest.join(".")]);
  }
  const kept: Attributes = {};
  for (const key of Object.keys(attributes)) {
    const below = wanted.get(inflectKey(key, "camel"));
    // What nobody asked for is not even read: it may be worked out only then.
    if (below === undefined) continue;
    const value = attributes[key];
    kept[key] = below.includes("") || typeof value !== "object" || value === null ? value : pick(value as Attributes, below);
  }
  return kept;
}
