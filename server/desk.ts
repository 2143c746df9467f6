import { Hono, type MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import { errorKind } from "@/lib/error-kind";
import { authRoutes } from "./auth/auth-routes";
import { createCookies } from "./auth/cookies";
import { createIdentityProvider } from "./auth/identity-provider";
import { lookUpAtStart } from "./auth/look-up-at-start";
import { personSessionRoutes } from "./auth/person-session-routes";
import { createPresentRoles } from "./auth/present-roles";
import { sessionRoutes } from "./auth/session-routes";
import { createSessionChecks } from "./auth/session-checks";
import { createSessions } from "./auth/sessions";
import type { Config } from "./config/config";
import type { Database } from "./db/database";
import { createHealth } from "./db/health";
import { createKeyedHash } from "./db/keyed-hash";
import { isUnavailable } from "./db/unavailable";
import { createAuditHeadLog } from "./audit/audit-head";
import { createAuditLog } from "./audit/audit-log";
import { createOpenings } from "./audit/audit-openings";
import { auditRoutes } from "./audit/audit-routes";
import { createClaims } from "./claims/claims";
import { claimRoutes } from "./claims/claims-routes";
import { batchRoutes } from "./commands/batch-routes";
import { createBatchStore } from "./commands/batch-store";
import { createBatches } from "./commands/batches";
import { decisionRoutes } from "./commands/decision-routes";
import { createDecisionSettling } from "./commands/decision-settling";
import { createDecisionStore } from "./commands/decision-store";
import { createDecisions } from "./commands/decisions";
import { createSecondLookCommands } from "./commands/second-look-commands";
import { secondLookRoutes } from "./commands/second-look-routes";
import { creationRoutes } from "./commands/creation-routes";
import { createCreations } from "./commands/creations";
import { restorationRoutes } from "./commands/restoration-routes";
import { createRestorationStore } from "./commands/restoration-store";
import { createRestorations } from "./commands/restorations";
import { inquiryExportRoutes } from "./inquiries/inquiry-export-routes";
import { inquiryRoutes } from "./inquiries/inquiry-routes";
import { createInquiryIndex } from "./inquiries/inquiry-index";
import { createEventStreams } from "./stream/event-stream-routes";
import { createDeviceIndex } from "./devices/device-index";
import { deviceRoutes } from "./devices/device-routes";
import { createIssuedLinks } from "./links/issued-links";
import { linkRoutes } from "./links/issued-links-routes";
import { createPartnerResume } from "./partner/partner-resume";
import { partnerRoutes } from "./partner/partner-routes";
import { partnerTokenRoutes } from "./partner/partner-token-routes";
import { createPartnerTokens } from "./partner/partner-tokens";
import { createPushStore } from "./push/push-store";
import { postponementRoutes } from "./postponements/postponement-routes";
import { createPostponements } from "./postponements/postponements";
import { reviewQueueRoutes } from "./review-queue/review-queue-routes";
import { createSecondLooks } from "./second-looks/second-look-store";
import { createSavedViews } from "./views/saved-views";
import { savedViewRoutes } from "./views/saved-views-routes";
import { createSettings } from "./settings/settings";
import { settingRoutes } from "./settings/settings-routes";
import { createStandings } from "./partner/standing";
import { createStandingReads } from "./partner/standing-reads";
import { accessLog } from "./http/access-log";
import { countCall } from "./http/call-counter";
import type { DeskEnv } from "./http/context";
import { notFound } from "./http/desk-error";
import { errorAnswer } from "./http/error-answer";
import { healthRoutes } from "./http/health";
import type { Metrics } from "./http/metrics";
import { noStore } from "./http/no-store";
import { requireOwnPage } from "./http/own-page";
import { limitBodies } from "./http/request-body";
import { requireSamePerson } from "./http/same-person";
import { requestContext } from "./http/request-context";
import { plainTargets } from "./http/request-target";
import { requireSession } from "./auth/require-session";
import { securityHeaders } from "./http/security-headers";
import { staticFiles } from "./http/static-files";
import { createPersonaCaller } from "./persona/caller";
import { type Clock, systemClock } from "./persona/clock";
import { noteMatches } from "./persona/inquiry-findings";
import { endsOf } from "./persona/inquiry-observation";
import { createInquiryStates } from "./persona/inquiry-states";
import { personaMeter } from "./persona/meter";
import { personaProxy } from "./persona/proxy";
import { webhookRoutes } from "./persona/webhook-routes";
import { createWebhookStore } from "./persona/webhook-store";
import { createPersonaWrites } from "./persona/writes";
import { retentionTasks } from "./retention/retention-tasks";
import { createSchedule } from "./retention/schedule";

export type DeskDeps = {
  readonly config: Config;
  readonly db: Database;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Where `npm run build` left the application; without one only the APIs are served. */
  readonly application: string | undefined;
  /** What is done by the desk's own time, and when the schedule is looked at. */
  readonly clock?: Clock;
};

/** One instance of the desk: what answers requests, and what goes on beside them. */
export type Desk = {
  readonly app: Hono<DeskEnv>;
  /** Says from now on that it is not ready, and asks for every connection to be closed after its answer. It goes on answering. */
  drain(): void;
  /** Ends event streams, so that browsers go to another instance. */
  leave(): Promise<void>;
  /** Ends what goes on beside the requests, once these are answered. The database stays open. */
  stop(): Promise<void>;
};

/** Wires one instance. Everything another instance has to know goes through the database, so any number may run. */
export async function createDesk(deps: DeskDeps): Promise<Desk> {
  const { config, db, log, metrics, application, clock = systemClock } = deps;
  const now = () => clock.now();
  const { publicUrl, persona, signIn } = config;

  const pushes = createPushStore({ db, now });
  const audit = createAuditLog({ db, now, pushes });
  const health = createHealth({ db, canAudit: (transaction) => audit.canAppend(transaction), log, now });
  const links = createIssuedLinks({ db, now, pushes, hash: createKeyedHash(persona.apiKey, "issued links") });
  const devices = createDeviceIndex({ db, hash: createKeyedHash(persona.apiKey, "devices") });
  const inquiryStates = createInquiryStates({ db, now });
  const caller = await createPersonaCaller({
    db,
    persona,
    log,
    meter: personaMeter(metrics),
    onSeen: async (seen) => {
      const known = await inquiryStates.noteMany(seen.inquiries);
      await noteMatches(db, seen.matches, now());
      await devices.note(seen.devices);
      await links.noteInquiryStates(known);
      await links.noteUse({ ends: endsOf(seen.inquiries, known), opened: seen.opened });
    },
  });
  const index = createInquiryIndex({
    db,
    caller,
    inquiryStates,
    links,
    pushes,
    metrics,
    clock: { ...systemClock, now },
    log,
    sweepSeconds: persona.sweepSeconds,
  });
  const onSettled = createDecisionSettling(now);
  const writes = createPersonaWrites({ db, caller, audit, pushes, links, inquiryStates, log, onSettled });
  const settings = createSettings({ db, now, audit, pushes });
  const presentRoles = createPresentRoles({ db });
  const decisionStore = createDecisionStore({ db, now, audit, pushes });
  const decisions = createDecisions({
    store: decisionStore,
    caller,
    writes,
    inquiryStates,
    settings,
    presentRoles,
    audit,
    log,
    clock: { ...systemClock, now },
  });

  const postponements = createPostponements({ db, now, audit, pushes });
  const batches = createBatches({
    store: createBatchStore({ db, now, audit, pushes }),
    decisions,
    postponements,
    presentRoles,
    inquiryStates,
    settings,
    audit,
    log,
    clock: { ...systemClock, now },
  });
  const creations = createCreations({
    db,
    caller,
    writes,
    settings,
    audit,
    hash: createKeyedHash(persona.apiKey, "reference IDs"),
    bodyHash: createKeyedHash(persona.apiKey, "bodies of writes"),
    clock: { ...systemClock, now },
  });
  const restorations = createRestorations({
    store: createRestorationStore({ db, now, audit }),
    caller,
    writes,
    presentRoles,
    audit,
    log,
    clock: { ...systemClock, now },
  });

  const sessions = createSessions({ db, config, now });
  const cookies = createCookies(publicUrl);
  const identityProvider = signIn.kind === "oidc" ? createIdentityProvider({ signIn, publicUrl, now }) : undefined;
  const checks = createSessionChecks({ config, db, now, audit, pushes, sessions, identityProvider, log });
  const auth = { config, db, now, audit, pushes, sessions, cookies, checks, identityProvider };
  const events = createEventStreams({
    db,
    pushes,
    health,
    sessionLife: (sessionId) => sessions.life(sessionId),
    onCount: (open) => metrics.eventStreams.set(open),
  });
  const partnerTokens = createPartnerTokens({ db, now });
  const claims = createClaims({ db, now, audit, pushes });
  const stopping = new AbortController();

  const app = new Hono<DeskEnv>();
  app.onError(errorAnswer);
  app.notFound((c) => errorAnswer(notFound(), c));
  app.use(
    requestContext(log, config.trustedProxies),
    accessLog(metrics),
    securityHeaders({ publicUrl, fileOrigins: persona.fileOrigins }),
    noStore,
    limitBodies,
    plainTargets,
  );
  app.use(async (c, next) => {
    await next();
    if (stopping.signal.aborted) c.res.headers.set("connection", "close");
  });
  app.route("/", healthRoutes({ health, stopping: stopping.signal }));
  app.route(
    "/",
    webhookRoutes({
      persona,
      store: createWebhookStore({ db, inquiryStates, pushes, links, devices, now }),
      now,
      count: (outcome) => metrics.webhooks.inc({ outcome }),
    }),
  );
  app.route(
    "/",
    partnerRoutes({
      db,
      tokens: partnerTokens,
      audit,
      now,
      resume: createPartnerResume(restorations),
      standings: createStandings({ inquiryStates, reads: createStandingReads(db), persona: caller, now }),
    }),
  );
  app.route("/", authRoutes(auth));

  const signedIn: MiddlewareHandler<DeskEnv>[] = [
    async (c, next) => {
      c.set("nothingDone", true);
      await next();
    },
    requireSession(sessions, cookies),
    requireOwnPage(publicUrl),
    async (c, next) => {
      await countCall(db, c.var.person.user.id, config.personCallsPerMinute, now());
      c.set("nothingDone", false);
      await next();
    },
    requireSamePerson,
  ];
  app.use("/desk/*", ...signedIn, async (c, next) => {
    // a restoration and a creation are several steps
    if (!["/desk/v1/restorations", "/desk/v1/creations"].includes(c.req.path)) c.set("inOneTransaction", true);
    await next();
  });
  app.use("/api/*", ...signedIn);
  app.route("/", sessionRoutes(auth));
  app.route("/", personSessionRoutes(auth));
  app.route("/", events.routes);
  app.route("/", auditRoutes({ audit, now }));
  app.route("/", claimRoutes({ claims, audit }));
  app.route("/", postponementRoutes({ postponements, audit, now }));
  app.route("/", reviewQueueRoutes({ db, claims, settings, audit, now }));
  app.route("/", decisionRoutes({ decisions, audit, environment: persona.environment }));
  app.route("/", batchRoutes({ batches, audit, environment: persona.environment }));
  const looks = createSecondLooks({ db, now, audit, pushes });
  app.route(
    "/",
    secondLookRoutes({
      service: createSecondLookCommands({ looks, decisionStore, decisions, inquiryStates, settings, now }),
      looks,
      audit,
    }),
  );
  app.route("/", restorationRoutes({ restorations, audit, environment: persona.environment }));
  app.route("/", creationRoutes({ creations, audit, environment: persona.environment }));
  app.route("/", linkRoutes({ links }));
  app.route("/", deviceRoutes({ devices }));
  app.route("/", inquiryRoutes({ db, settings, now }));
  app.route("/", inquiryExportRoutes({ db, audit, now }));
  app.route("/", settingRoutes({ settings, audit }));
  app.route("/", savedViewRoutes({ views: createSavedViews({ db, now, pushes }), audit }));
  app.route("/", partnerTokenRoutes({ db, tokens: partnerTokens, audit, pushes }));
  app.route("/", personaProxy({ caller, writes, audit, openings: createOpenings({ audit, now }), environment: persona.environment }));
  // the metrics have a port of their own
  for (const path of ["/api/*", "/desk/*", "/partner/*", "/webhooks/*", "/auth/*", "/metrics"]) {
    app.all(path, (c) => errorAnswer(notFound(), c));
  }
  if (application !== undefined) app.get("*", staticFiles(application));

  void lookUpAtStart(identityProvider, log);
  // once before anybody asks: what is wrong with the database is said at the start
  await health.check();
  const stopHealth = health.start();
  const stopChecks = checks?.start();
  writes.start();
  decisions.start();
  batches.start();
  restorations.start();
  index.start();
  const stopHeadLog = createAuditHeadLog({ head: () => audit.head(), now, log }).start((error) => {
    if (!isUnavailable(error)) log.warn({ error: errorKind(error) }, "audit head");
  });
  const schedule = createSchedule({ db, clock, log, tasks: retentionTasks({ db, now, audit }) });
  schedule.start();

  return {
    app,
    drain: () => stopping.abort(),
    leave: () => events.close(),
    async stop() {
      stopHealth();
      stopChecks?.();
      stopHeadLog();
      // what it has begun with is carried on by decisions
      await batches.stop();
      await Promise.all([decisions.stop(), restorations.stop(), index.stop()]);
      await writes.stop();
      await schedule.stop();
      await caller.close();
      await pushes.close();
    },
  };
}
