/** A list of reference IDs to make a link for each, read in the browser: rows that can't be used are told of, never guessed at. */
import { opaqueIdRefusal } from "@/domain/opaque-id";
import { cellsOf, isHeading } from "@/domain/pasted/sheet";
import { referenceKey } from "@/domain/reference-id";

export type MailingList = {
  readonly ids: readonly string[];
  /** By the number of the line, from 1. What stands there is not repeated: it may be personal. */
  readonly refused: readonly { readonly line: number; readonly why: string }[];
};

/** More than one mail goes out to at once; a file of them still opens everywhere. */
export const mostLinks = 10_000;

/**
 * Reads lines or a CSV file. Of several columns it takes the one that is headed as reference IDs are (`reference_id`, `user id`, `id`), else the
 * first. Empty lines count as nothing; an ID that comes again, letter case aside, is refused.
 */
export function readMailingList(text: string): MailingList {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const first = lines.find((line) => line.trim() !== "") ?? "";
  const separator = ["\t", ";", ","].find((sign) => first.includes(sign)) ?? "";
  const read = (line: string) =>
    cellsOf(line, separator).map((cell) =>
      cell
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .trim(),
    );
  const head = read(first).findIndex((cell) => isHeading(cell));
  const column = Math.max(0, head);
  const byKey = new Map<string, { id: string; line: number }>();
  const refused: { line: number; why: string }[] = [];
  let isHead = head !== -1;
  for (const [index, text] of lines.entries()) {
    if (text.trim() === "") continue;
    if (isHead) {
      isHead = false;
      continue;
    }
    const line = index + 1;
    const id = read(text)[column] ?? "";
    const before = byKey.get(referenceKey(id));
    const why = id === "" ? "There is no ID in it." : (opaqueIdRefusal(id) ?? (before && `It is the same ID as in line ${before.line}.`));
    if (why === undefined) byKey.set(referenceKey(id), { id, line });
    else refused.push({ line, why });
  }
  return { ids: [...byKey.values()].map(({ id }) => id), refused };
}
