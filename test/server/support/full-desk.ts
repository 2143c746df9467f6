import { randomUUID } from "node:crypto";
import type { DeskSession } from "@/api/generated/desk/types.gen";
import { type MockApiOptions, startMockApi } from "@mocks/doors/http-server";
import { createSessions } from "@server/auth/sessions";
import { readConfig } from "@server/config/read-config";
import type { Database } from "@server/db/database";
import { createDesk } from "@server/desk";
import { listen } from "@server/http/listen";
import { createMetrics } from "@server/http/metrics";
import type { Clock } from "@server/persona/clock";
import type { Role } from "@/domain/viewer";
import { pino } from "pino";

/** As a company runs it: https outside, a proxy in between, plain http here. */
export const publicOrigin = "https://desk.example";
export const personaKey = "persona_sandbox_0f7c1e9b-known-to-the-server-alone";
export const webhookSecret = "wbhsec_c0ffee";

/** What a page of the desk's own sends with a write. */
export const ownPage = { origin: publicOrigin, "sec-fetch-site": "same-origin", "desk-client": "web", "content-type": "application/json" };

/** The same with a write to Persona, each time another one. */
export const ownWrite = () => ({ ...ownPage, "idempotency-key": randomUUID() });

export type FullDeskOptions = {
  readonly simulator?: MockApiOptions;
  /** Variables of the configuration. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Where Persona is simulated already, for a second instance. */
  readonly personaUrl?: string;
  readonly clock?: Clock;
};

/** A whole instance that listens on loopback, with the simulator as Persona over HTTP. */
export async function startFullDesk(db: Database, options: FullDeskOptions = {}) {
  const persona = options.personaUrl === undefined ? await startMockApi({ rateLimit: 1_000_000, ...options.simulator }) : undefined;
  const personaUrl = options.personaUrl ?? persona?.url ?? "";
  const config = readConfig({
    PUBLIC_URL: publicOrigin,
    // nothing listens there
    OIDC_ISSUER: "http://127.0.0.1:9",
    OIDC_CLIENT_ID: "inquiry-desk",
    OIDC_ROLES: "desk=reviewer",
    PERSONA_API_URL: `${personaUrl}/api/v1`,
    PERSONA_API_KEY: personaKey,
    PERSONA_WEBHOOK_SECRETS: webhookSecret,
    DATABASE_DIRECTORY: "memory",
    // it would ask the simulator for things in between
    INDEX_SWEEP_HOURS: "off",
    ...options.settings,
  });
  const { clock } = options;
  const log = pino({ level: "silent" });
  const desk = await createDesk({ config, db, log, metrics: createMetrics(), application: undefined, ...(clock && { clock }) });
  const listening = await listen(desk.app, { host: "127.0.0.1", port: 0 });
  const url = `http://127.0.0.1:${listening.port}`;
  const sessions = createSessions({ db, config, now: Date.now });
  const cookies = new Map<Role, string>();

  /** A cookie of somebody with that role, signed in once. */
  async function cookieOf(role: Role): Promise<string> {
    const known = cookies.get(role);
    if (known !== undefined) return known;
    const identity = { issuer: "https://identity.example", subject: role, name: `A ${role}`, emailAddress: `${role}@desk.example`, role };
    const { cookieValue } = await db.transaction((transaction) => sessions.start(identity, undefined, transaction));
    cookies.set(role, `__Host-desk=${cookieValue}`);
    return `__Host-desk=${cookieValue}`;
  }

  /** What a page that was loaded for somebody with that role sends with a command, each time another one. */
  async function ownCommand(role: Role) {
    const cookie = await cookieOf(role);
    const session = await fetch(`${url}/desk/v1/session`, { headers: { cookie, "sec-fetch-site": "same-origin" } });
    const { user } = (await session.json()) as DeskSession;
    return { ...ownWrite(), cookie, "desk-person": user.id };
  }

  return {
    url,
    port: listening.port,
    config,
    app: desk.app,
    personaUrl,
    simulator: persona?.simulator,
    sessions,
    cookieOf,
    ownCommand,
    /** Calls as a page of the desk's own would, signed in with a role. */
    async call(
      role: Role,
      method: string,
      path: string,
      body?: unknown,
      headers: Readonly<Record<string, string>> = {},
    ): Promise<Response> {
      const read = method === "GET" || method === "HEAD";
      return fetch(url + path, {
        method,
        headers: {
          ...(read ? { "sec-fetch-site": "same-origin", "desk-client": "web" } : ownWrite()),
          cookie: await cookieOf(role),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
    /** The first part of a stop. */
    drain: () => desk.drain(),
    async stop() {
      desk.drain();
      await desk.leave();
      await listening.stop(new Promise((resolve) => void setTimeout(resolve, 5_000).unref()));
      await desk.stop();
      await persona?.close();
    },
  };
}

export type FullDesk = Awaited<ReturnType<typeof startFullDesk>>;
