import * as z from "zod/mini";
import type { BatchConflict, BatchRequest, DecisionReason } from "@/api/generated/desk/types.gen";
import { jsonAnswer } from "../../http/answer";
import { parseExactBody } from "../../http/body";
import { otherParameters } from "../../http/idempotency";
import { badRequest, notFound, Refusal } from "../../world/core/refusal";
import { second } from "../../world/core/time";
import { isContradicted } from "../decisions/contradictions";
import { decisionBody, operations, reasonsOf } from "../decisions/decision-request";
import { heldFor } from "../decisions/take-decision";
import { filtersOf } from "../desk-list";
import { type DeskCall, deskRoute, idempotencyKeyOf, noteDone, refusedAttempt } from "../desk-route";
import { operationId, referenceIdOf } from "../noted-call";
import { isOneOf } from "../person";
import { endOfSnooze } from "../postponement-routes";
import { refusalOf } from "../roles";
import { settingValue } from "../setting-routes";
import { type BatchState, isLive, type KeptBatch, shownBatch, shownItem } from "./batch-book";
import { holdBatch, moveBatch, resumeBatch, tellOfBatch } from "./batch-run";

const { reasonIds, comment, holdSeconds, inquiryId, seen } = decisionBody.shape;
const batchBody = z.strictObject({
  action: z.enum(["approve", "decline", "markForReview", "snooze"]),
  reasonIds,
  comment,
  holdSeconds,
  until: z.optional(z.nullable(z.string())),
  untilUserActs: z.optional(z.boolean()),
  items: z.array(z.strictObject({ inquiryId, seen, override: z.optional(z.boolean()) })).check(z.minLength(1), z.maxLength(500)),
}) satisfies z.ZodMiniType<BatchRequest>;

const latest = 20;
const words: Readonly<Record<BatchState, string>> = {
  held: "It is still held, and nothing of it was decided yet.",
  running: "It is being carried out.",
  paused: "It is paused.",
  done: "It is done.",
  stopped: "It was stopped.",
  "taken-back": "It was taken back.",
};

/** What can be done with a batch: from which states, and what it is then. */
const verbs = [
  ["pause-batch", "pause", ["held", "running"], "paused"],
  ["resume-batch", "resume", ["paused"], "running"],
  ["stop-batch", "stop", ["held", "running", "paused"], "stopped"],
  ["take-back-batch", "take-back", ["held"], "taken-back"],
] as const satisfies readonly (readonly [string, string, readonly BatchState[], BatchState])[];

export const batchRoutes = [
  deskRoute("list-batches", "GET /batches", (call) => {
    const { desk, person } = call;
    const { state } = filtersOf(call, ["state"]);
    if (state !== undefined && state !== "open") throw badRequest("filter.state must be open");
    const mine = desk.batches.all.filter((batch) => batch.by.id === person.id && (state === undefined || isLive(batch)));
    return jsonAnswer(200, {
      data: mine
        .toReversed()
        .slice(0, latest)
        .map((batch) => shownBatch(batch, person)),
    });
  }),
  deskRoute("retrieve-batch", "GET /batches/{batchId}", (call) => {
    const batch = batchOf(call);
    return jsonAnswer(200, { batch: shownBatch(batch, call.person), items: batch.items.map(shownItem) });
  }),
  deskRoute("decide-batch", "POST /batches", decideBatch, { namesPerson: true }),
  ...verbs.map(([operation, verb, from, to]) =>
    deskRoute(
      operation,
      `POST /batches/{batchId}/${verb}`,
      (call) => {
        const { desk, person } = call;
        const batch = batchOf(call);
        const possible: readonly BatchState[] = from;
        if (possible.includes(batch.state)) {
          if (to === "running") resumeBatch(desk, batch);
          else moveBatch(desk, batch, to);
          noteDone(call, operation, { type: "batch", id: batch.id }, { details: { decision: batch.action } });
        } else if (batch.state !== to && !(to === "running" && batch.state === "held")) {
          const errors = [{ title: "Conflict", details: words[batch.state] }];
          return jsonAnswer(409, { errors, batch: shownBatch(batch, person) } satisfies BatchConflict);
        }
        return jsonAnswer(200, shownBatch(batch, person));
      },
      { namesPerson: true },
    ),
  ),
];

