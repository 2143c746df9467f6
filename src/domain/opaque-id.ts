/** What may stand in a link as a reference ID: an opaque ID, and nothing that names or reaches a person (Persona docs, "Reference IDs"). */
import { parseObjectId } from "@/domain/object-id";
import { isRounded, personalLook } from "@/domain/pasted/looks";
import { withoutSecrets } from "@/domain/pasted/secrets";
import { lookOf } from "@/domain/reference-id";
import { hasHiddenCharacters } from "@/lib/display-text";

const longest = 255;

/** Why a text is no reference ID for a link, without what it says; undefined when it may be one. Looks, never proof. */
export function opaqueIdRefusal(text: string): string | undefined {
  if (text.length > longest) return `It is longer than ${longest} characters.`;
  if (withoutSecrets(text).taken.length > 0) return "It holds a secret.";
  const look = personalLook(text) ?? lookOf(text);
  if (look !== undefined) return `It looks like ${look.startsWith("e") ? "an" : "a"} ${look}.`;
  if (hasHiddenCharacters(text)) return "There are invisible characters in it.";
  if (/\s/.test(text)) return "There is white space in it.";
  if (isRounded(text)) return "A spreadsheet has rounded it: its last digits are lost.";
  if (text.includes(",")) return "There is a comma in it: Persona reads that as the end of an ID.";
  const object = parseObjectId(text);
  return object && `It is Persona’s ID of an object (${object.label}), not one of your own system.`;
}
