import type { SearchValue } from "../http/search";

/** The bare value at a dotted path of `fields`, through the `{ type, value }` around every level: `name.first`. */
export function fieldLeaf(fields: object, path: string): SearchValue {
  let at: unknown = fields;
  for (const part of path.split(".")) {
    if (typeof at !== "object" || at === null) return undefined;
    const next: unknown = Object.entries(at).find(([key]) => key === part)?.[1];
    at = typeof next === "object" && next !== null && "value" in next ? next.value : next;
  }
  return typeof at === "string" || typeof at === "number" || typeof at === "boolean" ? at : undefined;
}