function decideBatch(call: DeskCall) {
  const { desk, person, now } = call;
  const key = `${person.id} ${idempotencyKeyOf(call)}`;
  const request = parseExactBody(call.body, batchBody);
  const { action } = request;
  const why =
    action === "snooze"
      ? person.role === "auditor" && "Auditors read; they can't postpone an inquiry."
      : refusalOf(person.role, { operation: operations[action].operation, safe: false });
  if (why !== undefined && why !== false) {
    throw refusedAttempt(call, action === "snooze" ? "snooze-inquiry" : operationId(operations[action].operation), null, why);
  }
  const known = desk.batches.byKey.get(key);
  if (known !== undefined) {
    if (known.request !== JSON.stringify(request)) throw otherParameters(idempotencyKeyOf(call));
    return jsonAnswer(200, shownBatch(known.batch, person));
  }
  const { reasons, until } = asked(call, request);
  const held = heldFor(request.holdSeconds, settingValue(desk, "decisionHold"));
  const said = request.comment?.trim() ?? "";
  const batch: KeptBatch = {
    id: desk.id("bat_"),
    action,
    reasons,
    comment: said === "" ? null : said,
    until,
    untilUserActs: request.untilUserActs ?? false,
    by: person,
    requestId: call.requestId,
    createdAt: now,
    holdSeconds: held,
    startsAt: now + held * second,
    items: request.items.map((item) => ({
      inquiryId: item.inquiryId,
      referenceId: referenceIdOf(desk.world, { type: "inquiry", id: item.inquiryId }),
      seen: item.seen,
      override: item.override ?? false,
      decision: undefined,
      outcome: undefined,
      why: null,
    })),
    state: "held",
    changedAt: now,
  };
  desk.batches.all.push(batch);
  desk.batches.byKey.set(key, { request: JSON.stringify(request), batch });
  noteDone(
    call,
    "hold-batch",
    { type: "batch", id: batch.id },
    { details: { decision: action, items: batch.items.length, seconds: held } },
  );
  tellOfBatch(desk, batch);
  holdBatch(desk, batch);
  return jsonAnswer(201, shownBatch(batch, person));
}

/** @throws Refusal 400 and 422 as each of its decisions would be, and where something speaks against one that was not taken in by itself */
function asked(call: DeskCall, request: z.infer<typeof batchBody>): { reasons: readonly DecisionReason[]; until: number | null } {
  const { action, items, reasonIds: chosen, comment: said, until, untilUserActs } = request;
  if (new Set(items.map((item) => item.inquiryId)).size < items.length) throw badRequest("items holds an inquiry twice");
  if (action === "snooze") {
    const reason = said?.trim() ?? "";
    if (chosen.length > 0) throw badRequest("reasonIds are nothing of a snooze");
    const isLine = reason !== "" && reason.length <= 200 && !/\p{Cc}/u.test(reason);
    if (!isLine) throw badRequest("comment must be one line of at most 200 characters");
    return { reasons: [], until: endOfSnooze({ until, untilUserActs }, call).until };
  }
  if (until !== undefined || untilUserActs !== undefined) throw badRequest("until is something of a snooze");
  for (const item of items) {
    if (item.override !== true && isContradicted(action, item.seen)) {
      const details = `Something speaks against it for ${item.inquiryId}. Take it in by itself, or leave it out.`;
      throw new Refusal(422, "Unprocessable Entity", details);
    }
  }
  const settings = settingValue(call.desk, "decisionReasons");
  const each = items.map((item) =>
    reasonsOf({ inquiryId: item.inquiryId, action, reasonIds: chosen, comment: said, seen: item.seen }, settings),
  );
  return { reasons: each[0] ?? [], until: null };
}

function batchOf({ desk, path, person }: DeskCall): KeptBatch {
  const batch = desk.batches.all.find(({ id }) => id === path["batchId"]);
  if (batch === undefined || (batch.by.id !== person.id && !isOneOf(person.role, "lead", "admin"))) throw notFound();
  return batch;
}
