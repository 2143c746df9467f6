import * as z from "zod/mini";
import type { Creation, CreationConflict, CreationRequest, DuplicateInquiry, SettingsValues } from "@/api/generated/desk/types.gen";
import type { Inquiry, InquiryTemplate } from "@/api/generated/persona/types.gen";
import { readProperty, readText } from "@/lib/read";
import { jsonAnswer } from "../http/answer";
import { parseExactBody } from "../http/body";
import { otherParameters } from "../http/idempotency";
import { badRequest, notFound, Refusal } from "../world/core/refusal";
import { findAccountByReferenceId } from "../world/account/account-lookup";
import { inquiriesOf, inquiriesOfReference } from "../world/inquiry/inquiry-lookup";
import { day, millis } from "../world/core/time";
import { askPersona, Ended, failed } from "./command-end";
import { bodyOf, checkWishes, creationWishes, pointerIn, refuse } from "./creation-wishes";
import { defaultSettings } from "./default-settings";
import { type DeskCall, deskRoute, idempotencyKeyOf, refusedAttempt } from "./desk-route";
import { duplicateRefusal } from "./duplicate-words";
import { whyIn } from "./noted-call";
import { isDone } from "./persona-line";
import { actorOf } from "./person";
import { refusalOf } from "./roles";

const creationBody = z.strictObject({
  accountId: z.optional(z.string().check(z.regex(/^act_[A-Za-z0-9]{1,60}$/))),
  referenceId: z.optional(z.string().check(z.trim(), z.minLength(1), z.maxLength(255), z.regex(/^[^\p{Cc},]*$/u))),
  inquiryTemplateId: z.string().check(z.regex(/^itmpl_[A-Za-z0-9]{1,60}$/)),
  seen: z
    .array(z.strictObject({ inquiryId: z.string().check(z.regex(/^inq_[A-Za-z0-9]{1,60}$/)), status: z.string().check(z.maxLength(100)) }))
    .check(z.maxLength(500)),
  reason: z.nullable(z.string().check(z.maxLength(500), z.regex(/^[\P{Cc}\n\r\t]*$/u))),
  ...creationWishes,
}) satisfies z.ZodMiniType<CreationRequest>;

export const creationRoutes = [
  deskRoute(
    "create-inquiry",
    "POST /creations",
    (call) => {
      const { desk, person } = call;
      const key = idempotencyKeyOf(call);
      const request = parseExactBody(call.body, creationBody);
      if ((request.accountId === undefined) === (request.referenceId === undefined)) throw badRequest("needs an account or a reference ID");
      const subject = subjectOf(request);
      const why = refusalOf(person.role, { operation: "createAnInquiry", safe: false });
      if (why !== undefined) throw refusedAttempt(call, "create-an-inquiry", subject, why);
      const { seen: _seen, reason: _reason, ...meant } = request;
      const what = JSON.stringify(meant);
      checkWishes(request);
      const known = desk.creations.get(`${person.id} ${key}`);
      if (known !== undefined && known.what !== what) throw otherParameters(key);
      try {
        if (known === undefined) look(call, request);
        const kept = known ?? { id: desk.id("crt_"), what };
        desk.creations.set(`${person.id} ${key}`, kept);
        return jsonAnswer(201, create(call, request, kept.id));
      } catch (error) {
        if (error instanceof Ended) return error.answer;
        throw error;
      }
    },
    { namesPerson: true },
  ),
];

/** Compares what is there with what the person saw, and with the duplicate policy. */
function look(call: DeskCall, request: CreationRequest): void {
  const { desk, now, person, requestId } = call;
  const reason = request.reason?.trim() ?? "";
  const read = askPersona(call, { method: "GET", path: `/inquiry-templates/${request.inquiryTemplateId}` });
  if (read.status === 404) throw notFound();
  // Persona refuses templates to sandbox keys
  if (!isDone(read) && read.status !== 403) throw failed(read, { "desk-sent": "no" });
  const known = inquiriesAt(call, request);
  const template = desk.world.tables.inquiryTemplates.get(request.inquiryTemplateId);
  if (template === undefined) throw notFound();
  const policy: SettingsValues["duplicatePolicy"] =
    // what is saved there passed the schema of this very setting
    (desk.settings.get("duplicatePolicy")?.[0]?.value as SettingsValues["duplicatePolicy"] | undefined) ?? defaultSettings.duplicatePolicy;
  const duplicates = standing(known).map((inquiry) => judged(inquiry, situationOf(inquiry, { policy, template, now }), policy));
  const seen = new Map(request.seen.map(({ inquiryId, status }) => [inquiryId, status]));
  const isOther = seen.size !== known.length || known.some(({ id, attributes }) => seen.get(id) !== attributes.status);
  const isTaken = request.referenceId !== undefined && findAccountByReferenceId(desk.world, request.referenceId) !== undefined;
  const why = isTaken
    ? "An account has this reference ID by now: look at that person."
    : isOther
      ? "This person's inquiries on this template are not what you saw any more."
      : (duplicateRefusal(duplicates, reason) ?? (template.attributes.status === "active" ? undefined : "This template is not active."));
  if (why === undefined) return checkVersion(call, request, isDone(read));
  const entry = { action: "create-an-inquiry", outcome: "refused", actor: actorOf(person), requestId, reason: why } as const;
  desk.note({ ...entry, subject: subjectOf(request), details: { template: request.inquiryTemplateId } });
  const errors = [{ title: "Conflict", details: `${why} Nothing was sent.` }];
  throw new Ended(jsonAnswer(409, { errors, duplicates } satisfies CreationConflict));
}

