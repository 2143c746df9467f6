import type { AuditEntry, DeskObject } from "@/api/generated/desk/types.gen";
import type { Answer } from "../http/answer";
import { compile } from "../http/define-route";
import { badRequest, forbidden, type Refusal } from "../world/core/refusal";
import type { Desk } from "./desk";
import type { DeskLife } from "./desk-life";
import { actorOf, type Person } from "./person";

/** What a handler of the desk's own API is given. */
export type DeskCall = {
  /** The operationId. */
  readonly operation: string;
  readonly desk: Desk;
  readonly life: DeskLife;
  readonly person: Person;
  /** Path parameters, by their names in the contract. */
  readonly path: Readonly<Record<string, string>>;
  /** With the query, for the links of a list. */
  readonly url: { readonly path: string; readonly search: URLSearchParams };
  readonly headers: Headers;
  readonly body: string;
  readonly requestId: string;
  /** Milliseconds. */
  readonly now: number;
  /** True when a journaled call is made once more: what was granted then is granted now. */
  readonly replayed: boolean;
};

/** One operation of the desk's contract. */
export type DeskRoute = {
  /** The operationId. */
  readonly operation: string;
  readonly method: string;
  readonly pattern: RegExp;
  /** Whether `Desk-Person` must be there. */
  readonly namesPerson: boolean;
  readonly handle: (call: DeskCall) => Answer;
};

/** @param address method and path as in the contract, below `/desk/v1`: `PUT /claims/{inquiryId}` */
export function deskRoute(
  operation: string,
  address: `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`,
  handle: DeskRoute["handle"],
  { namesPerson = false }: Partial<Pick<DeskRoute, "namesPerson">> = {},
): DeskRoute {
  const [method = "", path = ""] = address.split(" ");
  return { operation, method, pattern: compile(`/desk/v1${path}`), namesPerson, handle };
}

/** @throws Refusal 400 where there is none, or none that can be */
export function idempotencyKeyOf({ headers }: DeskCall): string {
  const key = headers.get("idempotency-key") ?? "";
  if (!/^[!-~]{1,255}$/.test(key)) throw badRequest("Idempotency-Key must be 1 to 255 visible ASCII characters");
  return key;
}

/** Writes into the audit log what the person of a call did. */
export function noteDone(
  call: DeskCall,
  action: string,
  subject: DeskObject | null,
  more: Partial<Pick<AuditEntry, "reason" | "comment" | "details">> = {},
) {
  const { desk, person, requestId } = call;
  return desk.note({ action, outcome: "done", actor: actorOf(person), subject, requestId, ...more });
}

/**
 * Writes a refused attempt into the audit log.
 * @param action `call` for what has no name of its own there
 * @returns the refusal, to be thrown
 */
export function refusedAttempt(call: DeskCall, action: string, subject: DeskObject | null, reason: string): Refusal {
  const { desk, person, requestId, operation } = call;
  desk.noteRefused({ action, actor: actorOf(person), subject, requestId, reason, details: { operation } });
  return forbidden(reason);
}
