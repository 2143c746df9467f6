import * as z from "zod/mini";
import type {
  AnsweredSecondLook,
  SecondLookAgreement,
  SecondLookAnswerRequest,
  SecondLookConflict,
  SecondLookRequest,
} from "@/api/generated/desk/types.gen";
import { type Answer, jsonAnswer } from "../http/answer";
import { parseExactBody } from "../http/body";
import { csv } from "../http/query";
import { badRequest, conflict, notFound } from "../world/core/refusal";
import { day } from "../world/core/time";
import { openDecision, shownDecision } from "./decisions/decision-book";
import { decisionBody, reasonsOf, saidReasons } from "./decisions/decision-request";
import { heldFor, takeDecision } from "./decisions/take-decision";
import { inTheWay, lookInTheWay, lookIsOver } from "./decisions/decision-words";
import { pageAnswer } from "./desk-list";
import { type DeskCall, deskRoute, noteDone, refusedAttempt } from "./desk-route";
import { isOneOf } from "./person";
import { refusalOf } from "./roles";
import { type KeptLook, lookState, lookStates, mayAnswer, openLook, opinionOf, shownLook } from "./second-looks";
import { settingValue } from "./setting-routes";
import { statusSince } from "./inquiry-index/status-since";

const agreementDays = 30;
const { inquiryId, reasonIds, comment, seen, holdSeconds } = decisionBody.shape;
const action = z.enum(["approve", "decline"]);

const askBody = z.strictObject({
  inquiryId,
  action,
  reasonIds,
  comment,
  note: z.nullable(z.string().check(z.maxLength(500))),
}) satisfies z.ZodMiniType<SecondLookRequest>;
const answerBody = z.strictObject({ action, reasonIds, comment, seen, holdSeconds }) satisfies z.ZodMiniType<SecondLookAnswerRequest>;

