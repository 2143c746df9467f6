/** Where a text pasted into the omnibox leads. */
import { count, pluralOf } from "@/lib/words";
import { findObjectIds, parseObjectId, truncatedObjectLabel, type ObjectId } from "@/domain/object-id";
import { cleaned, type Cleaned, mendedId, withoutInvisible, withoutLabel, withoutWrapping } from "@/domain/pasted/characters";
import { idWordsIn, isIdLike, isProse, isRounded, isSurnameFirst, personalLook } from "@/domain/pasted/looks";
import { jsonRows } from "@/domain/pasted/json-rows";
import { leftOutWords, readPasted } from "@/domain/pasted/read-pasted";
import { readSheet } from "@/domain/pasted/sheet";
import { linksIn, opaqueGateway, unwrapped } from "@/domain/pasted/unwrap";
import { parsePersonaLink, type PersonaLink } from "@/domain/persona-link";
import { lookOf } from "@/domain/reference-id";

/** The company's own id of a person, to be tried as it stands. */
export type ReferenceTarget = {
  readonly kind: "reference";
  /** As it was pasted. */
  readonly referenceId: string;
  /** The same without the quotes or brackets around it, tried when nobody has the first. */
  readonly bare?: string;
  /** What was most likely meant, offered when nobody has either. */
  readonly cleaned?: Cleaned;
  /** What to say when nobody has it. */
  readonly hint?: string;
  readonly notice?: string | undefined;
};

/**
 * - `child`: an object that has to be fetched to learn which inquiry or account it belongs to;
 * - `reference`: anything that is no id of Persona's with a page;
 * - `references`: several of those; `whole` is the text itself where it may be one ID with a comma in it;
 * - `unsent`: what looks like a name, a birth date, an e-mail address or a message: asked for only when the user says that it is an ID;
 * - `choice`: a text that names several objects;
 * - `dead-end`: understood, but it leads nowhere: the sentence says why and what to paste instead.
 */
export type LookupTarget =
  | { readonly kind: "empty" }
  | { readonly kind: "inquiry"; readonly inquiryId: string; readonly notice?: string | undefined }
  | { readonly kind: "account"; readonly accountId: string; readonly notice?: string | undefined }
  | { readonly kind: "template"; readonly templateId: string; readonly notice?: string | undefined }
  | { readonly kind: "child"; readonly object: ObjectId; readonly notice?: string | undefined }
  | ReferenceTarget
  | { readonly kind: "references"; readonly referenceIds: readonly string[]; readonly whole?: string; readonly notice?: string | undefined }
  | { readonly kind: "unsent"; readonly looksLike: string; readonly notice?: string | undefined }
  | { readonly kind: "choice"; readonly objects: readonly ObjectId[] }
  | { readonly kind: "dead-end"; readonly sentence: string; readonly notice?: string | undefined };

const childKinds = new Set<ObjectId["kind"]>(["inquiry-session", "verification", "document", "selfie", "report", "event", "case"]);
/** So many entries may still be one ID with commas in it. */
const mostInOne = 4;

/**
 * Where `text` leads. Never throws.
 * @param isMeant the user says that it is a reference ID, whatever it looks like
 */
export function resolveLookup(text: string, isMeant = false): LookupTarget {
  const exact = readPasted(text).text.trim();
  const bare = withoutWrapping(exact);
  if (bare === "") return { kind: "empty" };
  if (/(?<![\w-])code=…$/i.test(bare)) return { kind: "dead-end", sentence: codeSentence };
  const objectId = parseObjectId(bare);
  if (objectId) return targetOf(objectId);
  return linksTarget(exact, isMeant) ?? (isMeant ? meantTarget(exact) : textTarget(exact));
}

/** What the user says is an ID: with a comma in it perhaps two. */
const meantTarget = (exact: string): LookupTarget =>
  isSurnameFirst(exact) ? { kind: "references", referenceIds: exact.split(/, +/), whole: exact } : referenceTarget(exact);

const codeSentence =
  "A one-time link does not say which inquiry it opens, and opening it would use it up. Paste the reference ID or the inquiry ID.";

/** Of the first link in a text that names something; undefined when none does. */
function linksTarget(text: string, isMeant: boolean): LookupTarget | undefined {
  // the beginning of an ID is lower case whoever wrote the link
  const links = linksIn(unwrapped(text).replaceAll(/(?<![A-Za-z0-9])(?:INQ|ACT)_(?=[A-Za-z0-9]{20})/gi, (prefix) => prefix.toLowerCase()));
  const gateway = links.map((link) => opaqueGateway(link)).find((name) => name !== undefined);
  if (gateway !== undefined) {
    const sentence = `${gateway} hides where this link leads. Open the message it stands in, or paste the inquiry ID or the reference ID.`;
    return { kind: "dead-end", sentence };
  }
  const known = links.map((link) => parsePersonaLink(link)).filter((link) => link !== undefined && link.kind !== "unknown");
  const [first] = known;
  if (first === undefined || isSheetOf(text, known.length)) return undefined;
  const others = isProse(text) ? 0 : (readSheet(text)?.ids.filter((id) => isIdLike(id)).length ?? 0);
  const target = linkTarget(first, isMeant);
  if (others === 0 || target.kind === "dead-end" || target.kind === "empty" || target.kind === "choice") return target;
  return {
    ...target,
    notice: `Only the link was followed: ${count(others, "other entry", "other entries")} ${pluralOf(others, "was", "were")} left out.`,
  };
}

