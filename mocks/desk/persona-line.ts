import type { Person } from "./person";

/** A call that the server side of the desk makes at Persona for somebody. */
export type PersonaCall = {
  readonly method: "GET" | "POST";
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body?: object;
  readonly idempotencyKey?: string;
  readonly person: Person;
  /** The ID of the desk's request that it is made for. */
  readonly requestId: string;
  /** Whether it is written into the audit log and the ledger of links as a call of the person's own is. */
  readonly noted?: "with-links" | "without-links";
};

/** What came back: Persona's status, or `network` when nothing did. */
export type PersonaAnswer = {
  readonly status: number | "network";
  /** Read, with camelCase keys; undefined when nothing could be read. */
  readonly body: unknown;
  /** After how many milliseconds it is heard. */
  readonly tookMs: number;
  readonly personaRequestId: string;
};

/** Persona did it and said so. */
export const isDone = ({ status }: Pick<PersonaAnswer, "status">): boolean => status !== "network" && status < 400;

/** Whether the outcome of the call is unknown. */
export const isLost = ({ status }: Pick<PersonaAnswer, "status">): boolean => status === "network" || status >= 500;
