/** JSON from a log, a console or an API, as the sheet that it is: so that one rule says what of it may leave the page. */
import { isRecord } from "@/lib/read";

const longest = 200_000;

/** The objects of a JSON text as lines with tabs under their keys, a list of texts as lines; undefined for what is no JSON of that kind. */
export function jsonRows(text: string): string | undefined {
  const trimmed = text.trim();
  if (!/^(?:\{[^]*\}|\[[^]*\])$/.test(trimmed) || trimmed.length > longest) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(trimmed);
  } catch {
    return undefined;
  }
  const items = Array.isArray(value) ? value : [value];
  const rows = items.filter(isRecord).map((item) => new Map(leavesOf(item)));
  if (rows.length === 0) return items.map((item) => cellOf(item)).join("\n");
  const keys = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return [keys, ...rows.map((row) => keys.map((key) => row.get(key) ?? ""))].map((cells) => cells.join("\t")).join("\n");
}

/** What is in an object however deep, under its innermost key: Persona's resources hold their attributes so. */
function leavesOf(record: Record<string, unknown>, depth = 0): [string, string][] {
  if (depth > 8) return [];
  return Object.entries(record).flatMap(([key, value]): [string, string][] =>
    isRecord(value) ? leavesOf(value, depth + 1) : [[cellOf(key), cellOf(value)]],
  );
}

const cellOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value).replaceAll(/[\s\u0085\u2028\u2029]+/g, " ") : "";
