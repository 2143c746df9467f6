import { Hono } from "hono";
import { z } from "zod";
import type { DeskSession, DeskSessionEnded, DeskSessionLife } from "@/api/generated/desk/types.gen";
import { personActor } from "../audit/audit-actor";
import type { DeskEnv } from "../http/context";
import { unauthenticated } from "../http/desk-error";
import { readJson } from "../http/read-json";
import type { AuthDeps } from "./auth-deps";
import { tellSessions } from "./tell-sessions";

const endRequest = z.strictObject({ everywhere: z.boolean() });

/** Who is signed in, and signing out: /desk/v1/session, behind `requireSession` and `requireOwnPage`. */
export function sessionRoutes({ config, db, sessions, cookies, audit, pushes, identityProvider }: AuthDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/desk/v1/session", async (c) => {
    const { person } = c.var;
    const life = await sessions.life(person.sessionId);
    if (!life) throw unauthenticated();
    const { permissions, environment, version: personaVersion } = config.persona;
    const organization = { name: config.organizationName };
    const { user, role } = person;
    const answer = { user, role, permissions: [...permissions], environment, personaVersion, organization, life };
    return c.json(answer satisfies DeskSession);
  });

  app.post("/desk/v1/session/extend", async (c) => {
    const life: DeskSessionLife | undefined = await sessions.extend(c.var.person.sessionId);
    if (!life) throw unauthenticated();
    return c.json(life);
  });

  app.post("/desk/v1/session/end", async (c) => {
    const { everywhere } = await readJson(c, endRequest);
    const { person, requestId } = c.var;
    await db.transaction(async (transaction) => {
      const ended = await (everywhere ? sessions.endAll(person.user.id, transaction) : sessions.end(person.sessionId, transaction));
      const [first] = ended;
      if (first) await tellSessions(pushes, first.id, transaction);
      const input = { action: "sign-out", outcome: "done", actor: personActor(person), subject: null, requestId } as const;
      await audit.append({ ...input, details: { everywhere, sessions: ended.length } }, transaction);
    });
    cookies.session.clear(c);
    const next = (await identityProvider?.signOutUrl())?.href ?? "/auth/signed-out";
    return c.json({ next } satisfies DeskSessionEnded);
  });
  return app;
}
