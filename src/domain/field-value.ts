/** Turning the value of a field of any type into something a screen can lay out. */
import { assertNever } from "@/lib/assert-never";
import { displayLine } from "@/lib/display-text";
import { safeUrl } from "@/lib/safe-url";
import { isRecord, readEntries, readNumber, readProperty, readText } from "@/lib/read";
import { fieldLabel, type PiiKind } from "@/domain/field-keys";

export type FieldView =
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly FieldView[]; readonly omitted: number }
  | { readonly kind: "group"; readonly entries: readonly { readonly label: string; readonly value: FieldView }[] }
  /** `url` is the address as Persona gave it: it ends on its own after hours, so it must not be kept. */
  | { readonly kind: "file"; readonly name: string; readonly url?: string; readonly byteSize?: number };

const deepest = 5;
const mostItems = 50;
const longestText = 2000;

/** How to show a field's value: `type` is Persona's field type, but the value decides, since either may be new or wrong. */
export function viewFieldValue(value: unknown, depth = 0): FieldView {
  if (value === null || value === undefined || value === "") return { kind: "empty" };
  if (typeof value === "string") {
    const text = displayLine(value, longestText);
    return text === "" ? { kind: "empty" } : { kind: "text", text };
  }
  if (typeof value === "boolean") return { kind: "text", text: value ? "Yes" : "No" };
  if (typeof value === "number") return { kind: "text", text: String(value) };
  if (depth >= deepest) return { kind: "text", text: "…" };
  if (Array.isArray(value)) return listView(value, depth);
  return objectView(value, depth);
}

function listView(items: readonly unknown[], depth: number): FieldView {
  if (items.length === 0) return { kind: "empty" };
  const shown = items.slice(0, mostItems).map((item) => viewFieldValue(item, depth + 1));
  return { kind: "list", items: shown, omitted: items.length - shown.length };
}

function objectView(value: unknown, depth: number): FieldView {
  if (isRecord(value) && Object.hasOwn(value, "value")) return viewFieldValue(readProperty(value, "value"), depth + 1);
  const url = readText(readProperty(value, "url"));
  const filename = readText(readProperty(value, "filename"));
  if (url !== undefined || filename !== undefined) {
    const byteSize = readNumber(readProperty(value, "byteSize")) ?? readNumber(readProperty(value, "byte-size"));
    return { kind: "file", name: displayLine(filename ?? "File", 80), url: url === undefined ? undefined : safeUrl(url), byteSize };
  }
  const id = readText(readProperty(value, "id"));
  if (id !== undefined && readText(readProperty(value, "type")) !== undefined) return { kind: "text", text: displayLine(id, 80) };
  const entries = readEntries(value).slice(0, mostItems);
  if (entries.length === 0) return { kind: "empty" };
  return {
    kind: "group",
    entries: entries.map(([key, inner]) => ({ label: fieldLabel(key), value: viewFieldValue(inner, depth + 1) })),
  };
}

/** The same as one line of text, for tables, exports and comparisons; empty when there is nothing. */
export function fieldViewText(view: FieldView): string {
  switch (view.kind) {
    case "empty":
      return "";
    case "text":
      return view.text;
    case "file":
      return view.name;
    case "list":
      return view.items.map(fieldViewText).filter(Boolean).join(", ") + (view.omitted > 0 ? `, and ${view.omitted} more` : "");
    case "group":
      return view.entries.map(({ label, value }) => `${label}: ${fieldViewText(value)}`).join(", ");
    default:
      return assertNever(view);
  }
}

const dots = "•••";

/**
 * A value veiled so that a colleague can still tell two of them apart without reading either. The number of dots is fixed: the length
 * of a name or a number is not told.
 */
export function veil(text: string, kind: PiiKind | null): string {
  const shown = text.trim();
  if (shown === "" || kind === null) return shown;
  const [first = ""] = shown;
  if (kind === "name") {
    return shown
      .split(/\s+/, 4)
      .map(([initial = ""]) => `${initial}${dots}`)
      .join(" ");
  }
  if (kind === "email") return shown.includes("@") ? `${first}${dots}@${dots}` : dots;
  if (kind === "phone" || kind === "identification number") return shown.length > 6 ? `${dots}${shown.slice(-2)}` : dots;
  return dots;
}
