import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { pino } from "pino";
import { readConfig } from "@server/config/read-config";
import type { AuthDeps } from "@server/auth/auth-deps";
import { authRoutes } from "@server/auth/auth-routes";
import { createCookies } from "@server/auth/cookies";
import { createIdentityProvider } from "@server/auth/identity-provider";
import { lookUpAtStart } from "@server/auth/look-up-at-start";
import { personSessionRoutes } from "@server/auth/person-session-routes";
import { sessionRoutes } from "@server/auth/session-routes";
import { createSessionChecks } from "@server/auth/session-checks";
import { createSessions } from "@server/auth/sessions";
import type { Database } from "@server/db/database";
import type { AuditInput, AuditWriter } from "@server/audit/audit-entry";
import type { DeskEnv } from "@server/http/context";
import { errorAnswer } from "@server/http/error-answer";
import { noStore } from "@server/http/no-store";
import { requireOwnPage } from "@server/http/own-page";
import { requireSession } from "@server/auth/require-session";
import { recordedPushes } from "./desk-client";

/** Where the desk of these tests is reached; nothing listens there. */
export const deskUrl = "http://127.0.0.1:8080";

const environment = {
  PUBLIC_URL: deskUrl,
  SIGN_IN: "development",
  PERSONA_API_KEY: "persona_sandbox_1",
  PERSONA_WEBHOOK_SECRET: "wbhsec_1",
  ORGANIZATION_NAME: "Hollis Grey",
};

/** Signing in and out, and one route behind it, on a clock of its own. `settings` are variables of the configuration. */
export function createAuthDesk(db: Database, settings: Record<string, string> = {}) {
  const config = readConfig({ ...environment, ...settings });
  const clock = { ms: Date.parse("2026-03-02T09:00:00.000Z") };
  const audited: AuditInput[] = [];
  const logged: Record<string, unknown>[] = [];
  // it was written as JSON by the line before
  const log = pino({ base: null, timestamp: false }, { write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>) });
  const { signIn, publicUrl } = config;
  const now = () => clock.ms;
  const pushes = recordedPushes();
  const audit: AuditWriter = {
    append: async (input) => void audited.push(input),
    refuse: async (attempt) => void audited.push({ ...attempt, outcome: "refused" }),
  };
  const sessions = createSessions({ db, config, now });
  const identityProvider = signIn.kind === "oidc" ? createIdentityProvider({ signIn, publicUrl, now }) : undefined;
  const checks = createSessionChecks({ config, db, now, audit, pushes, sessions, identityProvider, log });
  const deps: AuthDeps = { config, db, now, audit, pushes, sessions, cookies: createCookies(publicUrl), checks, identityProvider };
  // as if each desk was used from another network, so that desks on one database do not share a limit
  const address = `2001:db8:${randomBytes(2).toString("hex")}:${randomBytes(2).toString("hex")}::1`;
  const app = new Hono<DeskEnv>();
  app.onError(errorAnswer);
  app.use(noStore, async (c, next) => {
    c.set("requestId", "dr_test");
    c.set("remoteAddress", address);
    c.set("log", log);
    await next();
  });
  app.route("/", authRoutes(deps));
  app.use("/desk/v1/*", requireSession(deps.sessions, deps.cookies), requireOwnPage(publicUrl));
  app.route("/", sessionRoutes(deps));
  app.route("/", personSessionRoutes(deps));
  for (const path of ["/desk/v1/anything", "/desk/v1/claims/:inquiryId"]) app.all(path, (c) => c.json(c.var.person));
  const lookUpProvider = () => lookUpAtStart(deps.identityProvider, log);
  return { app, clock, audited, logged, pushes, checks, lookUpProvider, sessions: deps.sessions, config };
}

export type AuthDesk = ReturnType<typeof createAuthDesk>;
