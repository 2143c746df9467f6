/** Tags: short names, unique per organization. What is refused here is the desk's own care; Persona documents no length. */
import { hasHiddenCharacters } from "@/lib/display-text";
import { readTexts } from "@/lib/read";

export const longestTag = 100;

export type TagCheck = { readonly ok: true; readonly tag: string } | { readonly ok: false; readonly reason: string };

/** A tag as typed → as it is sent (white space collapsed), or why not. @param existing the tags the object already has. */
export function checkTag(typed: string, existing: readonly string[]): TagCheck {
  const tag = typed.trim().replaceAll(/\s+/g, " ");
  if (tag === "") return { ok: false, reason: "Type a tag." };
  if (tag.length > longestTag) {
    return { ok: false, reason: `A tag has at most ${longestTag} characters; this has ${tag.length.toLocaleString("en")}.` };
  }
  if (hasHiddenCharacters(tag)) return { ok: false, reason: "There are invisible characters in it. Type it instead of pasting it." };
  if (existing.some((other) => other.toLowerCase() === tag.toLowerCase())) return { ok: false, reason: "It already has this tag." };
  return { ok: true, tag };
}

/** The tags of a resource, in order, without nulls and duplicates. */
export function tagsOf(resource: { readonly tags?: unknown }): string[] {
  return readTexts(resource.tags);
}
