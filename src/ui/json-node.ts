export type JsonEntry = { readonly key: string; readonly value: unknown };

/** The members of an array or object, in order; undefined for anything that has none to open. */
export function entriesOf(value: unknown): JsonEntry[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).map(([key, member]) => ({ key, value: member as unknown }));
}

/** What a closed array or object says of itself: `{ type, id, 3 more }`, `[ 12 ]`. */
export function summaryOf(value: object): string {
  if (Array.isArray(value)) return value.length === 0 ? "[ ]" : `[ ${value.length} ]`;
  const keys = Object.keys(value);
  if (keys.length === 0) return "{ }";
  const shown = keys.slice(0, 3).map((key) => (key.length > 24 ? `${key.slice(0, 24)}…` : key));
  const rest = keys.length - shown.length;
  return `{ ${shown.join(", ")}${rest > 0 ? `, ${rest} more` : ""} }`;
}

export type JsonKind = "text" | "number" | "boolean" | "null";

/** How a leaf is printed: as JSON would, so that a text and a number never look alike. */
export function leafOf(value: unknown): { kind: JsonKind; text: string } {
  if (typeof value === "string") return { kind: "text", text: value };
  if (typeof value === "number") return { kind: "number", text: String(value) };
  if (typeof value === "boolean") return { kind: "boolean", text: String(value) };
  return { kind: "null", text: value === null ? "null" : "undefined" };
}
