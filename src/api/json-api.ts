import type {
  Account,
  AccountType,
  Device,
  Document,
  DocumentFile,
  Inquiry,
  InquirySession,
  InquiryTemplate,
  InquiryTemplateVersion,
  Network,
  Report,
  ResourceIdentifier,
  Selfie,
  User,
  Verification,
  Workflow,
  WorkflowRun,
} from "./generated/persona/types.gen";
import { isRecord, readProperty } from "@/lib/read";

/** A resource as far as it can be relied on: an answer may lack attributes and relationships (sparse fields, older objects, surprises). */
export type AnyResource = { type: string; id?: string; attributes?: object; relationships?: object };

/** Attributes of which an empty value says that nothing was sent: texts, lists and objects that are never null. */
export type Told<A> = {
  [K in keyof A as [A[K]] extends [string] | [unknown[]] | [Readonly<Record<string, unknown>>] ? K : never]: A[K];
};

type ToMany<L> = { [K in keyof L as L[K] extends { data: unknown[] } ? K : never]: ResourceIdentifier[] };

/** The values of a resource that stand in for what an answer leaves out. Made from the contract: `generated/persona/gaps.gen.ts`. */
export type Gaps<A, L> = { attributes: Told<A>; links: ToMany<L> };

type AnyGaps = { attributes: object; links: object };
type Links<R extends AnyResource, Lists> = Partial<Lists> &
  Partial<Record<Exclude<keyof NonNullable<R["relationships"]>, keyof Lists>, ResourceIdentifier | null>>;

/**
 * A resource without its envelope: `{ id, type, ...attributes, links: { account: {type, id} | null, sessions: [{type, id}] } }`. What may be
 * null, and what has no empty value, is undefined where it was not sent; a list of links too, since that none was sent does not say that there are none.
 */
export type Flat<R extends AnyResource, G extends AnyGaps> = R extends AnyResource
  ? { id: string; type: R["type"]; links: Links<R, G["links"]> } & Omit<Partial<NonNullable<R["attributes"]>>, keyof G["attributes"]> &
      G["attributes"]
  : never;

/** Whether something can be told by type and id, as every resource and link can. */
export const isIdentifier = (value: unknown): value is ResourceIdentifier =>
  isRecord(value) && typeof value["id"] === "string" && typeof value["type"] === "string";

/** Whether a value is of the kind of its default. */
function fits(value: unknown, fallback: unknown): boolean {
  return Array.isArray(fallback) ? Array.isArray(value) : typeof value === typeof fallback && value !== null;
}

/** A copy of an object with defaults where something is missing or of the wrong kind; of nothing, the defaults alone. */
export function filled<A extends object>(value: unknown, defaults: A): A {
  const result: Record<string, unknown> = isRecord(value) ? { ...value } : {};
  for (const [key, fallback] of Object.entries(defaults)) {
    if (!fits(result[key], fallback)) result[key] = fallback;
  }
  // Every key of A is there now and of the right kind, as far as one level goes.
  return result as A;
}

/**
 * Takes a resource out of its JSON:API envelope and fills its gaps.
 * Identity wins over an attribute of the same name. Throws nothing, whatever the answer held.
 */
export function flat<R extends AnyResource, G extends AnyGaps>(resource: R, gaps: G): Flat<R, G> {
  const envelope: Record<string, unknown> = isRecord(resource) ? resource : {};
  const relationships = Object.entries(isRecord(envelope["relationships"]) ? envelope["relationships"] : {});
  const sent = relationships.flatMap(([key, relationship]): [string, unknown][] => {
    const data = readProperty(relationship, "data");
    if (!Object.hasOwn(gaps.links, key)) return [[key, isIdentifier(data) ? data : null]];
    return Array.isArray(data) ? [[key, data.filter(isIdentifier)]] : [];
  });
  const links = Object.fromEntries(sent);
  const { id, type } = filled(envelope, { id: "", type: "" });
  // Made key by key from what the types name; the compiler cannot follow that.
  return { ...filled(envelope["attributes"], gaps.attributes), id, type, links } as Flat<R, G>;
}

/** Families of resources in `included`: those of one `type`, or of every `<family>/<kind>`. */
type Families = {
  account: Account;
  "account-type": AccountType;
  device: Device;
  document: Document;
  "document-file": DocumentFile;
  inquiry: Inquiry;
  "inquiry-session": InquirySession;
  "inquiry-template": InquiryTemplate;
  "inquiry-template-version": InquiryTemplateVersion;
  network: Network;
  report: Report;
  selfie: Selfie;
  user: User;
  verification: Verification;
  workflow: Workflow;
  "workflow-run": WorkflowRun;
};
export type Family = keyof Families;

type WithIncluded = { included?: unknown };
const includedIn = (answer: WithIncluded) => (Array.isArray(answer.included) ? answer.included.filter(isIdentifier) : []);

/** Whether a resource belongs to a family: `verification/selfie` to `verification`, `account` to `account`. */
export const isOfFamily = (resource: { type: string }, family: Family) =>
  resource.type === family || resource.type.startsWith(`${family}/`);

/** The included resources of one family, in the order sent; empty when nothing came along. */
export function includedOf<F extends Family>(answer: WithIncluded, family: F): Families[F][] {
  // Persona's `type` names the schema; gaps inside are filled by `flat`.
  return includedIn(answer).filter((resource) => isOfFamily(resource, family)) as unknown as Families[F][];
}

/** The included resource a link points to, if it came along and is of the family asked for. */
export function includedAt<F extends Family>(
  answer: WithIncluded,
  family: F,
  link: ResourceIdentifier | null | undefined,
): Families[F] | undefined {
  return link ? includedOf(answer, family).find((resource) => resource.id === link.id && resource.type === link.type) : undefined;
}

/** Narrows a union of resources or models by `type`; the open member, whose type is any string, is left out. */
export function isType<R extends { type: string }, T extends string>(resource: R, type: T): resource is Extract<R, { type: T }> {
  return resource.type === type;
}
