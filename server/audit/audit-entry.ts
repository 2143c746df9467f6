import type { Queryable } from "../db/database";

/** Who did it. `system`: the server itself, or Persona through a webhook. */
export interface AuditActor {
  readonly type: "person" | "partner" | "system";
  readonly id: string;
  readonly name: string;
  readonly emailAddress?: string;
  readonly role?: string;
}

/** What is written down. Times, position and hash are the log's own. Nothing in it is personal data of an end user. */
export interface AuditInput {
  /** Persona's operationId (`approve-an-inquiry`) for what went to Persona; else one of the desk's own, see openapi/desk.yaml, AuditEntry.action. */
  readonly action: string;
  readonly outcome: "done" | "refused" | "failed" | "unknown";
  readonly actor: AuditActor;
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly statusBefore?: string | null;
  readonly statusAfter?: string | null;
  readonly reason?: string | null;
  readonly requestId?: string | null;
  readonly personaRequestId?: string | null;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
  /** Two entries with the same intent are one: the second is not written. For what may be reported twice, such as a retried decision. */
  readonly intent?: string;
}

/** The part of the audit log that everybody who acts needs. */
export interface AuditWriter {
  /**
   * Appends to the chain; inside `transaction` where one is given, so that an act and its entry hold or fall together. When it
   * resolves, the entry is durable (or stands and falls with the transaction).
   */
  append(input: AuditInput, transaction?: Queryable): Promise<void>;
}
