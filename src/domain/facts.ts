/**
 * What the judgements need to know of Persona's resources, flattened to `{ id, type, ...attributes, links }` with camelCase names and
 * ISO 8601 timestamps. The names are those of the contract, so an attribute that it renames or drops fails to compile; the values are
 * looser than it says: every attribute may be missing or null, and every text may hold a value nobody has documented, for Persona adds
 * enumeration values without a new API version.
 */
import type { IssuedLink } from "@/api/generated/desk/types.gen";
import type {
  AccountAttributes,
  DocumentCommonAttributes,
  DocumentRelationships,
  EventAttributes,
  InquiryAttributes,
  InquiryRelationships,
  InquirySessionAttributes,
  InquirySessionRelationships,
  InquiryTemplateAttributes,
  InquiryTemplateRelationships,
  ReportCommonAttributes,
  ReportRelationships,
  SelfieAttributes,
  VerificationCheck,
  VerificationCommonAttributes,
  VerificationRelationships,
} from "@/api/generated/persona/types.gen";
import { readList, readProperty, readText } from "@/lib/read";

type Text = string | null | undefined;

/** What an attribute may hold in truth. Maps and lists of objects are open: they are read by name (`@/lib/read`). */
type Told<Value> = [Value] extends [Text]
  ? Text
  : [Value] extends [boolean | null | undefined]
    ? boolean | null | undefined
    : [Value] extends [readonly (string | null)[]]
      ? readonly (string | null)[] | null | undefined
      : unknown;

/** Attributes as an answer may hold them, or not. */
type Facts<Attributes> = { readonly [Name in keyof Attributes]?: Told<Attributes[Name]> };

/** A typed pointer to another resource. */
export type Link = { readonly type: string; readonly id: string };

type Resource = {
  readonly id?: Text;
  readonly type?: Text;
  /** Relationships by camelCase name: a link, a list of links, or null. Read them with `linkOf` and `linksOf`. */
  readonly links?: object | null;
};

/** Persona's `inquiry`. */
export type InquiryFacts = Resource & Facts<InquiryAttributes>;

/** Persona's `account`. */
export type AccountFacts = Resource & Facts<AccountAttributes>;

/** Persona's `inquiry-session`. */
export type SessionFacts = Resource & Facts<InquirySessionAttributes>;

/** Persona's `inquiry-template`. */
export type TemplateFacts = Resource & Facts<InquiryTemplateAttributes>;

/** One check of a verification. */
export type CheckFacts = Facts<VerificationCheck>;

/** Persona's `verification/<kind>`: one attempt. What only some kinds have is read by name, see `field-matrix.ts`. */
export type VerificationFacts = Resource &
  Facts<Omit<VerificationCommonAttributes, "checks">> & { readonly checks?: readonly CheckFacts[] | null };

/** Persona's `document/<kind>` and `selfie/<kind>`. */
export type CaptureFacts = Resource & Facts<Pick<DocumentCommonAttributes & SelfieAttributes, "status" | "createdAt" | "processedAt">>;

/** Persona's `report/<kind>`. */
export type ReportFacts = Resource & Facts<ReportCommonAttributes>;

/** Persona's `event`. `payload` is the named object as it was then: `{ data: { type, id, attributes, relationships } }`. */
export type EventFacts = Resource & Facts<EventAttributes>;

type RelationshipName =
  | keyof InquiryRelationships
  | keyof InquirySessionRelationships
  | keyof InquiryTemplateRelationships
  | keyof VerificationRelationships
  | keyof DocumentRelationships
  | keyof ReportRelationships;

function asLink(value: unknown): Link | undefined {
  const id = readText(readProperty(value, "id"));
  return id === undefined ? undefined : { id, type: readText(readProperty(value, "type")) ?? "" };
}

/** The single related resource of that camelCase name, e.g. `linkOf(inquiry, "inquiryTemplate")`. */
export function linkOf(resource: Resource | null | undefined, name: RelationshipName): Link | undefined {
  return asLink(readProperty(resource?.links, name));
}

/** The related resources of that camelCase name; `undefined` when the relationship was not sent at all. */
export function linksOf(resource: Resource | null | undefined, name: RelationshipName): Link[] | undefined {
  const related = readProperty(resource?.links, name);
  return Array.isArray(related) ? readList(related).flatMap((item) => asLink(item) ?? []) : undefined;
}

/** What the desk's ledger says of a link. */
export type IssuedLinkFacts = Readonly<
  Pick<IssuedLink, "kind" | "inquiryId" | "issuedAt" | "expiresAt" | "inquiryExpiresAt" | "supersededAt" | "openedAt" | "openedLike">
> & { readonly issuedBy: Readonly<Pick<IssuedLink["issuedBy"], "name">> };
