import type { DeskChange, DeskObject } from "@/api/generated/desk/types.gen";
import { readTime } from "@/lib/read";
import { matchesIn, type ReportMatch } from "./inquiry-findings";
import { type InquiryObservation, observeInquiry, stateOf } from "./inquiry-observation";
import type { DeviceUse } from "../devices/device-index";
import type { OpenedSession } from "../links/link-use";
import { readEvent } from "./resources/read-document";
import type { Resource } from "./resources/schemas";
import type { Reading } from "./resources/tolerant-read";
import { deviceUsesIn } from "./session-devices";
import { openedSessionsIn } from "./session-openings";

/** What is kept of a webhook: names, IDs and times; nothing of the payload. */
export type WebhookEvent = {
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
  /** The session, when it is about one that was opened. */
  readonly opened?: readonly OpenedSession[];
  /** On what devices, where a session is told of; webhooks made before 2026 include those of an inquiry. */
  readonly devices?: readonly DeviceUse[];
  /** Inquiries of which a report has a match. */
  readonly matches?: readonly ReportMatch[];
};

const relatedTypes: readonly string[] = ["inquiry", "account"];
const maxRelated = 20;

/**
 * What a webhook's body tells. Reads what it knows and passes over the rest: Persona adds events, types and attributes without a new version.
 * No value for a body without an event's ID and name, which can be neither stored nor told apart from a repetition.
 * @param receivedAt ms
 */
export function readWebhookEvent(body: unknown, receivedAt: number): Reading<WebhookEvent> {
  const { value, problems } = readEvent(body);
  if (value === undefined) return { value, problems };
  const { id: eventId, attributes } = value.data;
  const [resource] = attributes.payload?.data ?? [];
  const createdAt = readTime(attributes.createdAt) ?? null;
  const told = [...(attributes.payload?.data ?? []), ...(attributes.payload?.included ?? [])];
  const observed = resource && observeInquiry(resource, "webhook", Math.min(createdAt ?? receivedAt, receivedAt), told);
  const event = {
    eventId,
    name: attributes.name,
    object: resource?.id === undefined ? null : { type: resource.type, id: resource.id },
    related: resource ? relatedOf(resource) : [],
    createdAt,
    observation: observed?.value,
    opened: resource ? openedSessionsIn([resource]) : [],
    devices: deviceUsesIn(told),
    matches: matchesIn(told),
  };
  return { value: event, problems: [...problems, ...(observed?.problems ?? []), ...(observed?.lacking ?? [])] };
}

/** What open screens are told of an event. */
export function changeOf({ eventId, name, object, related, observation }: WebhookEvent): DeskChange {
  return { ...(object ?? { type: "event", id: eventId }), name, related: [...related], ...stateOf(observation) };
}

function relatedOf({ id: own, relationships }: Resource): DeskObject[] {
  const found = new Map<string, DeskObject>();
  for (const { type, id } of Object.values(relationships ?? {}).flatMap(({ data }) => data)) {
    if (id !== own && relatedTypes.includes(type) && found.size < maxRelated) found.set(id, { type, id });
  }
  return [...found.values()];
}