/** Of several links each is an entry. */
const isSheetOf = (text: string, links: number) => links > 1 && (readSheet(text)?.ids.length ?? 0) > 0;

function textTarget(exact: string): LookupTarget {
  if (isRounded(exact)) return referenceTarget(exact);
  if (isSurnameFirst(exact)) return { kind: "unsent", looksLike: "name" };
  const list = isProse(exact) && jsonRows(exact) === undefined ? undefined : readSheet(exact);
  const named = findObjectIds(exact);
  const [only] = named;
  if (only && (!list || named.length === list.ids.length)) return named.length === 1 ? targetOf(only) : { kind: "choice", objects: named };
  if (list && list.ids.length > 0) return listTarget(exact, list.ids, leftOutWords(list));
  if (isProse(exact)) {
    const words = idWordsIn(exact);
    if (words[0] !== undefined) {
      return listTarget(
        words.join(","),
        words,
        `Only ${pluralOf(words.length, "the ID", "the IDs")} in the message ${pluralOf(words.length, "is", "are")} looked for.`,
      );
    }
  }
  const looksLike = unsentLook(exact);
  return looksLike === undefined ? referenceTarget(exact) : { kind: "unsent", looksLike };
}

function listTarget(exact: string, ids: readonly string[], notice: string | undefined): LookupTarget {
  const [first = ""] = ids;
  if (ids.length === 1) return { ...referenceTarget(first), notice };
  const isWhole = notice === undefined && ids.length <= mostInOne && exact.length <= 255;
  return { kind: "references", referenceIds: ids, ...(isWhole && { whole: exact }), notice };
}

/** What a text looks like that is not sent without being told; undefined for what may go. */
function unsentLook(exact: string): string | undefined {
  // the query of a link may hold anything
  if (/^https?:\/\/\S*[?#]/i.test(exact)) return "link with values in it";
  const look = personalLook(exact);
  if (look !== undefined || !isProse(exact)) return look;
  return lookOf(exact) === "phone number" ? "phone number" : "message";
}

function referenceTarget(exact: string): ReferenceTarget {
  const bare = withoutWrapping(exact);
  const mended = mendedId(exact);
  const meant =
    mended === undefined ? (severalIn(exact) ?? cleaned(exact)) : { text: mended, found: ["a break or a capital in a Persona ID"] };
  const hint = hintOf(bare);
  return {
    kind: "reference",
    referenceId: exact,
    ...(bare !== exact && { bare }),
    ...(meant && meant.text !== bare && { cleaned: meant }),
    ...(hint !== undefined && { hint }),
  };
}

/** What a reference ID that nobody has was most likely meant to be, and what is wrong with it; undefined when nothing is. */
export function meantBy(referenceId: string): Cleaned | undefined {
  const { bare, cleaned: meant } = referenceTarget(referenceId);
  return meant ?? (bare === undefined ? undefined : { text: bare, found: ["something around the ID"] });
}

/** Of a few words the IDs among them. */
function severalIn(exact: string): Cleaned | undefined {
  const text = withoutLabel(withoutInvisible(exact)).trim();
  if (!/\s/.test(text) || /https?:/i.test(text)) return undefined;
  const ids = idWordsIn(text);
  if (ids.length === 0) return undefined;
  return { text: ids.join(", "), found: [ids.length === 1 ? "more than the ID" : "a blank between the IDs"] };
}

function hintOf(bare: string): string | undefined {
  if (isRounded(bare)) return "A spreadsheet rounded this number: make its column text and copy it again.";
  const truncated = truncatedObjectLabel(bare);
  if (truncated !== undefined) return `It looks like the ID of ${withArticle(truncated)}, cut short. Paste the whole ID.`;
  if (/^https?:\/\//i.test(bare)) return "This link names no inquiry, account or reference ID. Paste one of those instead.";
  return undefined;
}

function targetOf(object: ObjectId, notice?: string): LookupTarget {
  if (object.kind === "inquiry") return { kind: "inquiry", inquiryId: object.id, notice };
  if (object.kind === "account") return { kind: "account", accountId: object.id, notice };
  if (object.kind === "inquiry-template") return { kind: "template", templateId: object.id, notice };
  if (childKinds.has(object.kind)) return { kind: "child", object, notice };
  // a company may well make IDs of its own that look so
  const hint = `It also looks like Persona's ID of ${withArticle(object.label)}, which has no page here: paste an inquiry ID, an account ID or a reference ID.`;
  return { kind: "reference", referenceId: object.id, hint, notice };
}

function linkTarget(link: PersonaLink, isMeant: boolean): LookupTarget {
  const notice = link.kind === "static" ? "This is a static link: every time it is opened it begins a new inquiry." : undefined;
  if (link.inquiryId !== undefined) return { kind: "inquiry", inquiryId: link.inquiryId, notice };
  if (link.referenceId !== undefined) {
    const look = isMeant ? undefined : personalLook(link.referenceId);
    return look === undefined ? { kind: "reference", referenceId: link.referenceId, notice } : { kind: "unsent", looksLike: look, notice };
  }
  if (link.accountId !== undefined) return { kind: "account", accountId: link.accountId, notice };
  if (link.kind === "one-time") {
    return {
      kind: "dead-end",
      sentence: codeSentence,
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

function withArticle(label: string): string {
  return `${/^[aeiou]/.test(label) && !label.startsWith("user") ? "an" : "a"} ${label}`;
}
