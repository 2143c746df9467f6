/** Where a text pasted into the omnibox leads. */
import { findObjectIds, parseObjectId, truncatedObjectLabel, type ObjectId } from "@/domain/object-id";
import { parsePersonaLink, type PersonaLink } from "@/domain/persona-link";
import { adviseReferenceId, type ReferenceIdWarning } from "@/domain/reference-id";

/**
 * - `child`: an object that has to be fetched to learn which inquiry or account it belongs to;
 * - `reference`: anything that is no id of Persona's: the company's own id of a person;
 * - `references`: several of those, one per line or comma;
 * - `choice`: a text that names several objects;
 * - `dead-end`: understood, but it leads nowhere: the sentence says why and what to paste instead.
 */
export type LookupTarget =
  | { readonly kind: "empty" }
  | { readonly kind: "inquiry"; readonly inquiryId: string; readonly notice?: string }
  | { readonly kind: "account"; readonly accountId: string; readonly notice?: string }
  | { readonly kind: "template"; readonly templateId: string; readonly notice?: string }
  | { readonly kind: "child"; readonly object: ObjectId; readonly notice?: string }
  | { readonly kind: "reference"; readonly referenceId: string; readonly warnings: readonly ReferenceIdWarning[]; readonly notice?: string }
  | { readonly kind: "references"; readonly referenceIds: readonly string[] }
  | { readonly kind: "choice"; readonly objects: readonly ObjectId[] }
  | { readonly kind: "dead-end"; readonly sentence: string; readonly notice?: string };

/** More than anybody pastes on purpose; keeps a pasted log file from stalling the page. */
const longest = 50_000;
const mostReferences = 500;
const childKinds = new Set<ObjectId["kind"]>(["inquiry-session", "verification", "document", "selfie", "report", "event", "case"]);

/** Where `text` leads. Never throws. */
export function resolveLookup(text: string): LookupTarget {
  const pasted = text
    .slice(0, longest)
    .trim()
    .replace(/^["'“”‘’<]+|["'“”‘’>,;]+$/g, "")
    .trim();
  if (pasted === "") return { kind: "empty" };
  const objectId = parseObjectId(pasted);
  if (objectId) return targetOf(objectId);
  const link = parsePersonaLink(pasted);
  if (link) return linkTarget(link);
  const truncated = truncatedObjectLabel(pasted);
  if (truncated)
    return { kind: "dead-end", sentence: `This looks like the ID of ${withArticle(truncated)}, cut short. Paste the whole ID.` };
  return textTarget(pasted);
}

function textTarget(pasted: string): LookupTarget {
  const linkInText = /https?:\/\/\S+/i.exec(pasted)?.[0].replace(/[)\]>.,;]+$/, "");
  const link = linkInText === undefined ? undefined : parsePersonaLink(linkInText);
  if (link && link.kind !== "unknown") return linkTarget(link);
  const named = findObjectIds(pasted);
  const [only] = named;
  if (only) return named.length === 1 ? targetOf(only) : { kind: "choice", objects: named };
  const lines = splitReferences(pasted);
  if (lines.length > 1) return { kind: "references", referenceIds: lines.slice(0, mostReferences) };
  return { kind: "reference", referenceId: pasted, warnings: adviseReferenceId(pasted) };
}

/** One per line, or separated by commas, semicolons or tabs; a space does not separate, since an id may hold one. */
function splitReferences(text: string): string[] {
  const items = text.split(/[\n\r\t,;]+/).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ""))];
}

function targetOf(object: ObjectId, notice?: string): LookupTarget {
  if (object.kind === "inquiry") return { kind: "inquiry", inquiryId: object.id, notice };
  if (object.kind === "account") return { kind: "account", accountId: object.id, notice };
  if (object.kind === "inquiry-template") return { kind: "template", templateId: object.id, notice };
  if (childKinds.has(object.kind)) return { kind: "child", object, notice };
  return {
    kind: "dead-end",
    sentence: `This is the ID of ${withArticle(object.label)}. Inquiry Desk has no page for it: paste an inquiry ID, an account ID or a reference ID.`,
  };
}

function linkTarget(link: PersonaLink): LookupTarget {
  const notice = linkNotice(link);
  if (link.inquiryId !== undefined) return { kind: "inquiry", inquiryId: link.inquiryId, notice };
  if (link.referenceId !== undefined) return { kind: "reference", referenceId: link.referenceId, warnings: [], notice };
  if (link.accountId !== undefined) return { kind: "account", accountId: link.accountId, notice };
  if (link.kind === "one-time") {
    return {
      kind: "dead-end",
      sentence:
        "A one-time link does not say which inquiry it opens, and opening it would use it up. Paste the reference ID or the inquiry ID.",
      notice,
    };
  }
  if (link.templateId !== undefined) return { kind: "template", templateId: link.templateId, notice };
  const object = link.objects.at(-1);
  if (object) return targetOf(object, notice);
  return {
    kind: "dead-end",
    sentence: "This link names no inquiry, account or reference ID. Paste one of those instead.",
    notice,
  };
}

function linkNotice(link: PersonaLink): string | undefined {
  if (link.hasSessionToken) {
    return "This link carries a session token: whoever has it can see what the user entered. It was not kept. Do not pass the link on.";
  }
  if (link.kind === "static") return "This is a static link: every time it is opened it begins a new inquiry.";
  return undefined;
}

function withArticle(label: string): string {
  return `${/^[aeiou]/.test(label) && !label.startsWith("user") ? "an" : "a"} ${label}`;
}
