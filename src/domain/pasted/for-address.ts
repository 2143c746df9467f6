import { type LookupTarget, resolveLookup } from "@/domain/lookup-target";
import { readPasted } from "@/domain/pasted/read-pasted";

export type ForAddress = {
  /** What may stay in the field. */
  readonly text: string;
  /** What may go into an address, and with it into the history and to Persona: one ID or several; none when the text is no ID. */
  readonly ids: readonly string[];
  /** What was taken out, or why the text does not go into an address. */
  readonly said: string | undefined;
};

/** What a filter by ID may do with a text that was typed or pasted into it. Personal data and links do not go into addresses. */
export function forAddress(raw: string): ForAddress {
  const { text, warning, note } = readPasted(raw);
  const target = resolveLookup(text);
  const ids = idsOf(target);
  const said = warning ?? note ?? ("notice" in target ? target.notice : undefined);
  if (ids) return { text: ids.join(", "), ids, said };
  if (target.kind === "dead-end") return { text: "", ids: [], said: target.sentence };
  if (target.kind !== "unsent") return { text: text.trim(), ids: [], said };
  const article = /^[aeiou]/.test(target.looksLike) ? "an" : "a";
  const why = `It looks like ${article} ${target.looksLike}, which does not go into an address. If it is an ID, find it in the field at the top.`;
  return { text, ids: [], said: said ?? why };
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
      return target.referenceIds;
    default:
      return undefined;
  }
}
