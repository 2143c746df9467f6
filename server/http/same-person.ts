import type { Context, MiddlewareHandler } from "hono";
import type { DeskEnv } from "./context";
import { badRequest, DeskError } from "./desk-error";
import { isRead } from "./own-page";

const anotherPerson = (name: string) =>
  new DeskError(409, "Somebody else is signed in", `${name} is signed in now, in another tab. Reload the page to go on as them.`, {
    headers: { "Desk-Sent": "no" },
  });

/**
 * Refuses a write of a page that was loaded for somebody else than is signed in now: in another tab somebody has signed in since. Has to
 * stand behind `requireSession`. A write may leave the header out where this is no `requireNamedPerson`.
 */
export const requireSamePerson: MiddlewareHandler<DeskEnv> = async (c, next) => {
  const named = isRead(c.req.method) ? undefined : c.req.header("desk-person");
  if (named !== undefined && named !== c.var.person.user.id) throw anotherPerson(c.var.person.user.name);
  await next();
};

/** The Idempotency-Key of a command, which has to name its person as well. @throws DeskError 400 */
export function commandKey(c: Context<DeskEnv>): string {
  requireNamedPerson(c);
  return idempotencyKey(c, "A command");
}

/** @throws DeskError 400 for a command without the header `Desk-Person` */
export function requireNamedPerson(c: Context<DeskEnv>): void {
  if (c.req.header("desk-person") === undefined) throw badRequest("A command has to carry Desk-Person, whom its page was loaded for.");
}

/**
 * Without a key nobody could tell a repetition from another intent.
 * @param what lacks it, for the words
 * @throws DeskError 400
 */
export function idempotencyKey(c: Context<DeskEnv>, what: string): string {
  const key = c.req.header("idempotency-key");
  if (key === undefined) throw badRequest(`${what} has to carry an Idempotency-Key.`);
  if (!/^[\x21-\x7E]{1,255}$/.test(key)) throw badRequest("Idempotency-Key has to be 1 to 255 visible ASCII characters.");
  return key;
}
