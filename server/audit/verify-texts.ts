import type { EntryContent } from "./audit-content";
import { type AuditText, erasableFields, textHash } from "./audit-texts";

/** Holds the texts beside the chain against the hashes in it, entry by entry, and erased texts against the entries about erasing. */
export function createTextCheck() {
  /** By the moment of erasing, ms: texts that are gone, less those that an entry of that moment tells of. */
  const erasings = new Map<number, { unrecorded: number; readonly position: number }>();
  const count = (at: number, texts: number, position: number) => {
    const known = erasings.get(at);
    if (known) known.unrecorded += texts;
    else erasings.set(at, { unrecorded: texts, position });
  };
  return {
    /** What is wrong with the texts of an entry. To be asked of every entry, in the order of the chain. */
    problemOf(content: EntryContent, texts: readonly AuditText[]): string | undefined {
      if (content.action === "erase-texts" && typeof content.details.texts === "number") {
        count(Date.parse(content.at), -content.details.texts, content.position);
      }
      for (const field of erasableFields) {
        const hash = content.texts?.[field];
        const text = texts.find((one) => one.field === field);
        if (hash === undefined && text === undefined) continue;
        if (hash === undefined) return `a text (${field}) stands beside it that it does not tell of`;
        if (text === undefined) return `its text (${field}) is gone, and was not erased`;
        if (text.erasedAt !== null) count(text.erasedAt, 1, content.position);
        else if (textHash(text.salt ?? "", text.text ?? "") !== hash) return `its text (${field}) is not the one that was written`;
      }
      return undefined;
    },
    /** The first entry with an erased text that no entry tells of; asked at the end of the chain. */
    unrecorded(): { readonly position: number; readonly problem: string } | undefined {
      const [first] = [...erasings.values()].filter(({ unrecorded }) => unrecorded > 0).toSorted((a, b) => a.position - b.position);
      return first && { position: first.position, problem: "a text of it was erased, and no entry tells of that" };
    },
  };
}
