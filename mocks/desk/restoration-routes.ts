import * as z from "zod/mini";
import type { Difference, Restoration, RestorationConflict, RestorationRequest } from "@/api/generated/desk/types.gen";
import type { Inquiry } from "@/api/generated/persona/types.gen";
import { readProperty, readText } from "@/lib/read";
import { jsonAnswer } from "../http/answer";
import { parseExactBody } from "../http/body";
import { otherParameters } from "../http/idempotency";
import { conflict, notFound } from "../world/core/refusal";
import { iso, second } from "../world/core/time";
import { askPersona, Ended, failed } from "./command-end";
import { between, moment } from "./decisions/differences";
import type { KeptRestoration } from "./desk";
import { type DeskCall, deskRoute, idempotencyKeyOf, refusedAttempt } from "./desk-route";
import { operationId } from "./noted-call";
import { isDone } from "./persona-line";
import { refusalOf } from "./roles";

const restorationBody = z.strictObject({
  inquiryId: z.string().check(z.regex(/^inq_[A-Za-z0-9]+$/)),
  seen: z.strictObject({ status: z.string().check(z.maxLength(100)), redactedAt: z.nullable(z.string().check(z.maxLength(60))) }),
  kind: z.enum(["link", "sdk-token"]),
  expiresInSeconds: z.optional(z.nullable(z.int().check(z.minimum(60), z.maximum(31_536_000)))),
}) satisfies z.ZodMiniType<RestorationRequest>;

/** What each kind is at Persona in the end, what Persona calls it where it refuses it, and the statuses it is possible in. */
const kinds = {
  link: { operation: "generateAOneTimeLink", doing: "given a one-time link", from: ["created", "pending", "expired"] },
  "sdk-token": { operation: "resumeAnInquiry", doing: "resumed", from: ["pending", "expired"] },
} as const;

/** Persona docs, "Inquiry sessions". A template may have another, which the API does not tell. */
const defaultLimit = 25;

export const restorationRoutes = [
  deskRoute(
    "restore-access",
    "POST /restorations",
    (call) => {
      const { desk, person } = call;
      const key = idempotencyKeyOf(call);
      const request = parseExactBody(call.body, restorationBody);
      const { operation } = kinds[request.kind];
      const why = refusalOf(person.role, { operation, safe: false });
      if (why !== undefined) throw refusedAttempt(call, operationId(operation), { type: "inquiry", id: request.inquiryId }, why);
      const known = desk.restorations.get(`${person.id} ${key}`);
      if (known !== undefined && known.request !== JSON.stringify(request)) throw otherParameters(key);
      try {
        const kept = known ?? begin(call, request);
        desk.restorations.set(`${person.id} ${key}`, kept);
        return jsonAnswer(201, carryOut(call, request, kept));
      } catch (error) {
        if (error instanceof Ended) return error.answer;
        throw error;
      }
    },
    { namesPerson: true },
  ),
];

/** Reads the inquiry, and compares it with what the person saw. */
function begin(call: DeskCall, request: RestorationRequest): KeptRestoration {
  const { desk, now } = call;
  const answer = askPersona(call, { method: "GET", path: `/inquiries/${request.inquiryId}` });
  if (answer.status === 404) throw notFound();
  if (!isDone(answer)) throw failed(answer, { "desk-sent": "no" });
  const inquiry = inquiryOf(call, request);
  const difference = differencesOf(request.seen, inquiry);
  if (difference.length > 0) throw changed(difference);
  const { status, redactedAt } = inquiry.attributes;
  const { doing, from } = kinds[request.kind];
  if (redactedAt !== null) throw conflict(`Inquiry cannot be ${doing} after it was redacted`);
  if (!from.some((one) => one === status)) throw conflict(`Inquiry cannot be ${doing} while ${status}`);
  const used = inquiry.relationships.sessions.data.length;
  // the resume would take the last session there is by default, and the link needs one of its own
  if (request.kind === "link" && status === "expired" && used === defaultLimit - 1) {
    throw conflict(`${used} of ${defaultLimit} sessions used: resuming it would take the last one, and none would be left for the link.`);
  }
  return { id: desk.id("rst_"), request: JSON.stringify(request), resumed: status === "expired", startedAt: now };
}

/** Each step under a key of its own: whatever was done before is answered by Persona as it was then. */
function carryOut(call: DeskCall, request: RestorationRequest, { id, resumed, startedAt }: KeptRestoration): Restoration {
  const { inquiryId, kind, expiresInSeconds = null } = request;
  const isLink = kind === "link";
  const step = (name: string, handsOut: boolean, body?: object) => {
    const noted = handsOut ? "with-links" : "without-links";
    const path = `/inquiries/${inquiryId}/${name}`;
    const answer = askPersona(call, { method: "POST", path, idempotencyKey: `${id}-${name}`, noted, ...(body !== undefined && { body }) });
    // once it is resumed, something was sent
    const isFirst = !isLink || !resumed || name === "resume";
    const before = isFirst ? "" : "The inquiry was resumed, and its link was not made.";
    if (!isDone(answer)) throw failed(answer, answer.status === 429 && isFirst ? { "desk-sent": "no" } : {}, before);
    return (of: string) => readText(readProperty(readProperty(answer.body, "meta"), of)) ?? null;
  };
  const token = resumed || !isLink ? step("resume", !isLink)("sessionToken") : null;
  const life = expiresInSeconds === null ? {} : { meta: { expiresInSeconds } };
  const link = isLink ? step("generate-one-time-link", true, life) : () => null;
  const { status, updatedAt, expiresAt } = inquiryOf(call, request).attributes;
  return {
    id,
    inquiryId,
    kind,
    resumed,
    status,
    updatedAt,
    expiresAt,
    oneTimeLink: link("oneTimeLink"),
    oneTimeLinkShort: link("oneTimeLinkShort"),
    linkExpiresAt: isLink && expiresInSeconds !== null ? iso(startedAt + expiresInSeconds * second) : null,
    sessionToken: isLink ? null : token,
  };
}

function inquiryOf({ desk }: DeskCall, { inquiryId }: RestorationRequest): Inquiry {
  const inquiry = desk.world.tables.inquiries.get(inquiryId);
  if (inquiry === undefined) throw notFound();
  return inquiry;
}

const differencesOf = (seen: RestorationRequest["seen"], { attributes }: Inquiry): Difference[] => [
  ...between("status", seen.status, attributes.status),
  ...between("redactedAt", moment(seen.redactedAt), moment(attributes.redactedAt)),
];

const changed = (difference: Difference[]): Ended => {
  const errors = [{ title: "Conflict", details: "The inquiry is not what you saw any more. Nothing was sent." }];
  return new Ended(jsonAnswer(409, { errors, difference } satisfies RestorationConflict));
};
