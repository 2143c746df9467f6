import { type LookupTarget, resolveLookup } from "@/domain/lookup-target";
import { deskPathOf } from "@/domain/pasted/desk-address";
import { readPasted } from "@/domain/pasted/read-pasted";
import { unwrapped } from "@/domain/pasted/unwrap";
import { displayLine } from "@/lib/display-text";
import { count } from "@/lib/words";

export type ForAddress = {
  /** What may stay in the field. */
  readonly text: string;
  /** What may go into an address, and with it into the history and to Persona: one ID or several; none when the text is no ID. */
  readonly ids: readonly string[];
  /** What was taken out, or why the text does not go into an address. */
  readonly said: string | undefined;
  /** The page of the desk that it names, as a path: a link to one of its pages or lists, an inquiry or an account. */
  readonly opens?: string;
  /** What it falls into where nobody has it as one ID. */
  readonly pieces?: readonly string[];
  /** Said of a text that may be one ID with a comma in it, and is looked for as several. */
  readonly splits?: string;
};

/**
 * What a filter by ID may do with a text that was typed or pasted into it. Personal data and links do not go into addresses.
 * @param here the address of the page that asks, to know the desk's own links
 */
export function forAddress(raw: string, here?: string): ForAddress {
  const { text, warning, note } = readPasted(raw);
  const target = resolveLookup(text);
  const path = (here === undefined ? undefined : deskPathOf(unwrapped(text), here)) ?? pathOf(target);
  const said = warning ?? note ?? ("notice" in target ? target.notice : undefined);
  const ids = idsOf(target);
  const opens = path !== undefined && { opens: path };
  if (ids) return { text: ids.join(", "), ids, said, ...opens, ...piecesOf(target), ...splitsOf(target) };
  if (path !== undefined) return { text: text.trim(), ids: [], said, ...opens };
  if (target.kind === "dead-end") return { text: "", ids: [], said: target.sentence };
  if (target.kind !== "unsent") return { text: text.trim(), ids: [], said };
  const article = /^[aeiou]/.test(target.looksLike) ? "an" : "a";
  const why = `It looks like ${article} ${target.looksLike}, which does not go into an address. If it is an ID, find it in the field at the top.`;
  return { text, ids: [], said: said ?? why };
}

/** A comma without a blank after it, or after words as in "Doe, 42": in a list of IDs neither would stand. */
const tellingComma = /,(?! )|^\p{L}[\p{L}' -]*, /u;

/** What to say of a text that was looked for as one ID, and then in pieces; undefined where it is plainly a list. */
export function splitWords(whole: string): string | undefined {
  const sign = /[;；]/.test(whole) ? "semicolon" : whole.includes("|") ? "bar" : tellingComma.test(whole) ? "comma" : undefined;
  return sign === undefined ? undefined : `A ${sign} splits: nobody has “${displayLine(whole, 60)}” as one ID.`;
}

function pathOf(target: LookupTarget): string | undefined {
  if (target.kind === "inquiry") return `/inquiries/${target.inquiryId}`;
  return target.kind === "account" ? `/accounts/${target.accountId}` : undefined;
}

/** Persona takes a comma for the end of an ID, so that a text with one is asked for in its pieces. */
const oneOf = (target: LookupTarget): string | undefined =>
  target.kind === "references" && target.whole?.includes(",") === false ? target.whole : undefined;

const piecesOf = (target: LookupTarget) => target.kind === "references" && oneOf(target) !== undefined && { pieces: target.referenceIds };

function splitsOf(target: LookupTarget) {
  if (target.kind !== "references" || target.whole === undefined || !tellingComma.test(target.whole)) return undefined;
  const { whole, referenceIds } = target;
  return { splits: `A comma splits: “${displayLine(whole, 60)}” is looked for as ${count(referenceIds.length, "reference ID")}.` };
}

function idsOf(target: LookupTarget): readonly string[] | undefined {
  switch (target.kind) {
    case "inquiry":
      return [target.inquiryId];
    case "account":
      return [target.accountId];
    case "template":
      return [target.templateId];
    case "child":
      return [target.object.id];
    case "choice":
      return target.objects.map(({ id }) => id);
    case "reference":
      return [target.referenceId];
    case "references":
      return oneOf(target) === undefined ? target.referenceIds : [target.whole ?? ""];
    default:
      return undefined;
  }
}
