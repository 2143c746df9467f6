import type { InquiryFacts, TemplateFacts } from "@/domain/facts";
import { sameReferenceId } from "@/domain/reference-id";
import { DeskError } from "../http/desk-error";
import { CallFailure } from "../persona/call-failure";
import type { PersonaCall, PersonaCaller } from "../persona/caller";
import { jsonOf, type PersonaAnswer } from "../persona/persona-answer";
import { readDocument, readInquiry, readWholePage, relatedId } from "../persona/resources/read-document";
import type { Resource } from "../persona/resources/schemas";
import { refusalIn } from "../persona/write-outcome";
import type { CreationOwner } from "./creation-body";

/** Whose inquiry of which template. */
export type CreationPlace = {
  readonly owner: CreationOwner;
  readonly inquiryTemplateId: string;
};

/** An existing inquiry, with what the duplicate policy reads. */
export type KnownInquiry = InquiryFacts & { readonly id: string; readonly status: string };

/** What the policy needs, and nothing personal. */
const attributes = ["status", "created-at", "updated-at", "started-at", "completed-at", "failed-at", "marked-for-review-at"]
  .concat(["decisioned-at", "expired-at", "expires-at", "redacted-at"])
  .join(",");
const pageSize = 100;
/** More inquiries than this nobody has on one template. */
const maxPages = 5;

/**
 * Reads every inquiry that a person has on a template, by the list and never by a search: the search is a minute behind.
 * @throws DeskError 409 where there are too many to look at, 502 where they can't be read; CallFailure when no answer came. Nothing was sent.
 */
export async function readInquiriesAt(
  caller: Pick<PersonaCaller, "call">,
  { owner, inquiryTemplateId }: CreationPlace,
  asker: string,
): Promise<KnownInquiry[]> {
  const known: KnownInquiry[] = [];
  let after: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const parts = [
      "accountId" in owner ? ["filter[account-id]", owner.accountId] : ["filter[reference-id]", owner.referenceId],
      ["filter[inquiry-template-id]", inquiryTemplateId],
      ["page[size]", String(pageSize)],
      ["fields[inquiry]", attributes],
      ...(after === undefined ? [] : [["page[after]", after]]),
    ];
    const query = parts.map((part) => part.map(encodeURIComponent).join("=")).join("&");
    const answer = await read(caller, { operation: "listAllInquiries", asker, path: "/inquiries", query });
    const whole = answer.status === 200 ? readWholePage(jsonOf(answer)) : undefined;
    if (whole === undefined) throw notRead(answer);
    known.push(...whole.resources.map(knownOf));
    after = whole.resources.at(-1)?.id;
    if (after === undefined || !whole.hasNext) return known;
  }
  throw new DeskError(409, "Conflict", "This person has too many inquiries on this template to look at. Nothing was sent.");
}

/**
 * Whether an account has a reference ID by now.
 * @throws DeskError 502 where that can't be told, also where what came has another one; CallFailure when no answer came. Nothing was sent.
 */
export async function hasAccount(caller: Pick<PersonaCaller, "call">, referenceId: string, asker: string): Promise<boolean> {
  const query = `filter[reference-id]=${encodeURIComponent(referenceId)}&page[size]=1&fields[account]=reference-id`;
  const answer = await read(caller, { operation: "listAllAccounts", asker, path: "/accounts", query });
  const whole = answer.status === 200 ? readWholePage(jsonOf(answer)) : undefined;
  if (whole === undefined) throw notRead(answer);
  const isOther = ({ attributes }: Resource) => {
    const told = attributes?.["referenceId"];
    return typeof told !== "string" || !sameReferenceId(told, referenceId);
  };
  if (whole.resources.some(isOther)) throw unreadable();
  return whole.resources.length > 0;
}

/**
 * Reads the template.
 * @returns undefined where the key may not read templates: Persona refuses them to sandbox keys
 * @throws DeskError 404 where there is none, 502 where it can't be read; CallFailure when no answer came. Nothing was sent.
 */
export async function readTemplate(
  caller: Pick<PersonaCaller, "call">,
  id: string,
  asker: string,
): Promise<(TemplateFacts & { readonly status: unknown }) | undefined> {
  const answer = await read(caller, { operation: "retrieveAnInquiryTemplate", asker, path: `/inquiry-templates/${id}` });
  if (answer.status === 403) return undefined;
  if (answer.status === 404) throw new DeskError(404, "Record not found", "There is no such template. Nothing was sent.");
  const [template] = answer.status === 200 ? (readDocument(jsonOf(answer)).value?.data ?? []) : [];
  if (template === undefined) throw notRead(answer);
  const status = template.attributes?.["status"];
  return { status: typeof status === "string" ? status : null, links: linksOf(template, ["latestPublishedVersion"]) };
}

/**
 * Whether a version can be created from: a published one of this template, so that what was looked at is what is created from.
 * @throws DeskError 502 where the versions can't be read; CallFailure when no answer came. Nothing was sent.
 */
export async function isVersionOf(
  caller: Pick<PersonaCaller, "call">,
  place: { readonly inquiryTemplateId: string; readonly inquiryTemplateVersionId: string },
  asker: string,
): Promise<boolean> {
  let after: string | undefined;
  for (let page = 0; page < maxPages; page += 1) {
    const query = new URLSearchParams({
      "filter[inquiry-template-id]": place.inquiryTemplateId,
      "page[size]": String(pageSize),
      "fields[inquiry-template-version]": "status",
      ...(after !== undefined && { "page[after]": after }),
    }).toString();
    const answer = await read(caller, { operation: "listAllInquiryTemplateVersions", asker, path: "/inquiry-template-versions", query });
    if (answer.status === 403 || answer.status === 404) return false;
    const whole = answer.status === 200 ? readWholePage(jsonOf(answer)) : undefined;
    if (whole === undefined) throw notRead(answer);
    const found = whole.resources.find(({ id }) => id === place.inquiryTemplateVersionId);
    if (found !== undefined) return found.attributes?.["status"] === "published";
    after = whole.resources.at(-1)?.id;
    if (after === undefined || !whole.hasNext) return false;
  }
  return false;
}

async function read(caller: Pick<PersonaCaller, "call">, call: PersonaCall): Promise<PersonaAnswer> {
  try {
    return await caller.call({ ...call, priority: "decision", fresh: true });
  } catch (error) {
    const isUncertain = error instanceof CallFailure && error.sent === "unknown";
    throw isUncertain ? new CallFailure(error.kind, undefined, { isRead: true }) : error;
  }
}

/** @throws DeskError: an inquiry that is passed over would be taken for one that is not there */
function knownOf(resource: Resource): KnownInquiry {
  const { value } = readInquiry(resource);
  const status = value?.attributes.status;
  if (value === undefined || status === undefined) throw unreadable();
  return { ...value.attributes, status, id: value.id, links: linksOf(value, ["inquiryTemplate", "inquiryTemplateVersion", "template"]) };
}

function linksOf(resource: Resource, names: readonly string[]): Readonly<Record<string, { type: string; id: string }>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const id = relatedId(resource, name);
      return id === undefined ? [] : [[name, { type: name, id }]];
    }),
  );
}

const notRead = (answer: PersonaAnswer): DeskError =>
  answer.status < 300 ? unreadable() : failed(`Persona answered ${refusalIn(jsonOf(answer)) ?? String(answer.status)}. Nothing was sent.`);

const unreadable = () => failed("Persona's answer can't be read. Nothing was sent.");

const failed = (details: string) => new DeskError(502, "Bad Gateway", details, { headers: { "Desk-Sent": "no" } });
