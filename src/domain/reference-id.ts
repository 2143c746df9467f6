/**
 * Advice on reference ids. Persona docs, "Reference IDs": a stable, opaque id of your own system, one per person; Persona does not treat
 * it as personal data, so it must not be an e-mail address, a name or a document number.
 */

type ReferenceIdConcern = "e-mail address" | "phone number" | "social security number" | "name" | "white space" | "length";

export type ReferenceIdWarning = { readonly concern: ReferenceIdConcern; readonly sentence: string };

const opaque = "Reference IDs are not treated as personal data and show up in links and lists: use an opaque ID of your own system.";
const longest = 255;

/** What is wrong with a value as a reference id; an empty list when nothing is. Looks, never proof: nothing is refused here. */
export function adviseReferenceId(value: string): ReferenceIdWarning[] {
  const warnings: ReferenceIdWarning[] = [];
  if (value.length > longest) {
    return [{ concern: "length", sentence: `This has ${value.length.toLocaleString("en")} characters. A reference ID is a short key.` }];
  }
  const text = value.trim();
  if (text === "") return warnings;
  if (text !== value) warnings.push({ concern: "white space", sentence: "There is white space around it. It counts as part of the ID." });
  const looks = lookOf(text);
  if (looks) warnings.push({ concern: looks, sentence: `This looks like ${article(looks)} ${looks}. ${opaque}` });
  return warnings;
}

/** Reference ids are matched exactly but without regard to case (Persona help, "Reference ID"). */
export function sameReferenceId(one: string, other: string): boolean {
  return referenceKey(one) === referenceKey(other);
}

type Look = "e-mail address" | "phone number" | "social security number" | "name";

/** What of a person a whole text looks like; undefined for what may well be an ID. */
export function lookOf(text: string): Look | undefined {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text)) return "e-mail address";
  if (/^(?!000|666|9)\d{3}[- ](?!00)\d{2}[- ](?!0000)\d{4}$/.test(text)) return "social security number";
  if (isPhone(text)) return "phone number";
  // Two to four words of letters only, as people write names; an id made of words has digits, dots or underscores.
  if (/^\p{L}[\p{L}\p{M}'’-]*\.?(?:\s+\p{L}[\p{L}\p{M}'’-]*\.?){1,3}$/u.test(text)) return "name";
  return undefined;
}

/** Ten to fifteen digits written as a phone number is: with a plus, a double zero or separators. Bare digits may well be an id. */
function isPhone(text: string): boolean {
  const digits = text.replaceAll(/\D/g, "").length;
  if (digits < 10 || digits > 15) return false;
  return /^(\+|00)[\d\s().-]+$/.test(text) || /^\(?\d{2,4}\)?[\s.-]\d{3}[\s.-]\d{3,4}$/.test(text);
}

function article(look: Look): string {
  return look === "e-mail address" ? "an" : "a";
}

/** What reference IDs are compared by: Persona disregards their case. */
export function referenceKey(referenceId: string): string {
  return referenceId.toLowerCase();
}
