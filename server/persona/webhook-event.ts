import type { DeskChange, DeskObject } from "@/api/generated/desk/types.gen";
import { readEntries, readList, readProperty, readText, readTime } from "@/lib/read";
import { readInflected } from "./inflected";
import { readInquiryObservation, type InquiryObservation } from "./inquiry-observation";

/** What is kept of a webhook: names, IDs and times; nothing of the payload. */
export interface WebhookEvent {
  readonly eventId: string;
  readonly name: string;
  /** What the event is about; null when it names nothing. */
  readonly object: DeskObject | null;
  /** Accounts and inquiries the object belongs to. */
  readonly related: readonly DeskObject[];
  /** Persona's time, ms. */
  readonly createdAt: number | null;
  /** The state of the inquiry, when it is about one. */
  readonly observation: InquiryObservation | undefined;
}

const idForm = /^[A-Za-z0-9_-]{1,120}$/;
const nameForm = /^[A-Za-z0-9_./-]{1,120}$/;
const relatedTypes: readonly string[] = ["inquiry", "account"];
const maxRelated = 20;

/**
 * What a webhook's body tells. Reads what it knows and passes over the rest: Persona adds events, types and attributes without a new version.
 * @param receivedAt ms
 * @returns undefined for a body without an event's ID and name, which can be neither stored nor told apart from a repetition
 */
export function readWebhookEvent(body: unknown, receivedAt: number): WebhookEvent | undefined {
  const event = readProperty(body, "data");
  const attributes = readProperty(event, "attributes");
  const eventId = matching(readProperty(event, "id"), idForm);
  const name = matching(readProperty(attributes, "name"), nameForm);
  if (eventId === undefined || name === undefined) return undefined;
  const resource = readProperty(readProperty(attributes, "payload"), "data");
  const createdAt = readTime(readInflected(attributes, "createdAt")) ?? null;
  return {
    eventId,
    name,
    object: objectOf(resource) ?? null,
    related: relatedOf(resource),
    createdAt,
    observation: readInquiryObservation(resource, "webhook", Math.min(createdAt ?? receivedAt, receivedAt)),
  };
}

/** What open screens are told of an event. */
export function changeOf({ eventId, name, object, related }: WebhookEvent): DeskChange {
  return { ...(object ?? { type: "event", id: eventId }), name, related: [...related] };
}

function objectOf(resource: unknown): DeskObject | undefined {
  const type = matching(readProperty(resource, "type"), nameForm);
  const id = matching(readProperty(resource, "id"), idForm);
  return type === undefined || id === undefined ? undefined : { type, id };
}

function relatedOf(resource: unknown): DeskObject[] {
  const own = readProperty(resource, "id");
  const found = new Map<string, DeskObject>();
  for (const [, relationship] of readEntries(readProperty(resource, "relationships"))) {
    const data = readProperty(relationship, "data");
    for (const item of Array.isArray(data) ? readList(data) : [data]) {
      const object = objectOf(item);
      if (object && object.id !== own && relatedTypes.includes(object.type) && found.size < maxRelated) found.set(object.id, object);
    }
  }
  return [...found.values()];
}

function matching(value: unknown, form: RegExp): string | undefined {
  const text = readText(value);
  return text !== undefined && form.test(text) ? text : undefined;
}
