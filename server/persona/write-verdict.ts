import { safeUrl } from "@/lib/safe-url";
import { heedsKey, type OperationId } from "./match-operation";
import { jsonOf, type PersonaAnswer } from "./persona-answer";
import { readDocument } from "./resources/read-document";
import { outcomeOf, refusalIn } from "./write-outcome";
import type { WriteOutcome } from "./write-row";

/** What is known of a write once Persona has answered. */
export type Verdict = {
  readonly outcome: Exclude<WriteOutcome, "failed">;
  /** Why it is not done, without values. */
  readonly why: string | undefined;
};

/** What an operation is asked for: without it in the answer, it was not done as it was meant. */
const asked: Partial<Readonly<Record<OperationId, readonly [member: "oneTimeLink" | "sessionToken", name: string]>>> = {
  generateAOneTimeLink: ["oneTimeLink", "one-time link"],
  generateAOneTimeLinkForAnInquirySession: ["oneTimeLink", "one-time link"],
  resumeAnInquiry: ["sessionToken", "session token"],
};

/** Refused before Persona looks at the key (docs, "Idempotent requests"), so nothing is said of what was sent before. */
const beforeTheKey: readonly number[] = [401, 403, 429];

/**
 * Judges an answer.
 * @param repeated it was, or may have been, sent before: then a refusal may be the repetition's alone
 */
export function verdictOf(operation: OperationId, answer: PersonaAnswer, repeated: boolean): Verdict {
  const body = jsonOf(answer);
  const outcome = outcomeOf(answer.status);
  if (outcome === "unknown") return { outcome, why: refusalIn(body) };
  if (outcome === "refused") {
    const isOfThisTime = repeated && (!heedsKey(operation) || beforeTheKey.includes(answer.status));
    return { outcome: isOfThisTime ? "unknown" : outcome, why: refusalIn(body) };
  }
  if (body === undefined) return { outcome: "unknown", why: "Persona's answer can't be read" };
  const [member, name] = asked[operation] ?? [];
  return member === undefined || isOpener(readDocument(body).value?.meta?.[member], member)
    ? { outcome, why: undefined }
    : { outcome: "unknown", why: `Persona's answer holds no ${name}` };
}

/** A token may be anything; what is handed on as a link must be an address of the web. */
const isOpener = (value: string | null | undefined, member: "oneTimeLink" | "sessionToken"): boolean =>
  Boolean(value) && (member === "sessionToken" || safeUrl(value ?? "") !== undefined);
