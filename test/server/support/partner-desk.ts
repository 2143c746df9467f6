import { createPresentRoles } from "@server/auth/present-roles";
import { createRestorationStore } from "@server/commands/restoration-store";
import { createRestorations } from "@server/commands/restorations";
import { silentPino } from "./silent-pino";
import { Hono } from "hono";
import pino from "pino";
import { onTestFinished } from "vitest";
import type { CreatedPartnerToken, PartnerScope } from "@/api/generated/desk/types.gen";
import type { Role } from "@/domain/viewer";
import { inquiryId, tinySimulator } from "@mocks/testing/tiny-world";
import { readDeskAnswer } from "@test/contract/desk-validator";
import { createManualClock } from "./manual-clock";
import type { PersonaConfig } from "@server/config/config";
import type { Database } from "@server/db/database";
import type { DeskEnv } from "@server/http/context";
import { errorAnswer } from "@server/http/error-answer";
import { createPersonaCaller } from "@server/persona/caller";
import { createInquiryStates } from "@server/persona/inquiry-states";
import { createPersonaWrites } from "@server/persona/writes";
import { createAuditLog } from "@server/audit/audit-log";
import { createIssuedLinks } from "@server/links/issued-links";
import { createKeyedHash } from "@server/db/keyed-hash";
import { createPartnerResume } from "@server/partner/partner-resume";
import { partnerRoutes } from "@server/partner/partner-routes";
import { partnerTokenRoutes } from "@server/partner/partner-token-routes";
import { createPartnerTokens } from "@server/partner/partner-tokens";
import { createPushStore } from "@server/push/push-store";
import { createStandings } from "@server/partner/standing";
import { createStandingReads } from "@server/partner/standing-reads";

export const persona: PersonaConfig = {
  apiUrl: "http://persona.test/api/v1",
  version: "2026-09-29",
  apiKey: "persona_production_test",
  environment: "production",
  permissions: [],
  fileOrigins: [],
  webhookSecrets: [],
  webhookToleranceSeconds: 300,
  callsPerMinute: 300,
  timeoutSeconds: 5,
  sweepSeconds: undefined,
};
const silentLog = pino({ level: "silent" });
export const everything: PartnerScope[] = ["standing.read", "inquiry.resume"];

/** The partner API and the desk's routes for its tokens, with the simulator as Persona. */
export async function startPartnerDesk(db: Database) {
  const clock = createManualClock();
  const now = () => clock.now();
  const simulator = tinySimulator({ standsFor: "persona" });
  await simulator.ready();
  const network: {
    down: boolean;
    /** Rewrites what the simulator answers to an address. */ garble?: (url: string, body: string) => string;
  } = {
    down: false,
  };
  const pushes = createPushStore({ db, now });
  const audit = createAuditLog({ db, now, pushes });
  const links = createIssuedLinks({ db, now, pushes, hash: createKeyedHash("a key", "issued links") });
  const inquiryStates = createInquiryStates({ db, now });
  const caller = await createPersonaCaller({
    db,
    persona,
    log: silentLog,
    clock,
    fetch: async (url, init) => {
      if (network.down) {
        throw new TypeError("fetch failed", { cause: Object.assign(new Error("connection refused"), { code: "ECONNREFUSED" }) });
      }
      const request = new Request(url, init);
      const answer = await simulator.handle(request);
      if (!answer) throw new Error("Not the simulator's");
      return network.garble === undefined ? answer : new Response(network.garble(request.url, await answer.text()), answer);
    },
  });
  const writes = createPersonaWrites({ db, caller, audit, pushes, links, inquiryStates, log: silentLog, clock });
  const tokens = createPartnerTokens({ db, now });
  onTestFinished(async () => {
    await writes.stop();
    await caller.close();
  });
  const app = new Hono<DeskEnv>();
  app.onError(errorAnswer);
  app.use(async (c, next) => {
    // stands for what every request goes through, and for requireSession
    c.set("requestId", "dr_1");
    c.set("remoteAddress", c.req.header("x-test-address") ?? "192.0.2.1");
    const role = c.req.header("x-test-role");
    // a test names one of the roles
    if (role !== undefined) {
      c.set("person", { sessionId: "s", user: { id: "user_1", name: "Ada", emailAddress: "ada@desk.example" }, role: role as Role });
    }
    await next();
  });
  app.route("/", partnerTokenRoutes({ db, tokens, audit, pushes }));
  const standings = createStandings({ inquiryStates, reads: createStandingReads(db), persona: caller, now });
  const store = createRestorationStore({ db, now, audit });
  const resume = createPartnerResume(
    createRestorations({ store, caller, writes, presentRoles: createPresentRoles({ db }), audit, log: silentPino, clock }),
  );
  app.route("/", partnerRoutes({ db, tokens, audit, now, standings, resume }));

  const call = async (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const response = await app.request(path, { method, headers: { "content-type": "application/json", ...headers }, ...sent });
    return readDeskAnswer(method, path, response);
  };
  const desk = (method: string, path: string, body?: unknown, role: Role = "admin") => call(method, path, { "x-test-role": role }, body);
  const create = async (scopes = everything, expiresInDays: number | null = null) => {
    const { body } = await desk("POST", "/desk/v1/partner-tokens", { name: "Core banking", scopes, expiresInDays });
    // the contract was checked
    return body as CreatedPartnerToken;
  };
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  return {
    clock,
    simulator,
    network,
    audit,
    links,
    desk,
    create,
    call,
    standing: (token: string, referenceId: string) => call("GET", `/partner/v1/standing/${encodeURIComponent(referenceId)}`, bearer(token)),
    resume: (token: string, id: string, as: unknown, key?: string) =>
      call(
        "POST",
        `/partner/v1/inquiries/${id}/resume`,
        { ...bearer(token), ...(key !== undefined && { "idempotency-key": key }) },
        { as },
      ),
    entries: async () => (await audit.list({}, { limit: 50 })).toReversed(),
  };
}

/** Lets an inquiry of the simulator expire. @param number of its person, from 1 */
export const expire = (started: Awaited<ReturnType<typeof startPartnerDesk>>, number: number) =>
  started.simulator.handle(
    new Request(`http://persona.test/api/v1/inquiries/${inquiryId(started.simulator, number)}/expire`, {
      method: "POST",
      headers: { authorization: `Bearer ${persona.apiKey}` },
    }),
  );
