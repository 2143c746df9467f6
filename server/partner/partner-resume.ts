import { randomUUID } from "node:crypto";
import type { PartnerResumeRequest, PartnerResumeResponse } from "@/api/generated/partner/types.gen";
import { capability } from "@/domain/capability";
import { safeUrl } from "@/lib/safe-url";
import { conflict, DeskError, notFound } from "../http/desk-error";
import type { PersonaCaller } from "../persona/caller";
import { readInquiryObservation } from "../persona/inquiry-observation";
import type { InquiryStates } from "../persona/inquiry-states";
import { type Match, matchOperation } from "../persona/match-operation";
import { jsonOf, type PersonaAnswer } from "../persona/persona-answer";
import { readDocument, readInquiry } from "../persona/resources/read-document";
import type { PersonaDocument } from "../persona/resources/schemas";
import { refusalIn } from "../persona/write-outcome";
import type { PersonaWrites } from "../persona/writes";
import type { AuditWriter } from "../audit/audit-entry";
import { partnerActor } from "./partner-access";
import type { Partner } from "./partner-tokens";

export interface PartnerResumeDeps {
  readonly persona: Pick<PersonaCaller, "call">;
  readonly writes: Pick<PersonaWrites, "perform">;
  readonly inquiryStates: Pick<InquiryStates, "note">;
  readonly audit: AuditWriter;
  readonly now: () => number;
}

export interface PartnerResumeIntent {
  readonly partner: Partner;
  readonly inquiryId: string;
  readonly as: PartnerResumeRequest["as"];
  /** The same key has the same outcome; without one every call stands for itself. */
  readonly idempotencyKey: string | undefined;
  readonly requestId: string;
}

/** Whether it may be done depends on the inquiry alone: who calls was checked by the token's scope. */
const anyone = { role: "support", permissions: ["inquiry.write"] };
/** What the decision needs, and nothing personal. */
const fields = ["status", "reference-id", "created-at", "updated-at", "started-at", "completed-at", "failed-at"]
  .concat(["marked-for-review-at", "decisioned-at", "expired-at", "expires-at", "redacted-at"])
  .join(",");

/** Lets somebody back into their inquiry on behalf of a system of the company: resumes where it has expired, then hands out the way in. */
export function createPartnerResume({ persona, writes, inquiryStates, audit, now }: PartnerResumeDeps) {
  /** @returns the inquiry's status and whether it was redacted, as Persona tells now */
  async function read(inquiryId: string, asker: string) {
    const query = `${encodeURIComponent("fields[inquiry]")}=${fields}`;
    const readAt = now();
    const answer = await persona.call({
      operation: "retrieveAnInquiry",
      asker,
      path: `/inquiries/${inquiryId}`,
      query,
      priority: "interactive",
    });
    const [resource] = documentOf(expected(answer)).data;
    const observation = readInquiryObservation(resource, "read", readAt);
    // So that the audit log knows the status before.
    if (observation) await inquiryStates.note(observation);
    const { status, redactedAt } = readInquiry(resource).value?.attributes ?? {};
    // both were asked for: whether it was redacted is nothing to guess
    if (status === undefined || redactedAt === undefined) throw unreadable();
    return { status, redactedAt };
  }

  async function write(intent: PartnerResumeIntent, step: "resume" | "generate-one-time-link", key: string): Promise<PersonaDocument> {
    const { inquiryId, partner, requestId } = intent;
    // Each step is a write of its own at Persona, and needs a key of its own there.
    const actor = partnerActor(partner);
    const body = step === "resume" ? undefined : JSON.stringify({ meta: {} });
    const match = matchOf(inquiryId, step);
    const answer = await writes.perform({ match, query: "", body, actor, key: `${key}/${step}`, comment: null, requestId });
    return documentOf(expected(answer));
  }

  /** @throws DeskError 404, 409 with the reason, 422 when Persona gives no more sessions, 502 and 503 when Persona does not answer */
  return async function resume(intent: PartnerResumeIntent): Promise<PartnerResumeResponse> {
    const { as, inquiryId, idempotencyKey: key = randomUUID() } = intent;
    const inquiry = await read(inquiryId, intent.partner.id);
    const action = as === "sessionToken" ? "resume" : "restoreAccess";
    const verdict = capability(action, inquiry, anyone);
    if (!verdict.allowed) {
      await audit.append({
        action: as === "sessionToken" ? "resume-an-inquiry" : "generate-a-one-time-link",
        outcome: "refused",
        actor: partnerActor(intent.partner),
        subject: { type: "inquiry", id: inquiryId },
        statusBefore: inquiry.status,
        reason: verdict.reason,
        requestId: intent.requestId,
      });
      throw conflict(verdict.reason);
    }
    const resumed = as === "sessionToken" || inquiry.status === "expired" ? await write(intent, "resume", key) : undefined;
    if (as === "sessionToken") {
      const sessionToken = resumed?.meta?.sessionToken;
      if (!resumed || !sessionToken) throw unreadable();
      return { ...stateIn(inquiryId, resumed), sessionToken };
    }
    const linked = await write(intent, "generate-one-time-link", key);
    const oneTimeLink = linked.meta?.oneTimeLink;
    if (!oneTimeLink || safeUrl(oneTimeLink) === undefined) throw unreadable();
    return { ...stateIn(inquiryId, linked), oneTimeLink };
  };
}

function matchOf(inquiryId: string, step: string): Match {
  const match = matchOperation("POST", `/api/v1/inquiries/${inquiryId}/${step}`);
  // the ID was checked where the request was read, and both steps are in the contract
  if (!match) throw new Error(`No operation for ${step}`);
  return match;
}

function stateIn(inquiryId: string, { data: [resource] }: PersonaDocument) {
  const { status, expiresAt } = readInquiry(resource).value?.attributes ?? {};
  if (status === undefined) throw unreadable();
  return { inquiryId, status, expiresAt: expiresAt ?? null };
}

/** @throws DeskError 502 for a body that is no document */
function documentOf(answer: PersonaAnswer): PersonaDocument {
  const { value } = readDocument(jsonOf(answer));
  if (value === undefined) throw unreadable();
  return value;
}

const unreadable = () => new DeskError(502, "Bad Gateway", "The answer of Persona can't be read.");

/** Persona's answer if it is a success. @throws DeskError that says what a caller can do about it, without Persona's details */
function expected(answer: PersonaAnswer): PersonaAnswer {
  const { status } = answer;
  if (status < 300) return answer;
  if (status === 404) throw notFound();
  const title = refusalIn(jsonOf(answer)) ?? "it gave no reason";
  if (status === 409) throw conflict(`Persona refused: ${title}.`);
  if (status === 422 || status === 400) throw new DeskError(422, "Unprocessable Entity", `Persona refused: ${title}.`);
  if (status === 429) throw new DeskError(503, "Persona takes no more calls now", undefined, { headers: { "Retry-After": "60" } });
  throw new DeskError(502, "Bad Gateway", "Persona could not answer.");
}