/** One inquiry, under the key of this creation: asked for once more, the same. */
function create(call: DeskCall, request: CreationRequest, id: string): Creation {
  const answer = askPersona(call, {
    method: "POST",
    path: "/inquiries",
    idempotencyKey: id,
    noted: "with-links",
    body: bodyOf(request),
  });
  const pointer = answer.status === 422 ? pointerIn(answer.body) : undefined;
  if (pointer !== undefined) throw new Refusal(422, "Unprocessable entity", whyIn(answer.body), pointer);
  if (!isDone(answer)) throw failed(answer, answer.status === 429 ? { "desk-sent": "no" } : {});
  const meta = readProperty(answer.body, "meta");
  const inquiry = call.desk.world.tables.inquiries.get(readText(readProperty(readProperty(answer.body, "data"), "id")) ?? "");
  if (inquiry === undefined) throw notFound();
  return {
    inquiryId: inquiry.id,
    status: inquiry.attributes.status,
    expiresAt: inquiry.attributes.expiresAt,
    oneTimeLink: readText(readProperty(meta, "oneTimeLink")) ?? null,
    oneTimeLinkShort: readText(readProperty(meta, "oneTimeLinkShort")) ?? null,
    sessionToken: readText(readProperty(meta, "sessionToken")) ?? null,
  };
}

/** Only a published version of the template that was looked at can be created from. @throws Refusal 422 */
function checkVersion(call: DeskCall, request: CreationRequest, canRead: boolean): void {
  const { inquiryTemplateId, inquiryTemplateVersionId: id } = request;
  if (id === undefined) return;
  const version = call.desk.world.tables.inquiryTemplateVersions.get(id);
  const isOf = version?.relationships.inquiryTemplate.data.id === inquiryTemplateId && version.attributes.status === "published";
  refuse("/inquiryTemplateVersionId", canRead && isOf ? undefined : "This is no published version of the template.");
}

const subjectOf = ({ accountId = "none" }: CreationRequest) => ({ type: "account", id: accountId });

function inquiriesAt({ desk }: DeskCall, { accountId, referenceId = "", inquiryTemplateId }: CreationRequest): Inquiry[] {
  const all = accountId === undefined ? inquiriesOfReference(desk.world, referenceId) : inquiriesOf(desk.world, accountId);
  return all.filter(({ relationships }) => relationships.inquiryTemplate.data?.id === inquiryTemplateId);
}

/** What would be repeated: what Persona's guide names first, and what is open besides. */
function standing(inquiries: readonly Inquiry[]): Inquiry[] {
  const readable = inquiries.filter(({ attributes }) => attributes.redactedAt === null);
  if (readable.length === 0) return inquiries.slice(-1);
  const latest = (...statuses: string[]) =>
    readable
      .filter(({ attributes: { status } }) => statuses.includes(status))
      .toSorted((one, other) => settledAt(other) - settledAt(one))[0];
  const [decision, failure] = [latest("approved", "declined"), latest("failed")];
  const failedSince = failure && !(decision && settledAt(decision) > settledAt(failure)) ? failure : undefined;
  const declined = decision?.attributes.status === "declined" ? decision : undefined;
  const over = latest("needs_review") ?? declined ?? failedSince ?? decision ?? latest("completed");
  const first = over ?? latest("pending") ?? latest("created") ?? latest("expired");
  const open = readable.filter((one) => one !== first && isOpen(one));
  return first === undefined ? open : [first, ...open];
}

const isOpen = ({ attributes: { status } }: Inquiry) => status === "created" || status === "pending";

function settledAt({ attributes }: Inquiry): number {
  const { decisionedAt, markedForReviewAt, failedAt, completedAt, expiredAt, startedAt, createdAt } = attributes;
  const at = {
    approved: decisionedAt,
    declined: decisionedAt,
    needs_review: markedForReviewAt,
    failed: failedAt,
    completed: completedAt,
    expired: expiredAt,
    pending: startedAt,
  }[attributes.status];
  return millis(at ?? createdAt) ?? 0;
}

type Judging = { policy: SettingsValues["duplicatePolicy"]; template: InquiryTemplate; now: number };

function situationOf({ attributes, relationships }: Inquiry, { policy, template, now }: Judging): string {
  if (attributes.redactedAt !== null) return "redacted";
  const hasMovedOn = relationships.inquiryTemplateVersion.data?.id !== template.relationships.latestPublishedVersion?.data?.id;
  const isOld = now - (millis(attributes.expiredAt) ?? now) > policy.tooOldAfterDays * day;
  const { status, decisionedAt, completedAt } = attributes;
  const finishedAt = millis(status === "approved" ? decisionedAt : completedAt) ?? now;
  const isLongAgo = now - finishedAt > policy.reverifyAfterDays * day;
  const finished = isLongAgo ? "finishedLongAgo" : "finishedWell";
  const situations: Readonly<Record<string, string>> = {
    approved: finished,
    completed: finished,
    declined: "finishedBadly",
    failed: "finishedBadly",
    needs_review: "inReview",
    expired: hasMovedOn || isOld ? "expiredTooOld" : "expired",
  };
  return situations[status] ?? "open";
}

function judged({ id, attributes }: Inquiry, situation: string, { rules }: SettingsValues["duplicatePolicy"]): DuplicateInquiry {
  const rule = rules.find((one) => one.situation === situation);
  return {
    inquiryId: id,
    status: attributes.status,
    situation,
    advice: rule?.advice ?? "block",
    override: rule?.override ?? "never",
  };
}
