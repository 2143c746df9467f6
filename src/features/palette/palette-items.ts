import { sanitizeText } from "@/lib/display-text";

/** What the palette can do. */
export type PaletteItem = {
  readonly id: string;
  /** The heading it stands under. */
  readonly group: string;
  readonly label: string;
  /** Beside the label: an ID, a kind. It is found by this, too. */
  readonly detail?: string | undefined;
  /** The single key that does the same. */
  readonly shortcut?: string | undefined;
  /** Why it can't be done now. */
  readonly unavailable?: string | undefined;
  readonly run: () => void;
};

/** No label is longer: what is longer is something pasted, to be looked up. */
const longestQuery = 80;

/** The items each word of the text begins a word of, all of them for no text, in their order; those that are exactly the text first. */
export function matching(items: readonly PaletteItem[], text: string): readonly PaletteItem[] {
  if (text.length > longestQuery) return [];
  const asked = wordsOf(text);
  const found = items.filter(({ label, detail = "" }) => {
    const words = wordsOf(`${label} ${detail}`);
    return asked.every((word) => words.some((candidate) => candidate.startsWith(word)));
  });
  return found.toSorted((one, other) => Number(isExactly(other, text)) - Number(isExactly(one, text)));
}

/** Whether a text is the whole name of an item, or its ID. */
export function isExactly({ label, detail }: PaletteItem, text: string): boolean {
  const asked = wordsOf(text).join(" ");
  return asked !== "" && [label, detail ?? ""].some((name) => wordsOf(name).join(" ") === asked);
}

/** Small letters without accents. */
const wordsOf = (text: string): string[] =>
  sanitizeText(text.slice(0, 200))
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase()
    .split(/[\s/]+/)
    .filter((word) => word !== "");
