import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { DeskSession, DeskSessionEnded, DeskSessionLife } from "@/api/generated/desk/types.gen";
import { personActor } from "../audit/audit-actor";
import type { DeskEnv } from "../http/context";
import { badRequest, unauthenticated } from "../http/desk-error";
import type { AuthDeps } from "./auth-deps";

const endRequest = z.strictObject({ everywhere: z.boolean() });

/** Who is signed in, and signing out: /desk/v1/session, behind `requireSession` and `requireOwnPage`. */
export function sessionRoutes({ config, db, sessions, cookies, audit, identityProvider }: AuthDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/desk/v1/session", async (c) => {
    const { person } = c.var;
    const life = await sessions.life(person.sessionId);
    if (!life) throw unauthenticated();
    const { permissions, environment } = config.persona;
    const organization = { name: config.organizationName };
    const answer = { user: person.user, role: person.role, permissions: [...permissions], environment, organization, life };
    return c.json(answer satisfies DeskSession, 200, { "cache-control": "no-store" });
  });

  app.post("/desk/v1/session/extend", async (c) => {
    const life: DeskSessionLife | undefined = await sessions.extend(c.var.person.sessionId);
    if (!life) throw unauthenticated();
    return c.json(life, 200, { "cache-control": "no-store" });
  });

  app.post("/desk/v1/session/end", bodyLimit({ maxSize: 1024 }), async (c) => {
    const request = endRequest.safeParse(await c.req.json<unknown>().catch(() => undefined));
    if (!request.success) throw badRequest("everywhere must be true or false");
    const { person, requestId } = c.var;
    const { everywhere } = request.data;
    await db.transaction(async (transaction) => {
      const ended = await (everywhere ? sessions.endAll(person.user.id, transaction) : sessions.end(person.sessionId, transaction));
      const input = { action: "sign-out", outcome: "done", actor: personActor(person), subject: null, requestId } as const;
      await audit.append({ ...input, details: { everywhere, sessions: ended } }, transaction);
    });
    cookies.session.clear(c);
    const next = (await identityProvider?.signOutUrl())?.href ?? "/auth/signed-out";
    return c.json({ next } satisfies DeskSessionEnded, 200, { "cache-control": "no-store" });
  });
  return app;
}
