import type { Difference } from "@/api/generated/desk/types.gen";
import type { Inquiry } from "@/api/generated/persona/types.gen";
import { millis, minute, second } from "../../world/time";
import type { Desk } from "../desk";
import { operationId, whyIn } from "../noted-call";
import { isDone, isLost, type PersonaAnswer, type PersonaCall } from "../persona-line";
import { userOf } from "../person";
import type { KeptDecision } from "./decision-book";
import { signedComment } from "./decision-comment";
import { operations } from "./decision-request";
import { differencesBetween, moment, pictureOf } from "./differences";
import { move, noteDecision } from "./transitions";

/** How long a decision may be paused; then it is taken back. */
const LONGEST_PAUSE = 10 * minute;
/** How long the desk waits before it asks Persona again. */
const PATIENCE = 3 * second;
const MOST_TRIES = 5;

/** Lets the clock of a held decision run, from its beginning. Without a hold it is carried out at once. */
export function startHold(desk: Desk, decision: KeptDecision): void {
  if (decision.holdSeconds === 0) return check(desk, decision);
  const due = desk.world.clock.now() + decision.holdSeconds * second;
  decision.sendsAt = due;
  decision.pausedAt = null;
  desk.world.timers.set(due, () => {
    if (decision.state === "held" && decision.sendsAt === due) check(desk, decision);
  });
}

/** Stops the clock of a held decision. */
export function pauseHold(desk: Desk, decision: KeptDecision): void {
  const now = desk.world.clock.now();
  decision.sendsAt = null;
  decision.pausedAt = now;
  desk.world.timers.set(now + LONGEST_PAUSE, () => {
    if (decision.state !== "held" || decision.pausedAt !== now) return;
    move(desk, decision, "taken-back");
    const actor = { type: "system", id: "system", name: "Inquiry Desk" };
    noteDecision(desk, decision, { action: "take-back-decision", outcome: "done", actor, reason: "It was paused for 10 minutes." });
  });
}

/** Compares what is with what the person saw, and sends the decision if it is the same. */
function check(desk: Desk, decision: KeptDecision, tries = 1): void {
  if (decision.state !== "checking") move(desk, decision, "checking");
  const { inquiryId } = decision;
  const answer = ask(desk, decision, { method: "GET", path: `/inquiries/${inquiryId}` });
  heard(desk, answer, () => {
    const inquiry = desk.world.tables.inquiries.get(inquiryId);
    if (isDone(answer) && inquiry !== undefined) return compare(desk, decision, inquiry);
    if (isWorthAnotherTry(answer, tries)) return later(desk, PATIENCE, () => check(desk, decision, tries + 1));
    const why = isLost(answer) || answer.status === 429 ? "Persona did not answer. Nothing was sent." : whyOf(answer);
    finish(desk, decision, "refused", { why, outcome: isLost(answer) ? "failed" : "refused", personaRequestId: answer.personaRequestId });
  });
}

function compare(desk: Desk, decision: KeptDecision, inquiry: Inquiry): void {
  const difference = [...differencesBetween(decision.seen, pictureOf(desk.world, inquiry)), ...decidedBefore(desk, decision)];
  if (difference.length === 0) return send(desk, decision, inquiry.attributes.status);
  move(desk, decision, "stopped", { difference });
  noteDecision(desk, decision, {
    action: "stop-decision",
    outcome: "refused",
    reason: "The inquiry is not what the person saw any more. Nothing was sent.",
    comment: decision.comment,
    statusBefore: decision.seen.status,
    statusAfter: inquiry.attributes.status,
    details: { changed: [...new Set(difference.map(({ what }) => what))].join(", ") },
  });
}

/** Another decision that was taken from the same picture, and sent. */
function decidedBefore({ decisions }: Desk, { id, inquiryId, seen }: KeptDecision): Difference[] {
  const wasSent = ["sending", "unknown", "confirmed"];
  return decisions.all
    .filter((other) => other.id !== id && other.inquiryId === inquiryId && wasSent.includes(other.state))
    .filter((other) => moment(other.seen.updatedAt) === moment(seen.updatedAt))
    .map((other) => ({ what: "decision", id: other.id, seen: null, now: other.action }));
}