export const secondLookRoutes = [
  deskRoute("list-second-looks", "GET /second-looks", (call) => {
    const { desk, person } = call;
    return pageAnswer(
      call,
      ["inquiry-id", "state", "by"],
      ({ "inquiry-id": wanted, state, by }) => {
        if (by !== undefined && by !== "me") throw badRequest("filter.by must be me");
        if (wanted !== undefined && !/^inq_[A-Za-z0-9]+$/.test(wanted)) throw badRequest("filter.inquiry-id is no inquiry ID");
        const states = state === undefined ? lookStates : csv(state);
        if (states.length === 0 || !states.every((one) => lookStates.includes(one))) {
          throw badRequest(`filter.state must be of ${lookStates.join(", ")}`);
        }
        return desk.looks
          .filter((look) => (wanted ?? look.inquiryId) === look.inquiryId && (by === undefined || look.proposal.by.id === person.id))
          .filter((look) => states.includes(lookState(desk.world, look)))
          .toReversed();
      },
      ({ place }) => place,
      (look) => shownLook(desk.world, look, person),
    );
  }),

  deskRoute("retrieve-second-look-agreement", "GET /second-looks/agreement", ({ desk, now }) => {
    const since = now - agreementDays * day;
    const answered = desk.looks.filter(({ answer }) => answer !== undefined && answer.at > since);
    const agreed = answered.filter(({ ended }) => ended === "agreed").length;
    return jsonAnswer(200, { days: agreementDays, answered: answered.length, agreed } satisfies SecondLookAgreement);
  }),

  deskRoute(
    "ask-for-a-second-look",
    "POST /second-looks",
    (call) => {
      const { desk, person, now } = call;
      const request = parseExactBody(call.body, askBody);
      const subject = { type: "inquiry", id: request.inquiryId };
      const why = refusalOf(person.role, {
        operation: request.action === "approve" ? "approveAnInquiry" : "declineAnInquiry",
        safe: false,
      });
      if (why !== undefined) {
        throw refusedAttempt(call, "ask-second-look", subject, "Who decides asks for a second look; your role does not.");
      }
      const reasons = saidReasons(request, settingValue(desk, "decisionReasons"));
      const inquiry = desk.world.tables.inquiries.get(request.inquiryId);
      if (inquiry === undefined) throw notFound();
      const { status, redactedAt } = inquiry.attributes;
      if (redactedAt !== null || status === (request.action === "approve" ? "approved" : "declined")) {
        throw conflict("Nobody can decide so on this inquiry");
      }
      const open = openLook(desk.world, desk.looks, inquiry);
      if (open !== undefined) {
        const isSame = open.proposal.by.id === person.id && open.proposal.action === request.action;
        return isSame ? jsonAnswer(200, shownLook(desk.world, open, person)) : conflictAnswer(call, open, lookInTheWay(open, person));
      }
      const other = openDecision(desk.decisions, inquiry.id);
      if (other !== undefined) throw conflict(inTheWay(other, person, now));
      const note = request.note === null || request.note.trim() === "" ? null : request.note.trim();
      const look: KeptLook = {
        id: desk.id("look_"),
        place: desk.looks.length + 1,
        inquiryId: inquiry.id,
        proposal: opinionOf(request, reasons, person, now),
        note,
        status,
        since: statusSince(inquiry),
        ended: undefined,
        answer: undefined,
        decisionId: null,
      };
      desk.looks.push(look);
      tell(call, look);
      noteDone(call, "ask-second-look", subject, { comment: note, details: { secondLook: look.id } });
      return jsonAnswer(201, shownLook(desk.world, look, person));
    },
    { namesPerson: true },
  ),

  deskRoute(
    "answer-a-second-look",
    "POST /second-looks/{secondLookId}/answer",
    (call) => {
      const { desk, person, now } = call;
      const request = parseExactBody(call.body, answerBody);
      if (!isOneOf(person.role, "lead", "admin")) {
        throw refusedAttempt(call, "answer-second-look", null, `Your role (${person.role}) can't answer second looks`);
      }
      const look = lookOf(call);
      if (!mayAnswer(desk.world, look, person)) return answered(call, look, request.action);
      const asDecision = { ...request, inquiryId: look.inquiryId };
      const reasons = reasonsOf(asDecision, settingValue(desk, "decisionReasons"));
      const isAgreed = request.action === look.proposal.action;
      look.answer = opinionOf(request, reasons, person, now);
      look.ended = isAgreed ? "agreed" : "differed";
      const { requestId } = call;
      const held = heldFor(request.holdSeconds, settingValue(desk, "decisionHold"));
      const decision = isAgreed
        ? takeDecision(desk, { request: asDecision, reasons, person, requestId, holdSeconds: held, isAgreed })
        : undefined;
      look.decisionId = decision?.id ?? null;
      tell(call, look);
      const ids = (given: readonly { readonly id: string }[]) => given.map(({ id }) => id).join(", ");
      noteDone(
        call,
        "answer-second-look",
        { type: "inquiry", id: look.inquiryId },
        {
          comment: look.answer.comment,
          details: {
            secondLook: look.id,
            agreed: isAgreed,
            askedById: look.proposal.by.id,
            proposed: look.proposal.action,
            proposedReasons: ids(look.proposal.reasons),
            answered: request.action,
            answeredReasons: ids(look.answer.reasons),
            decision: look.decisionId,
          },
        },
      );
      return answered(call, look, request.action);
    },
    { namesPerson: true },
  ),

  deskRoute(
    "take-back-a-second-look",
    "DELETE /second-looks/{secondLookId}",
    (call) => {
      const { desk, person } = call;
      const look = lookOf(call);
      if (look.proposal.by.id !== person.id) throw notFound();
      const state = lookState(desk.world, look);
      if (state === "open") {
        look.ended = "taken-back";
        tell(call, look);
        noteDone(call, "take-back-second-look", { type: "inquiry", id: look.inquiryId }, { details: { secondLook: look.id } });
      } else if (state !== "taken-back") {
        return conflictAnswer(call, look, lookIsOver(state));
      }
      return jsonAnswer(200, shownLook(desk.world, look, person));
    },
    { namesPerson: true },
  ),
];

function lookOf({ desk, path }: DeskCall): KeptLook {
  const look = desk.looks.find(({ id }) => id === path["secondLookId"]);
  if (look === undefined) throw notFound();
  return look;
}

/** What came of it, for who has answered so; a conflict for anybody and anything else. */
function answered(call: DeskCall, look: KeptLook, action: string): Answer {
  const { desk, person } = call;
  if (look.answer?.by.id !== person.id || look.answer.action !== action) {
    return conflictAnswer(call, look, lookIsOver(lookState(desk.world, look)));
  }
  const decision = desk.decisions.all.find(({ id }) => id === look.decisionId);
  return jsonAnswer(200, {
    secondLook: shownLook(desk.world, look, person),
    decision: decision === undefined ? null : shownDecision(decision, person),
  } satisfies AnsweredSecondLook);
}

const conflictAnswer = ({ desk, person }: DeskCall, look: KeptLook, details: string): Answer =>
  jsonAnswer(409, {
    errors: [{ title: "Conflict", details }],
    secondLook: shownLook(desk.world, look, person),
  } satisfies SecondLookConflict);

const tell = ({ desk }: DeskCall, look: KeptLook): void =>
  desk.changed({
    type: "second-look",
    id: look.id,
    name: lookState(desk.world, look),
    related: [
      { type: "inquiry", id: look.inquiryId },
      { type: "person", id: look.proposal.by.id },
    ],
  });
