import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { readTime } from "@/lib/read";
import type { OperationId } from "./match-operation";
import type { Inquiry } from "./resources/schemas";
import type { WriteRow } from "./write-row";

/** What add something and undo nothing: sent late, they contradict nobody. */
export const onlyAdds: readonly OperationId[] = [
  "generateAOneTimeLink",
  "generateAOneTimeLinkForAnInquirySession",
  "createAnInquirySession",
];

/** What an inquiry is after a write has taken effect. */
type Meaning = {
  /** Undefined: whatever it was. */
  readonly status?: string;
  /** The attribute with the time of it. */
  readonly at: "decisionedAt" | "markedForReviewAt" | "expiredAt" | "redactedAt";
  /** Persona's event of it. */
  readonly event: string;
};

/** Sources: openapi/persona.yaml, inquiry attributes; Persona docs, "Events". */
const meanings: Partial<Readonly<Record<OperationId, Meaning>>> = {
  approveAnInquiry: { status: "approved", at: "decisionedAt", event: "inquiry.approved" },
  declineAnInquiry: { status: "declined", at: "decisionedAt", event: "inquiry.declined" },
  markAnInquiryForReview: { status: "needs_review", at: "markedForReviewAt", event: "inquiry.marked-for-review" },
  expireAnInquiry: { status: "expired", at: "expiredAt", event: "inquiry.expired" },
  redactAnInquiry: { at: "redactedAt", event: "inquiry.redacted" },
};

/** Persona's clock and ours may be apart by so much, ms. */
export const skewMs = 5_000;

/** The events that tell of a write's effect, and of which write. */
export const tellingEvents: ReadonlyMap<string, string> = new Map(
  Object.entries(meanings).map(([operation, meaning]) => [meaning.event, operation]),
);

/** The status that a write means to give an inquiry. */
export const meantStatus = (operation: OperationId): string | null => meanings[operation]?.status ?? null;

/** Persona's event of what a write means to do; undefined where there is none, as of a resume or a link. */
export const meantEvent = (operation: OperationId): string | undefined => meanings[operation]?.event;

/** Whether the effect of a write can be seen by reading what it is on. */
export const showsInRead = ({ operation, subject }: WriteRow): boolean =>
  subject?.type === "inquiry" && (meanings[operation] !== undefined || operation === "resumeAnInquiry" || operation === "updateAnInquiry");

/**
 * What an inquiry, read after a write whose answer is missing, tells of it.
 * @param attributes as Persona tells them now
 * @returns "done", "not done", or undefined where it can't be told, e.g. because somebody acted on it since
 */
export function seenOf(row: WriteRow, attributes: Inquiry["attributes"]): "done" | "not done" | undefined {
  const { status } = attributes;
  if (row.operation === "resumeAnInquiry") {
    // of one that was pending all along nothing can be seen
    if (status === "expired") return "not done";
    return row.statusBefore === "expired" && status === "pending" ? "done" : undefined;
  }
  // Persona may have put what was sent into another form
  if (row.operation === "updateAnInquiry") return isAsSent(row.body, attributes) ? "done" : undefined;
  const meaning = meanings[row.operation];
  if (meaning === undefined || status === undefined) return undefined;
  const at = readTime(attributes[meaning.at]);
  // whatever it is now, it was made so before anybody meant this
  if (at === undefined || at < row.createdAt - skewMs) return "not done";
  return meaning.status === undefined || meaning.status === status ? "done" : undefined;
}

const sentAttributes = z.looseObject({ data: z.looseObject({ attributes: z.record(z.string(), z.unknown()) }) });

/** Whether every attribute that was sent is what stands there. */
function isAsSent(body: string | null, attributes: Inquiry["attributes"]): boolean {
  const sent = sentAttributes.safeParse(body === null ? undefined : JSON.parse(body)).data?.data.attributes ?? {};
  return Object.entries(sent).every(([key, value]) => {
    const name = key.replaceAll(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
    return isDeepStrictEqual(attributes[name], value);
  });
}
