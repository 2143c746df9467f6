import * as z from "zod/mini";
import type { DecisionConflict } from "@/api/generated/desk/types.gen";
import { type Answer, jsonAnswer } from "../../http/answer";
import { parseExactBody } from "../../http/body";
import { otherParameters } from "../../http/idempotency";
import { csv } from "../../http/query";
import { badRequest, notFound } from "../../world/core/refusal";
import { pageAnswer } from "../desk-list";
import { type DeskCall, deskRoute, idempotencyKeyOf, refusedAttempt } from "../desk-route";
import { operationId } from "../noted-call";
import { actorOf, isOneOf } from "../person";
import { refusalOf } from "../roles";
import { openLook, shownLook } from "../second-looks";
import { settingValue } from "../setting-routes";
import { pauseHold, startHold } from "./carry-out";
import { decisionStates, isOpen, type KeptDecision, openDecision, shownDecision } from "./decision-book";
import { decisionBody, operations, reasonsOf } from "./decision-request";
import { inTheWay, lookInTheWay, noLongerHeld } from "./decision-words";
import { heldFor, takeDecision } from "./take-decision";
import { move, noteDecision, operationOf, tell } from "./transitions";

const pauseBody = z.strictObject({ paused: z.boolean() });

export const decisionRoutes = [
  deskRoute("list-decisions", "GET /decisions", (call) => {
    const { desk, person } = call;
    return pageAnswer(
      call,
      ["inquiry-id", "state", "by"],
      ({ "inquiry-id": inquiryId, state, by }) => {
        if (by !== undefined && by !== "me") throw badRequest("filter.by must be me");
        const isAsked = stateFilter(state);
        const seesAll = inquiryId !== undefined || isOneOf(person.role, "lead", "admin");
        return desk.decisions.all
          .filter((decision) => (inquiryId ?? decision.inquiryId) === decision.inquiryId && isAsked(decision))
          .filter(({ by: { id } }) => id === person.id || (seesAll && by === undefined))
          .filter(({ batchId }) => by === undefined || batchId === undefined)
          .toReversed();
      },
      ({ place }) => place,
      (decision) => shownDecision(decision, person),
    );
  }),

  deskRoute(
    "decide",
    "POST /decisions",
    (call) => {
      const { desk, person } = call;
      const key = `${person.id} ${idempotencyKeyOf(call)}`;
      const request = parseExactBody(call.body, decisionBody);
      const { inquiryId, action, holdSeconds } = request;
      const subject = { type: "inquiry", id: inquiryId };
      const { operation } = operations[action];
      const why = refusalOf(person.role, { operation, safe: false });
      if (why !== undefined) throw refusedAttempt(call, operationId(operation), subject, why);
      const known = desk.decisions.byKey.get(key);
      if (known !== undefined) {
        if (known.request !== JSON.stringify(request)) throw otherParameters(idempotencyKeyOf(call));
        return jsonAnswer(200, shownDecision(known.decision, person));
      }
      const reasons = reasonsOf(request, settingValue(desk, "decisionReasons"));
      const other = openDecision(desk.decisions, inquiryId);
      if (other !== undefined) return conflictAnswer(call, other, inTheWay(other, person, call.now));
      const look = openLook(desk.world, desk.looks, subject);
      if (look !== undefined) {
        const errors = [{ title: "Conflict", details: lookInTheWay(look, person) }];
        return jsonAnswer(409, { errors, secondLook: shownLook(desk.world, look, person) } satisfies DecisionConflict);
      }
      const { requestId } = call;
      const held = heldFor(holdSeconds, settingValue(desk, "decisionHold"));
      const decision = takeDecision(desk, { request, reasons, person, requestId, holdSeconds: held });
      desk.decisions.byKey.set(key, { request: JSON.stringify(request), decision });
      return jsonAnswer(201, shownDecision(decision, person));
    },
    { namesPerson: true },
  ),

  deskRoute(
    "pause-a-decision",
    "PATCH /decisions/{decisionId}",
    (call) => {
      const { desk, person } = call;
      const { paused } = parseExactBody(call.body, pauseBody);
      const decision = decisionOf(call);
      if (decision.by.id !== person.id) throw notFound();
      if (decision.state !== "held") return conflictAnswer(call, decision, noLongerHeld(decision));
      if (paused === (decision.pausedAt === null)) {
        if (paused) pauseHold(desk, decision);
        else startHold(desk, decision);
        tell(desk, decision);
        const details = { ...operationOf(decision), paused };
        noteDecision(desk, decision, { action: "pause-decision", outcome: "done", requestId: call.requestId, details });
      }
      return jsonAnswer(200, shownDecision(decision, person));
    },
    { namesPerson: true },
  ),

  deskRoute(
    "take-back-a-decision",
    "DELETE /decisions/{decisionId}",
    (call) => {
      const { desk, person } = call;
      const decision = decisionOf(call);
      if (decision.by.id !== person.id && !isOneOf(person.role, "lead", "admin")) throw notFound();
      if (decision.state === "held") {
        move(desk, decision, "taken-back", { why: decision.by.id === person.id ? null : `${person.name} took it back.` });
        noteDecision(desk, decision, {
          action: "take-back-decision",
          outcome: "done",
          actor: actorOf(person),
          comment: decision.comment,
          requestId: call.requestId,
          details: operationOf(decision),
        });
      }
      if (decision.state !== "taken-back") return conflictAnswer(call, decision, noLongerHeld(decision));
      return jsonAnswer(200, shownDecision(decision, person));
    },
    { namesPerson: true },
  ),
];

function decisionOf({ desk, path }: DeskCall): KeptDecision {
  const decision = desk.decisions.all.find(({ id }) => id === path["decisionId"]);
  if (decision === undefined) throw notFound();
  return decision;
}

function stateFilter(asked: string | undefined): (decision: KeptDecision) => boolean {
  if (asked === undefined) return () => true;
  if (asked === "open") return isOpen;
  const wanted = csv(asked);
  if (wanted.length === 0 || !wanted.every((state) => decisionStates.includes(state))) {
    throw badRequest(`filter.state must be open, or of ${decisionStates.join(", ")}`);
  }
  return ({ state }) => wanted.includes(state);
}

const conflictAnswer = ({ person }: DeskCall, decision: KeptDecision, details: string): Answer =>
  jsonAnswer(409, { errors: [{ title: "Conflict", details }], decision: shownDecision(decision, person) } satisfies DecisionConflict);
