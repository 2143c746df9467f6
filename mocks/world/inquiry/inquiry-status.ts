import type { Inquiry } from "@/api/generated/persona/types.gen";
import { change } from "../core/change";
import { emit } from "../core/events";
import { conflict, notFound } from "../core/refusal";
import type { World } from "../core/world";

/** All there are today (spec: inquiry `status`); stored ones stay open for more. */
export type InquiryStatus = "created" | "pending" | "completed" | "failed" | "expired" | "needs_review" | "approved" | "declined";

/**
 * Where each status may lead (Persona docs: Inquiry lifecycle; Errors). Deciding an unfinished inquiry stops it; approved and declined
 * may be turned into each other, but not sent back to review (spec: POST /inquiries/{inquiry-id}/mark-for-review).
 */
export const inquiryTransitions: Record<InquiryStatus, readonly InquiryStatus[]> = {
  created: ["pending", "expired", "approved", "declined", "needs_review"],
  pending: ["completed", "failed", "expired", "approved", "declined", "needs_review"],
  completed: ["approved", "declined", "needs_review"],
  failed: ["approved", "declined", "needs_review"],
  expired: ["pending", "approved", "declined", "needs_review"],
  needs_review: ["approved", "declined"],
  approved: ["declined"],
  declined: ["approved"],
};

/** The end user may still act: on created with the plain link, on pending with a token or one-time link. */
export function isUnfinished(inquiry: Inquiry): boolean {
  return inquiry.attributes.status === "created" || inquiry.attributes.status === "pending";
}

/** Its personal data is gone; only tags can still change. */
export function isRedacted(inquiry: Inquiry): boolean {
  return inquiry.attributes.redactedAt !== null;
}

/** @throws Refusal 404 */
export function needInquiry(world: World, inquiryId: string, details?: string): Inquiry {
  const inquiry = world.tables.inquiries.get(inquiryId);
  if (inquiry === undefined) throw notFound(details);
  return inquiry;
}

/**
 * Refuses what does not fit the state.
 * @param doing past participle for the message: "resumed"
 * @throws Refusal 409 naming the action and the status
 */
export function refuseUnless(inquiry: Inquiry, allowed: boolean, doing: string): void {
  if (isRedacted(inquiry)) throw conflict(`Inquiry cannot be ${doing} after it was redacted`);
  if (!allowed) throw conflict(`Inquiry cannot be ${doing} while ${inquiry.attributes.status}`);
}

/** Whether a documented transition leads there. */
export function canMove(inquiry: Inquiry, to: InquiryStatus): boolean {
  const from: Partial<Record<string, readonly InquiryStatus[]>> = inquiryTransitions;
  return from[inquiry.attributes.status]?.includes(to) ?? false;
}

/**
 * Moves an inquiry to a status and fires the one event of that move.
 * @param event undefined for a resume, which has no event (Persona docs: Events)
 * @throws Error for an undocumented transition: callers refuse those first
 */
export function moveInquiry(
  world: World,
  inquiry: Inquiry,
  to: InquiryStatus,
  event: string | undefined,
  attributes: Partial<Inquiry["attributes"]>,
  relationships?: Partial<Inquiry["relationships"]>,
): void {
  if (!canMove(inquiry, to)) throw new Error(`No transition from ${inquiry.attributes.status} to ${to}`);
  change(world, inquiry, { status: to, ...attributes }, relationships);
  if (event !== undefined) emit(world, event, inquiry);
}
