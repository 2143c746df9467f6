/**
 * What the judgements need to know of Persona's resources: structural subsets of the API's resources, flattened to
 * `{ id, type, ...attributes, links }` with camelCase names and ISO 8601 timestamps. Every attribute may be missing or null, and
 * every text may hold a value nobody has documented: Persona adds enumeration values without a new API version.
 */
import { readList, readProperty, readText } from "@/lib/read";

type Text = string | null | undefined;
type Texts = readonly (string | null)[] | null | undefined;

/** A typed pointer to another resource. */
export type Link = { readonly type: string; readonly id: string };

type Resource = {
  readonly id?: Text;
  readonly type?: Text;
  /** Relationships by camelCase name: a link, a list of links, or null. Read them with `linkOf` and `linksOf`. */
  readonly links?: object | null;
};

/** Persona's `inquiry`. */
export type InquiryFacts = Resource & {
  readonly status?: Text;
  readonly referenceId?: Text;
  readonly note?: Text;
  readonly tags?: Texts;
  readonly creator?: Text;
  readonly reviewerComment?: Text;
  readonly createdAt?: Text;
  readonly updatedAt?: Text;
  readonly startedAt?: Text;
  readonly expiresAt?: Text;
  readonly completedAt?: Text;
  readonly failedAt?: Text;
  readonly markedForReviewAt?: Text;
  readonly decisionedAt?: Text;
  readonly expiredAt?: Text;
  readonly redactedAt?: Text;
  readonly previousStepName?: Text;
  readonly nextStepName?: Text;
  readonly fields?: unknown;
  /** How the flow was filled in; an open map of figures. */
  readonly behaviors?: unknown;
};

/** Persona's `account`. */
export type AccountFacts = Resource & {
  readonly referenceId?: Text;
  readonly accountTypeName?: Text;
  readonly accountStatus?: Text;
  readonly createdAt?: Text;
  readonly updatedAt?: Text;
  readonly redactedAt?: Text;
  readonly tags?: Texts;
  readonly fields?: unknown;
};

/** Persona's `inquiry-session`. */
export type SessionFacts = Resource & {
  readonly status?: Text;
  readonly createdAt?: Text;
  readonly startedAt?: Text;
  readonly expiredAt?: Text;
  readonly ipAddress?: Text;
  readonly userAgent?: Text;
  readonly osName?: Text;
  readonly osFullVersion?: Text;
  readonly deviceType?: Text;
  readonly deviceName?: Text;
  readonly browserName?: Text;
  readonly browserFullVersion?: Text;
  readonly mobileSdkName?: Text;
  readonly mobileSdkFullVersion?: Text;
  readonly deviceHandoffMethod?: Text;
  readonly isProxy?: boolean | null;
  readonly isTor?: boolean | null;
  readonly isDatacenter?: boolean | null;
  readonly isVpn?: boolean | null;
  readonly threatLevel?: Text;
  readonly countryCode?: Text;
  readonly countryName?: Text;
  readonly regionName?: Text;
  readonly gpsCountryCode?: Text;
  readonly ipConnectionType?: Text;
  readonly ipIsp?: Text;
  readonly networkOrganization?: Text;
};

/** Persona's `inquiry-template`. */
export type TemplateFacts = Resource & {
  readonly name?: Text;
  readonly status?: Text;
  readonly embeddedFlowDomainAllowlist?: readonly unknown[] | null;
};

/** One check of a verification. */
export type CheckFacts = {
  readonly name?: Text;
  readonly status?: Text;
  readonly reasons?: Texts;
  readonly requirement?: Text;
  readonly category?: Text;
  readonly metadata?: unknown;
};

/** Persona's `verification/<kind>`: one attempt. What only some kinds have is read by name, see `field-matrix.ts`. */
export type VerificationFacts = Resource & {
  readonly status?: Text;
  readonly createdAt?: Text;
  readonly submittedAt?: Text;
  readonly completedAt?: Text;
  readonly redactedAt?: Text;
  readonly countryCode?: Text;
  readonly checks?: readonly CheckFacts[] | null;
};

/** Persona's `document/<kind>` and `selfie/<kind>`. */
export type CaptureFacts = Resource & {
  readonly status?: Text;
  readonly createdAt?: Text;
  readonly processedAt?: Text;
};

/** Persona's `report/<kind>`. */
export type ReportFacts = Resource & {
  readonly status?: Text;
  readonly createdAt?: Text;
  readonly completedAt?: Text;
  readonly redactedAt?: Text;
  readonly hasMatch?: boolean | null;
  readonly isContinuous?: boolean | null;
  readonly isRecurring?: boolean | null;
};

/** Persona's `event`. `payload` is the named object as it was then: `{ data: { type, id, attributes, relationships } }`. */
export type EventFacts = Resource & {
  readonly name?: Text;
  readonly createdAt?: Text;
  readonly payload?: unknown;
  readonly context?: unknown;
};

function asLink(value: unknown): Link | undefined {
  const id = readText(readProperty(value, "id"));
  return id === undefined ? undefined : { id, type: readText(readProperty(value, "type")) ?? "" };
}

/** The single related resource of that camelCase name, e.g. `linkOf(inquiry, "inquiryTemplate")`. */
export function linkOf(resource: Resource | null | undefined, name: string): Link | undefined {
  return asLink(readProperty(resource?.links, name));
}

/** The related resources of that camelCase name; `undefined` when the relationship was not sent at all. */
export function linksOf(resource: Resource | null | undefined, name: string): Link[] | undefined {
  const related = readProperty(resource?.links, name);
  return Array.isArray(related) ? readList(related).flatMap((item) => asLink(item) ?? []) : undefined;
}

/** What the desk's ledger says of a link. Source: openapi/desk.yaml, IssuedLink */
export type IssuedLinkFacts = {
  readonly kind: string;
  readonly inquiryId: string;
  readonly issuedAt: string;
  readonly issuedBy: { readonly name: string };
  readonly expiresAt: string | null;
  readonly inquiryExpiresAt: string | null;
  readonly supersededAt: string | null;
  readonly openedAt: string | null;
  readonly openedLike: string | null;
};
