import { type Context, Hono } from "hono";
import { sessionsScope } from "@/domain/desk-capability";
import { personActor } from "../audit/audit-actor";
import { roleRefusal } from "../audit/audit-refusal";
import type { DeskEnv } from "../http/context";
import { notFound } from "../http/desk-error";
import type { Queryable } from "../db/database";
import type { AuthDeps } from "./auth-deps";
import { listSessions } from "./session-list";
import type { EndedSession } from "./sessions";
import { tellSessions } from "./tell-sessions";

/** Who is signed in, for admins, and everybody's own sessions: /desk/v1/sessions, behind `requireSession` and `requireOwnPage`. */
export function personSessionRoutes({ db, now, sessions, audit, pushes }: AuthDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const scopeOf = ({ var: { person } }: Context<DeskEnv>) => (sessionsScope(person) === "everybody" ? undefined : person.user.id);

  app.get("/desk/v1/sessions", async (c) => c.json({ data: await listSessions(db, scopeOf(c), c.var.person, now()) }));

  app.delete("/desk/v1/sessions/:sessionId", async (c) => {
    const sessionId = knownId(c.req.param("sessionId"));
    await endAndRecord(c, (transaction) => sessions.end(sessionId, transaction, scopeOf(c)));
    return c.body(null, 204);
  });

  app.delete("/desk/v1/people/:personId/sessions", async (c) => {
    const personId = knownId(c.req.param("personId"));
    const own = scopeOf(c);
    if (own !== undefined && own !== personId) {
      const subject = { type: "person", id: personId };
      throw await roleRefusal(c, audit, { action: "end-session", subject }, "Only admins may end other people's sessions.");
    }
    await endAndRecord(c, (transaction) => sessions.endAll(personId, transaction));
    return c.body(null, 204);
  });

  /** @throws DeskError 404 where there is no such session in force; nobody is told whether it is somebody else's */
  async function endAndRecord(c: Context<DeskEnv>, end: (transaction: Queryable) => Promise<EndedSession[]>): Promise<void> {
    const { person, requestId } = c.var;
    await db.transaction(async (transaction) => {
      const ended = await end(transaction);
      const [first] = ended;
      if (!first) throw notFound();
      await tellSessions(pushes, first.id, transaction);
      const subject = { type: "person", id: first.personId };
      const input = { action: "end-session", outcome: "done", actor: personActor(person), subject, requestId } as const;
      await audit.append({ ...input, details: { sessions: ended.length } }, transaction);
    });
  }
  return app;
}

/** Of the form that IDs here have. @throws DeskError 404 */
function knownId(id: string): string {
  if (!/^\w{1,100}$/.test(id)) throw notFound();
  return id;
}