function send(desk: Desk, decision: KeptDecision, statusBefore: string, tries = 1): void {
  if (tries === 1) move(desk, decision, "sending");
  const { action, inquiryId, comment, by, reasons } = decision;
  const sentAt = desk.world.clock.now();
  const answer = ask(desk, decision, {
    method: "POST",
    path: `/inquiries/${inquiryId}/${operations[action].path}`,
    idempotencyKey: `${decision.id}-${tries}`,
    // Persona takes no comment when an inquiry is marked for review.
    ...(action !== "markForReview" && { body: { meta: { comment: signedComment(comment, userOf(by), reasons) } } }),
  });
  const { personaRequestId } = answer;
  heard(desk, answer, () => {
    if (isDone(answer)) return finish(desk, decision, "confirmed", { outcome: "done", statusBefore, personaRequestId });
    if (isLost(answer)) {
      move(desk, decision, "unknown");
      return later(desk, PATIENCE, () => findOut(desk, decision, { sentAt, statusBefore, personaRequestId }));
    }
    // 429 comes before anything of Persona's has seen it.
    if (isWorthAnotherTry(answer, tries)) return later(desk, PATIENCE, () => send(desk, decision, statusBefore, tries + 1));
    finish(desk, decision, "refused", { why: whyOf(answer), outcome: "refused", statusBefore, personaRequestId });
  });
}

/** Reads what became of a decision whose answer was lost, until Persona tells. */
function findOut(
  desk: Desk,
  decision: KeptDecision,
  sent: { readonly sentAt: number; readonly statusBefore: string; readonly personaRequestId: string },
): void {
  const { inquiryId } = decision;
  const answer = ask(desk, decision, { method: "GET", path: `/inquiries/${inquiryId}` });
  const { sentAt, statusBefore, personaRequestId } = sent;
  heard(desk, answer, () => {
    const inquiry = desk.world.tables.inquiries.get(inquiryId);
    if (!isDone(answer) || inquiry === undefined) return later(desk, PATIENCE, () => findOut(desk, decision, sent));
    const details = { found: "read" };
    if (tookEffect(decision, inquiry, sentAt))
      return finish(desk, decision, "confirmed", { outcome: "done", statusBefore, personaRequestId, details });
    finish(desk, decision, "refused", { why: "It did not take effect.", outcome: "failed", statusBefore, personaRequestId, details });
  });
}

function tookEffect({ action, by }: KeptDecision, { attributes, relationships }: Inquiry, sentAt: number): boolean {
  if (attributes.status !== operations[action].status) return false;
  if (action === "markForReview") return (millis(attributes.markedForReviewAt) ?? 0) >= sentAt;
  return relationships.reviewer.data?.id === by.id && (millis(attributes.decisionedAt) ?? 0) >= sentAt;
}

interface Outcome {
  readonly outcome: "done" | "refused" | "failed";
  readonly why?: string | null;
  readonly statusBefore?: string;
  readonly personaRequestId: string;
  readonly details?: Readonly<Record<string, string>>;
}

/** It is over: told, written down, and the inquiry tagged where a reason says so. */
function finish(desk: Desk, decision: KeptDecision, state: "confirmed" | "refused", { why = null, ...more }: Outcome): void {
  const { action, inquiryId, comment, tags } = decision;
  const status = desk.world.tables.inquiries.get(inquiryId)?.attributes.status ?? null;
  move(desk, decision, state, { why, statusAfter: state === "confirmed" ? status : null });
  const { details = {}, ...rest } = more;
  noteDecision(desk, decision, {
    action: operationId(operations[action].operation),
    reason: why,
    comment,
    statusAfter: status,
    ...rest,
    details,
  });
  if (state !== "confirmed") return;
  for (const tagName of tags)
    ask(desk, decision, { method: "POST", path: `/inquiries/${inquiryId}/add-tag`, body: { meta: { tagName } }, noted: "with-links" });
}

const ask = (desk: Desk, { by, requestId }: KeptDecision, call: Omit<PersonaCall, "person" | "requestId">) =>
  desk.askPersona({ ...call, person: by, requestId });

/** Goes on when an answer is there: at once, unless it took its time. */
function heard(desk: Desk, { tookMs }: PersonaAnswer, next: () => void): void {
  if (tookMs === 0) next();
  else later(desk, tookMs, next);
}

const later = ({ world }: Desk, ms: number, next: () => void): void => world.timers.set(world.clock.now() + ms, next);

const isWorthAnotherTry = (answer: PersonaAnswer, tries: number) => (isLost(answer) || answer.status === 429) && tries < MOST_TRIES;

const whyOf = ({ body }: PersonaAnswer): string => whyIn(body) ?? "Persona refused it.";
