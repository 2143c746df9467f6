import * as z from "zod/mini";
import { jsonAnswer, noContent } from "../http/answer";
import { parseExactBody } from "../http/body";
import { badRequest, notFound } from "../world/core/refusal";
import { day, iso, millis, minute } from "../world/core/time";
import { type DeskCall, deskRoute, noteDone, refusedAttempt } from "./desk-route";
import { userOf } from "./person";

const skipMs = 15 * minute;
const longestSnooze = 90 * day;

const postponementBody = z.strictObject({
  kind: z.enum(["snooze", "skip"]),
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(200), z.regex(/^\P{Cc}*$/u)),
  until: z.optional(z.nullable(z.string())),
  untilUserActs: z.optional(z.boolean()),
});

export const postponementRoutes = [
  deskRoute("postpone-an-inquiry", "PUT /postponements/{inquiryId}", (call) => {
    const { desk, person, now } = call;
    const { inquiryId = "" } = call.path;
    if (!/^inq_[A-Za-z0-9]+$/.test(inquiryId)) throw badRequest("inquiryId is no inquiry ID");
    const { kind, reason, ...ends } = parseExactBody(call.body, postponementBody);
    const { until, untilUserActs } = kind === "skip" ? endOfSkip(ends, now) : endOfSnooze(ends, call);
    const subject = { type: "inquiry", id: inquiryId };
    if (person.role === "auditor") throw refusedAttempt(call, `${kind}-inquiry`, subject, "Auditors read; they can't postpone an inquiry.");
    const inquiry = desk.world.tables.inquiries.get(inquiryId);
    if (inquiry === undefined) throw notFound();
    const onlyFor = kind === "skip" ? person.id : undefined;
    const postponement = desk.postponements.put(inquiry, { onlyFor, by: userOf(person), postponedAt: now, until, untilUserActs, reason });
    const ending = { until: until === null ? null : iso(until), untilUserActs };
    noteDone(call, `${kind}-inquiry`, subject, { comment: reason, ...(kind === "snooze" && { details: ending }) });
    tell(call, inquiryId);
    return jsonAnswer(200, postponement);
  }),

  deskRoute("take-up-an-inquiry", "DELETE /postponements/{inquiryId}", (call) => {
    const { desk, person, now } = call;
    const { inquiryId = "" } = call.path;
    const subject = { type: "inquiry", id: inquiryId };
    if (person.role === "auditor") throw refusedAttempt(call, "take-up-inquiry", subject, "Auditors read; they can't take up an inquiry.");
    const inquiry = desk.world.tables.inquiries.get(inquiryId);
    const ended = inquiry === undefined ? undefined : desk.postponements.takeUp(inquiry, person.id, now);
    if (ended === undefined || ended.kinds.length === 0) return noContent;
    noteDone(call, "take-up-inquiry", subject, { details: { ended: ended.kinds.toSorted().join(", "), snoozedById: ended.snoozedBy } });
    tell(call, inquiryId);
    return noContent;
  }),
];

type Ends = Pick<z.infer<typeof postponementBody>, "until" | "untilUserActs">;

function endOfSkip({ until, untilUserActs }: Ends, now: number) {
  if (until !== undefined || untilUserActs !== undefined) throw badRequest("until is nothing of a skip");
  return { until: now + skipMs, untilUserActs: false };
}

/** When a snooze ends, in milliseconds. @throws Refusal 400 for never, for what was, and for too late */
export function endOfSnooze({ until: asked, untilUserActs = false }: Ends, { now, replayed }: Pick<DeskCall, "now" | "replayed">) {
  if (asked === undefined || asked === null) {
    if (!untilUserActs) throw badRequest("until is missing: a snooze ends at a time, or when the user acts");
    return { until: null, untilUserActs };
  }
  const until = /^\d{4}-\d\d-\d\dT/.test(asked) ? millis(asked) : undefined;
  if (until === undefined) throw badRequest("until must be a date and time");
  // what was to come when it was asked for may be over when a life is begun again
  if (!replayed && (until <= now || until > now + longestSnooze)) throw badRequest("until must be a time to come, 90 days ahead at most");
  return { until, untilUserActs };
}

const tell = ({ desk }: DeskCall, id: string) => desk.changed({ type: "postponement", id, related: [{ type: "inquiry", id }] });
