import { z } from "zod";
import { type InquirySeen, seenOf } from "@/domain/inquiry-seen";
import { DeskError, notFound } from "../http/desk-error";
import { CallFailure } from "../persona/call-failure";
import type { PersonaCaller } from "../persona/caller";
import { jsonOf } from "../persona/persona-answer";
import { readDocument, readInquiry, relatedId } from "../persona/resources/read-document";
import type { Resource } from "../persona/resources/schemas";
import { refusalIn } from "../persona/write-outcome";

/** What verifications and reports say of themselves, as far as a decision rests on it. */
const outcome = z.looseObject({ status: z.string(), hasMatch: z.boolean().nullish() });

const isKind = (type: string, kind: string) => type === kind || type.startsWith(`${kind}/`);

/** How the inquiry is, by a read that shares no other's answer. */
export type Picture = {
  readonly seen: InquirySeen;
  readonly inquiryTemplateId: string | null;
  readonly expiresAt: string | null;
  /** Those that it has had; undefined where the answer does not tell. */
  readonly sessions: readonly { readonly type: string; readonly id: string }[] | undefined;
};

/**
 * Reads an inquiry with what decisions rest on, ahead of what is only looked at.
 * @param asker whose share of the calls it is
 * @param include what to compare, too: `verifications,reports`; empty for the inquiry alone
 * @throws DeskError 404; 502 when Persona's answer is none, or can't be read; CallFailure when none came. Nothing was sent.
 */
export async function readPicture(
  caller: Pick<PersonaCaller, "call">,
  inquiryId: string,
  asker: string,
  include: "verifications,reports" | "",
): Promise<Picture> {
  const answer = await caller
    .call({
      operation: "retrieveAnInquiry",
      asker,
      path: `/inquiries/${inquiryId}`,
      query: include === "" ? "" : `include=${include}`,
      priority: "decision",
      fresh: true,
    })
    .catch((error: unknown) => {
      const isUncertain = error instanceof CallFailure && error.sent === "unknown";
      throw isUncertain ? new CallFailure(error.kind, undefined, { isRead: true }) : error;
    });
  if (answer.status === 404) throw notFound();
  if (answer.status >= 300) throw notRead(`Persona answered ${refusalIn(jsonOf(answer)) ?? String(answer.status)}.`);
  const document = readDocument(jsonOf(answer)).value;
  const [resource] = document?.data ?? [];
  const inquiry = resource && readInquiry(resource).value;
  const { status, updatedAt, redactedAt, expiresAt } = inquiry?.attributes ?? {};
  // what can't be read is nothing to compare with
  if (document === undefined || inquiry?.id !== inquiryId || status === undefined || updatedAt === undefined || redactedAt === undefined) {
    throw notRead("Persona's answer can't be read.");
  }
  const ofKind = (kind: string) => document.included.flatMap((one) => (isKind(one.type, kind) ? [outcomeOf(one)] : []));
  const seen = seenOf({
    inquiry: { status, updatedAt, redactedAt },
    reviewerId: relatedId(inquiry, "reviewer") ?? null,
    verifications: ofKind("verification"),
    reports: ofKind("report"),
  });
  const inquiryTemplateId = relatedId(inquiry, "inquiryTemplate") ?? relatedId(inquiry, "template") ?? null;
  return { seen, inquiryTemplateId, expiresAt: expiresAt ?? null, sessions: inquiry.relationships?.["sessions"]?.data };
}

function outcomeOf({ id, attributes }: Resource) {
  const { data } = outcome.safeParse(attributes);
  if (id === undefined || data === undefined) throw notRead("Persona's answer can't be read.");
  return { id, ...data };
}

const notRead = (details: string) =>
  new DeskError(502, "The inquiry could not be read", `${details} Nothing was sent.`, { headers: { "Desk-Sent": "no" } });
