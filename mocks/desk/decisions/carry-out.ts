import type { Difference } from "@/api/generated/desk/types.gen";
import type { Inquiry } from "@/api/generated/persona/types.gen";
import { millis, minute, second } from "../../world/core/time";
import type { Desk } from "../desk";
import { operationId, whyIn } from "../noted-call";
import { isDone, isLost, type PersonaAnswer, type PersonaCall } from "../persona-line";
import { userOf } from "../person";
import type { KeptDecision } from "./decision-book";
import { signedComment } from "./decision-comment";
import { operations } from "./decision-request";
import { differencesBetween, pictureOf } from "./differences";
import { move, noteDecision, operationOf } from "./transitions";
import { lacksSecondPerson, refuseAlone } from "./two-people";

/** How long a decision may be paused; then it is taken back. */
const longestPause = 10 * minute;
/** How long nobody else may decide while it is not known what became of a decision. */
const longestUnknown = 10 * minute;
/** How often reading or sending is tried before it is given up. */
const mostTries = 8;
/** How long the desk waits before it reads what became of a decision whose answer was lost. */
const patience = 3 * second;
/** How long until the next try. @param tries so far */
const pauseAfter = (tries: number) => Math.min(2 ** tries, 15) * second;

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
  desk.world.timers.set(now + longestPause, () => {
    if (decision.state !== "held" || decision.pausedAt !== now) return;
    const why = "It was paused for 10 minutes.";
    move(desk, decision, "taken-back", { why });
    const actor = { type: "system", id: "system", name: "Inquiry Desk" };
    const { comment } = decision;
    noteDecision(desk, decision, {
      action: "take-back-decision",
      outcome: "done",
      actor,
      reason: why,
      comment,
      details: operationOf(decision),
    });
  });
}

/** Compares what is with what the person saw, and sends the decision if it is the same. @param tries made before */
function check(desk: Desk, decision: KeptDecision, tries = 0): void {
  if (decision.state !== "checking") move(desk, decision, "checking");
  const { inquiryId } = decision;
  const answer = ask(desk, decision, { method: "GET", path: `/inquiries/${inquiryId}` });
  heard(desk, answer, () => {
    const inquiry = desk.world.tables.inquiries.get(inquiryId);
    if (isDone(answer) && inquiry !== undefined) return compare(desk, decision, inquiry, tries);
    if (answer.status !== 404) return tryAgain(desk, decision, answer, tries);
    const { personaRequestId } = answer;
    finish(desk, decision, "refused", { why: "Persona has no such inquiry. Nothing was sent.", outcome: "refused", personaRequestId });
  });
}

/** Nothing was sent: later once more, unless it was tried often enough. */
function tryAgain(desk: Desk, decision: KeptDecision, answer: PersonaAnswer, tries: number): void {
  if (tries + 1 < mostTries) return later(desk, pauseAfter(tries), () => check(desk, decision, tries + 1));
  const { personaRequestId } = answer;
  finish(desk, decision, "refused", { why: `${whyOf(answer)}. Nothing was sent.`, outcome: "failed", personaRequestId });
}

function compare(desk: Desk, decision: KeptDecision, inquiry: Inquiry, tries: number): void {
  // Persona tells at once what it has done here, so a decision from the same picture always shows in this.
  const difference = differencesBetween(decision.seen, pictureOf(desk.world, inquiry));
  if (difference.length > 0) return stop(desk, decision, difference);
  if (lacksSecondPerson(desk, decision)) return refuseAlone(desk, decision);
  send(desk, decision, inquiry.attributes.status, tries);
}

/** It is not what the person saw any more: nothing is sent. */
export function stop(desk: Desk, decision: KeptDecision, difference: readonly Difference[]): void {
  move(desk, decision, "stopped", { difference });
  noteDecision(desk, decision, {
    action: "stop-decision",
    outcome: "refused",
    reason: "It is not what the person saw any more",
    comment: decision.comment,
    details: operationOf(decision),
  });
}

function send(desk: Desk, decision: KeptDecision, statusBefore: string, tries: number): void {
  move(desk, decision, "sending");
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
      later(desk, longestUnknown, () => release(desk, decision));
      return later(desk, patience, () => findOut(desk, decision, { sentAt, statusBefore, personaRequestId }));
    }
    // 429 comes before anything of Persona's has seen it.
    if (answer.status === 429) return tryAgain(desk, decision, answer, tries);
    const why = `Persona refused it: ${whyOf(answer)}.`;
    finish(desk, decision, "refused", { why, outcome: "refused", statusBefore, personaRequestId });
  });
}

/** Others may decide again on what is to be seen then; it may still be found out what became of this one. */
function release(desk: Desk, decision: KeptDecision): void {
  if (decision.state !== "unknown") return;
  decision.isReleased = true;
  move(desk, decision, "unknown");
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
    if (!isDone(answer) || inquiry === undefined) return later(desk, patience, () => findOut(desk, decision, sent));
    const details = { found: "read" };
    if (tookEffect(decision, inquiry, sentAt)) {
      return finish(desk, decision, "confirmed", { outcome: "done", statusBefore, personaRequestId, details });
    }
    finish(desk, decision, "refused", {
      why: "It did not take effect at Persona.",
      outcome: "failed",
      statusBefore,
      personaRequestId,
      details,
    });
  });
}

function tookEffect({ action, by }: KeptDecision, { attributes, relationships }: Inquiry, sentAt: number): boolean {
  if (attributes.status !== operations[action].status) return false;
  if (action === "markForReview") return (millis(attributes.markedForReviewAt) ?? 0) >= sentAt;
  return relationships.reviewer.data?.id === by.id && (millis(attributes.decisionedAt) ?? 0) >= sentAt;
}

type Outcome = {
  readonly outcome: "done" | "refused" | "failed";
  readonly why?: string | null;
  readonly statusBefore?: string;
  readonly personaRequestId: string;
  readonly details?: Readonly<Record<string, string>>;
};

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
  for (const tagName of tags) {
    ask(desk, decision, { method: "POST", path: `/inquiries/${inquiryId}/add-tag`, body: { meta: { tagName } }, noted: "with-links" });
  }
}

const ask = (desk: Desk, { by, requestId }: KeptDecision, call: Omit<PersonaCall, "person" | "requestId">) =>
  desk.askPersona({ ...call, person: by, requestId });

/** Goes on when an answer is there: at once, unless it took its time. */
function heard(desk: Desk, { tookMs }: PersonaAnswer, next: () => void): void {
  if (tookMs === 0) next();
  else later(desk, tookMs, next);
}

const later = ({ world }: Desk, ms: number, next: () => void): void => world.timers.set(world.clock.now() + ms, next);

const whyOf = ({ body, status }: PersonaAnswer): string =>
  whyIn(body) ?? (status === "network" ? "Persona did not answer" : `Persona answered ${status}`);
