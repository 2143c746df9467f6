import type { Queryable } from "../db/database";

/** Who did it. `system`: the server itself, or Persona through a webhook. */
export type AuditActor = {
  readonly type: "person" | "partner" | "system";
  readonly id: string;
  readonly name: string;
  readonly emailAddress?: string;
  readonly role?: string;
};

/**
 * What is written down. Times, position and hash are the log's own. Nothing in it is personal data of an end user but what stands in
 * `comment` and `referenceId`: these two are kept beside the chain, and can be erased.
 */
export type AuditInput = {
  /** Persona's operationId (`approve-an-inquiry`) for what went to Persona; else one of the desk's own, see openapi/desk.yaml, AuditEntry.action. */
  readonly action: string;
  readonly outcome: "done" | "refused" | "failed" | "unknown";
  readonly actor: AuditActor;
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly statusBefore?: string | null;
  readonly statusAfter?: string | null;
  /** Why, in the desk's or Persona's words: part of the chain for ever. What a person wrote is a `comment`. */
  readonly reason?: string | null;
  /** What the person wrote. */
  readonly comment?: string | null;
  /** By what ID the company knows whom the inquiry or account is of. */
  readonly referenceId?: string | null;
  readonly requestId?: string | null;
  readonly personaRequestId?: string | null;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  /** Two entries with the same intent are one: the second is not written. For what may be reported twice, such as a retried decision. */
  readonly intent?: string;
};

/** What was redacted. */
export type AuditErasure = {
  /** The texts of every entry about it are erased, and the entry about the erasing names it. */
  readonly subject: { readonly type: string; readonly id: string };
  /** The texts of entries that name one of these, too. Only where nothing unredacted bears them any more. */
  readonly referenceIds?: readonly string[];
  readonly requestId?: string | null;
};

/** Something somebody tried and may not do. */
export type RefusedAttempt = Omit<AuditInput, "outcome" | "intent" | "comment" | "referenceId">;

/** The part of the audit log that everybody who acts needs. */
export type AuditWriter = {
  /**
   * Appends to the chain; inside `transaction` where one is given, so that an act and its entry hold or fall together. When it
   * resolves, the entry is durable (or stands and falls with the transaction).
   */
  append(input: AuditInput, transaction?: Queryable): Promise<void>;
  /**
   * Writes down what the desk refused. The first ten of somebody in a minute are entries; the rest is counted, and becomes one entry
   * when the minute is over. Resolves when either is durable.
   */
  refuse(attempt: RefusedAttempt): Promise<void>;
};
