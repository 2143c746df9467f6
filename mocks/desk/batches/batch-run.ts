import { iso, second } from "../../world/core/time";
import { openDecision } from "../decisions/decision-book";
import { inTheWay, lookInTheWay } from "../decisions/decision-words";
import { openLook } from "../second-looks";
import { takeDecision } from "../decisions/take-decision";
import type { Desk } from "../desk";
import { actorOf, userOf } from "../person";
import { type BatchState, isUnderWay, isWaiting, type KeptBatch, type KeptItem } from "./batch-book";

/** How long lies between the ends of two inquiries of a batch. */
const pace = second / 5;

/** Moves a batch to another state, and tells open screens. */
export function moveBatch(desk: Desk, batch: KeptBatch, state: BatchState): void {
  batch.state = state;
  batch.changedAt = desk.world.clock.now();
  if (state === "stopped" || state === "taken-back") for (const item of batch.items) if (isWaiting(item)) item.outcome = "left-out";
  tellOfBatch(desk, batch);
}

/** Tells open screens where a batch is. */
export const tellOfBatch = (desk: Desk, { id, state, by }: KeptBatch): void =>
  desk.changed({ type: "batch", id, name: state, related: [{ type: "person", id: by.id }] });

/** Goes on with one that was paused: with the whole hold again where nothing of it was decided yet. */
export function resumeBatch(desk: Desk, batch: KeptBatch): void {
  if (!batch.items.every(isWaiting)) {
    moveBatch(desk, batch, "running");
    return goOn(desk, batch);
  }
  batch.startsAt = desk.world.clock.now() + batch.holdSeconds * second;
  moveBatch(desk, batch, "held");
  holdBatch(desk, batch);
}

/** Lets it begin once its hold is over. */
export function holdBatch(desk: Desk, batch: KeptBatch): void {
  const { startsAt } = batch;
  desk.world.timers.set(startsAt, () => {
    if (batch.state !== "held" || batch.startsAt !== startsAt) return;
    moveBatch(desk, batch, "running");
    goOn(desk, batch);
  });
}

/** Decides the next one, and comes back, until nothing waits or it was paused or stopped. */
function goOn(desk: Desk, batch: KeptBatch): void {
  if (batch.state !== "running") return;
  const later = () => desk.world.timers.set(desk.world.clock.now() + pace, () => goOn(desk, batch));
  if (batch.items.some(isUnderWay)) return later();
  const item = batch.items.find(isWaiting);
  if (item === undefined) return moveBatch(desk, batch, "done");
  if (batch.action === "snooze") snooze(desk, batch, item);
  else decide(desk, batch, item, batch.action);
  tellOfBatch(desk, batch);
  later();
}

function decide(desk: Desk, batch: KeptBatch, item: KeptItem, action: Exclude<KeptBatch["action"], "snooze">): void {
  const { by: person, reasons, comment, requestId } = batch;
  const { inquiryId, seen } = item;
  const other = openDecision(desk.decisions, inquiryId);
  if (other !== undefined) return refuse(item, inTheWay(other, person, desk.world.clock.now()));
  const look = openLook(desk.world, desk.looks, { id: inquiryId });
  if (look !== undefined) return refuse(item, lookInTheWay(look, person));
  const request = { inquiryId, action, reasonIds: reasons.map(({ id }) => id), comment, seen };
  item.decision = takeDecision(desk, { request, reasons, person, requestId, holdSeconds: 0, batchId: batch.id });
}

function snooze(desk: Desk, batch: KeptBatch, item: KeptItem): void {
  const inquiry = desk.world.tables.inquiries.get(item.inquiryId);
  if (inquiry === undefined) return refuse(item, "The desk does not know this inquiry.");
  if (inquiry.attributes.status !== item.seen.status) return refuse(item, `It is ${inquiry.attributes.status} by now.`);
  const { until, untilUserActs, comment, by, requestId } = batch;
  const postponedAt = desk.world.clock.now();
  desk.postponements.put(inquiry, { onlyFor: undefined, by: userOf(by), postponedAt, until, untilUserActs, reason: comment ?? "" });
  item.outcome = "done";
  desk.note({
    action: "snooze-inquiry",
    outcome: "done",
    actor: actorOf(by),
    subject: { type: "inquiry", id: item.inquiryId },
    comment,
    requestId,
    details: { until: until === null ? null : iso(until), untilUserActs, batch: batch.id },
  });
  desk.changed({ type: "postponement", id: item.inquiryId, related: [{ type: "inquiry", id: item.inquiryId }] });
}

function refuse(item: KeptItem, why: string): void {
  item.outcome = "refused";
  item.why = why;
}
