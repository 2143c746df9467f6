import type { ReportFacts } from "@/domain/facts";
import { camelWithin, normalDocument, normalEvent, normalResource } from "./normal-form";
import {
  documentSchema,
  eventSchema,
  type Inquiry,
  inquirySchema,
  pageSchema,
  type PersonaDocument,
  type PersonaEvent,
  referencedSchema,
  type Resource,
  resourceSchema,
  type Session,
  sessionSchema,
} from "./schemas";
import { type Reading, readTolerantly } from "./tolerant-read";

/** An answer of Persona's, parsed from JSON: its keys in any inflection. */
export const readDocument = (body: unknown): Reading<PersonaDocument> => readTolerantly(documentSchema, normalDocument(body), "answer");

/** A page of a list that could be read wholly. */
type WholePage = {
  readonly resources: readonly Resource[];
  readonly hasNext: boolean;
};

/**
 * A page of a list, for who concludes from what is not in it.
 * @returns undefined where it is none, or where a resource of it, or whether more follow, can't be read
 */
export function readWholePage(body: unknown): WholePage | undefined {
  const page = pageSchema.safeParse(body).data;
  const resources = page?.data.flatMap((resource) => readResource(resource).value ?? []);
  if (page === undefined || resources?.length !== page.data.length) return undefined;
  return { resources, hasNext: Boolean(page.links?.next) };
}

/** A resource of an answer or an event. */
export const readResource = (resource: unknown): Reading<Resource> => readTolerantly(resourceSchema, normalResource(resource), "resource");

/** The `inquiry` that a resource of that type is. */
export const readInquiry = (resource: unknown): Reading<Inquiry> => readTolerantly(inquirySchema, normalResource(resource), "inquiry");

/** The `inquiry-session` that a resource of that type is. */
export const readSession = (resource: unknown): Reading<Session> =>
  readTolerantly(sessionSchema, normalResource(resource), "inquiry-session");

/** The reference ID of the inquiry or account that an answer is about; null where it has none, and where it is redacted. */
export function referenceIdIn(body: unknown): string | null {
  const [resource] = readDocument(body).value?.data ?? [];
  const attributes = readTolerantly(referencedSchema, resource, "resource").value?.attributes;
  return attributes?.redactedAt ? null : (attributes?.referenceId ?? null);
}

/** What a webhook posts. */
export const readEvent = (body: unknown): Reading<PersonaEvent> => readTolerantly(eventSchema, normalEvent(body), "webhook");

/** The ID of the single resource a resource is related to, by the relationship's name in camelCase. */
export function relatedId({ relationships }: Pick<Resource, "relationships">, name: string): string | undefined {
  const related = relationships?.[name]?.data;
  return related?.length === 1 ? related[0]?.id : undefined;
}

/** Its type, the same way. */
export function relatedType({ relationships }: Pick<Resource, "relationships">, name: string): string | undefined {
  const related = relationships?.[name]?.data;
  return related?.length === 1 ? related[0]?.type : undefined;
}

/** A report as the judgements of `domain` read it, the names within its records included. */
export function flatReport({ id, type, attributes }: Resource): ReportFacts {
  const within = camelWithin(attributes);
  // every attribute of the facts may hold anything, and is read by name
  return { ...(within as object), id, type } as ReportFacts;
}
