import type { Event, Inquiry } from "@/api/generated/persona/types.gen";
import { templateOf } from "../inquiry/inquiry-lookup";
import type { World } from "../core/world";

/** Documented moves, and what fires: from, to, event (Persona docs: Inquiry lifecycle; Events). A resume fires nothing. */
const documentedMoves: readonly (readonly [from: string, to: string, event: string])[] = [
  ["created", "pending", "inquiry.started"],
  ["pending", "completed", "inquiry.completed"],
  ["pending", "failed", "inquiry.failed"],
  ["created", "expired", "inquiry.expired"],
  ["pending", "expired", "inquiry.expired"],
  ...["created", "pending", "completed", "failed", "expired"].flatMap((from) => [
    [from, "approved", "inquiry.approved"] as const,
    [from, "declined", "inquiry.declined"] as const,
    [from, "needs_review", "inquiry.marked-for-review"] as const,
  ]),
  ["needs_review", "approved", "inquiry.approved"],
  ["needs_review", "declined", "inquiry.declined"],
  ["approved", "declined", "inquiry.declined"],
  ["declined", "approved", "inquiry.approved"],
];

/** Events that come with a move; others leave the status alone. */
const moving = new Set(documentedMoves.map(([, , event]) => event));

/** What must hold for one inquiry, given its events, oldest first. */
export function inquiryInvariants(world: World, inquiry: Inquiry, events: readonly Event[]): string[] {
  return [...pathInvariants(inquiry, events), ...timestampInvariants(world, inquiry, events)].map((wrong) => `${inquiry.id}: ${wrong}`);
}

function pathInvariants(inquiry: Inquiry, events: readonly Event[]): string[] {
  const wrong: string[] = [];
  if (events[0]?.attributes.name !== "inquiry.created") wrong.push("the story does not begin with inquiry.created");
  let status = "created";
  for (const { attributes } of events.slice(1)) {
    const to = String(attributes.payload.data.attributes?.["status"]);
    // The one move without an event of its own shows in the next event.
    if (status === "expired" && (moving.has(attributes.name) ? !isMove(status, to, attributes.name) : to === "pending")) status = "pending";
    if (!moving.has(attributes.name)) {
      if (to !== status) wrong.push(`${attributes.name} while ${status} shows ${to}`);
    } else if (attributes.name === "inquiry.started" && status === "pending" && to === "pending") {
      // Resumed before it ever began: the start comes later, without a move.
    } else if (!isMove(status, to, attributes.name)) {
      wrong.push(`${attributes.name} moved it from ${status} to ${to}`);
    }
    status = to;
  }
  const now = inquiry.attributes.status;
  if (now !== status && !(status === "expired" && now === "pending")) wrong.push(`is ${now} without an event, last ${status}`);
  for (const name of ["inquiry.created", "inquiry.started", "inquiry.completed", "inquiry.failed", "inquiry.redacted"]) {
    const times = events.filter((event) => event.attributes.name === name).length;
    if (times > 1) wrong.push(`${times} times ${name}`);
  }
  return wrong;
}

function isMove(from: string, to: string, event: string): boolean {
  return documentedMoves.some((move) => move[0] === from && move[1] === to && move[2] === event);
}

function timestampInvariants(world: World, inquiry: Inquiry, events: readonly Event[]): string[] {
  const wrong: string[] = [];
  const { attributes } = inquiry;
  const { status, createdAt, updatedAt, startedAt, expiresAt, expiredAt, completedAt, failedAt, redactedAt } = attributes;
  const unfinished = status === "created" || status === "pending";
  if (unfinished !== (expiresAt !== null)) wrong.push(`${status} with expiresAt ${expiresAt}`);
  if (unfinished && redactedAt === null && expiresAt !== null && Date.parse(expiresAt) <= world.clock.now()) {
    wrong.push("outlived its expiry");
  }
  if (status === "expired" && expiredAt === null) wrong.push("expired at no time");
  if (status === "created" && startedAt !== null) wrong.push("created, yet started");
  if (completedAt !== null && failedAt !== null) wrong.push("both completed and failed");
  const needed: Record<string, string | null> = {
    completed: completedAt,
    failed: failedAt,
    needs_review: attributes.markedForReviewAt,
    approved: attributes.decisionedAt,
    declined: attributes.decisionedAt,
  };
  if (needed[status] === null) wrong.push(`${status} at no time`);
  const last = [startedAt, completedAt, failedAt, expiredAt, attributes.markedForReviewAt, attributes.decisionedAt, redactedAt];
  for (const time of last) {
    if (time !== null && time < createdAt) wrong.push(`${time} lies before its creation`);
    if (time !== null && time > updatedAt) wrong.push(`updatedAt ${updatedAt} lies before ${time}`);
  }
  const redacted = events.some((event) => event.attributes.name === "inquiry.redacted");
  if (redacted && redactedAt === null) wrong.push("inquiry.redacted without redactedAt");
  if (redactedAt !== null && (attributes.note !== null || hasPersonalFields(world, inquiry))) wrong.push("redacted with data left");
  return wrong;
}

/** Fields whose redaction policy is `never` keep their value (Persona docs: Redaction). */
function hasPersonalFields(world: World, inquiry: Inquiry): boolean {
  const schemas = templateOf(world, inquiry)?.attributes.fieldSchemas ?? [];
  const kept = new Set(schemas.filter((schema) => schema.config?.redactionPolicy === "never").map((schema) => schema.key));
  return Object.entries(inquiry.attributes.fields).some(([key, field]) => field.value != null && !kept.has(key));
}
