import * as z from "zod/mini";
import type { Inquiry } from "@/api/generated/persona/types.gen";
import type { NextInquiry, ReviewQueue, WaitingCounts } from "@/api/generated/desk/types.gen";
import { jsonAnswer } from "../http/answer";
import { parseExactBody } from "../http/body";
import { csv } from "../http/query";
import { badRequest } from "../world/core/refusal";
import type { InquiryHead } from "../world/core/resources";
import { claimFor } from "./claim-routes";
import { filtersOf } from "./desk-list";
import { openDecision } from "./decisions/decision-book";
import { type DeskCall, deskRoute, refusedAttempt } from "./desk-route";
import { indexedInquiry, templateIdOf } from "./inquiry-index/indexed-inquiry";
import { freshness } from "./inquiry-index/inquiry-index-routes";
import { statusSince } from "./inquiry-index/status-since";
import { mayAnswer, openLook } from "./second-looks";
import { settingValue } from "./setting-routes";

const ids = z.array(z.string().check(z.minLength(1), z.maxLength(100)));
const nextBody = z.strictObject({
  inquiryTemplateIds: z.optional(ids.check(z.minLength(1), z.maxLength(100))),
  passOver: z.optional(ids.check(z.maxLength(1000))),
});

export const reviewQueueRoutes = [
  deskRoute("retrieve-review-queue", "GET /review-queue", (call) => {
    const asked = filtersOf(call, ["inquiry-template-id"])["inquiry-template-id"];
    const templates = asked === undefined ? undefined : csv(asked);
    if (templates !== undefined && (templates.length === 0 || templates.length > 100)) {
      throw badRequest("filter.inquiry-template-id must hold 1 to 100 values");
    }
    const waiting = countsOf(call, waitingOn(call, templates));
    const toAnswer = call.desk.looks.filter((look) => mayAnswer(call.desk.world, look, call.person)).length;
    return jsonAnswer(200, { statuses: statusesOf(call), waiting, toAnswer, index: freshness(call.now) } satisfies ReviewQueue);
  }),

  deskRoute("claim-next-inquiry", "POST /review-queue/next", (call) => {
    const { desk, person, now } = call;
    const { inquiryTemplateIds, passOver = [] } = parseExactBody(call.body, nextBody);
    if (person.role === "auditor") throw refusedAttempt(call, "call", null, "Auditors read; they can't claim an inquiry.");
    const heads = waitingOn(call, inquiryTemplateIds);
    const [first] = heads
      .filter((head) => placeOf(call, head) === "ready" && !passOver.includes(head.id))
      .toSorted((one, other) => order(one, other));
    const inquiry = first === undefined ? undefined : desk.world.tables.inquiries.get(first.id);
    const next = inquiry === undefined ? null : claimed(call, inquiry);
    return jsonAnswer(200, { next, waiting: countsOf(call, heads), index: freshness(now) } satisfies NextInquiry);
  }),
];

const statusesOf = ({ desk }: DeskCall) => ["needs_review", ...settingValue(desk, "reviewQueue").alsoWaiting];

function waitingOn(call: DeskCall, templates: readonly string[] | undefined): InquiryHead[] {
  const statuses = new Set<string>(statusesOf(call));
  return [...call.desk.world.tables.inquiries.heads()].filter(
    (head) =>
      statuses.has(head.attributes.status) &&
      head.attributes.redactedAt === null &&
      (templates === undefined || templates.includes(templateIdOf(head) ?? "")),
  );
}

/** Where an inquiry that waits stands for the person who asks. */
function placeOf({ desk, person, now }: DeskCall, head: InquiryHead): Exclude<keyof WaitingCounts, "total"> {
  if (openDecision(desk.decisions, head.id) !== undefined) return "inDecision";
  if (openLook(desk.world, desk.looks, head) !== undefined) return "secondLook";
  if (desk.postponements.holds(head, person.id, now)) return "postponed";
  const claim = desk.claims.get(head.id);
  return claim !== undefined && claim.user.id !== person.id && claim.expiresAt > now ? "claimed" : "ready";
}

function countsOf(call: DeskCall, heads: readonly InquiryHead[]): WaitingCounts {
  const counts = { total: heads.length, ready: 0, claimed: 0, postponed: 0, secondLook: 0, inDecision: 0 };
  for (const head of heads) counts[placeOf(call, head)] += 1;
  return counts;
}

/** Who has waited longest first; those of whom nobody knows since when come last. */
function order(one: InquiryHead, other: InquiryHead): number {
  const [since, otherSince] = [statusSince(one) ?? "~", statusSince(other) ?? "~"];
  if (since !== otherSince) return since < otherSince ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}

const claimed = (call: DeskCall, inquiry: Inquiry) => ({
  inquiry: indexedInquiry(call.desk, inquiry, call.now),
  claim: claimFor(call, inquiry.id),
});
