import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { type Account, startIdentityProvider } from "@test/server/support/identity-provider";
import { startPostgres } from "@test/server/support/start-postgres";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const webhookSecret = "wbhsec_of_the_full_stack";
/** These tests share one desk and do in a minute what fifty people do; how calls are rationed has tests of its own. */
const callsPerMinute = "6000";

/** Who may sign in. The company's groups are mapped to roles by the server's configuration. */
export const accounts = [
  { subject: "lead-1", name: "Inés Valverde", emailAddress: "ines.valverde@hollisgrey.example", groups: ["staff", "desk-leads"] },
  { subject: "reviewer-1", name: "Maya Lindqvist", emailAddress: "maya.lindqvist@hollisgrey.example", groups: ["desk-reviewers"] },
  { subject: "auditor-1", name: "Victor Sandoval", emailAddress: "victor.sandoval@hollisgrey.example", groups: ["desk-auditors"] },
  { subject: "stranger-1", name: "Sam Passerby", emailAddress: "sam@hollisgrey.example", groups: ["staff"] },
] as const satisfies readonly Account[];

export type FullStackPorts = {
  readonly mockApi: number;
  readonly desks: readonly number[];
  readonly apiKey: string;
};

/** One instance of the server, as a process of its own. */
export type Instance = {
  readonly url: string;
  /** SIGKILL: no time to say goodbye. */
  kill(): Promise<void>;
  stop(): Promise<void>;
};

const started = (child: ChildProcess, pattern: RegExp) =>
  new Promise<void>((resolve, reject) => {
    let printed = "";
    const read = (text: string) => {
      printed = (printed + text).slice(-8_000);
      if (pattern.test(printed)) resolve();
    };
    child.stdout?.setEncoding("utf8").on("data", read);
    child.stderr?.setEncoding("utf8").on("data", read);
    child.once("exit", (code) => reject(new Error(`It ended with ${code}:\n${printed}`)));
  });

/** Runs a bundle of this project until it says that it listens. */
async function run(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  pattern: RegExp,
): Promise<Omit<Instance, "url">> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, ...env },
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await started(child, pattern);
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await ended;
  };
  return { kill: end("SIGKILL"), stop: end("SIGTERM") };
}

/**
 * Everything a company runs, on loopback: a database, an identity provider, Persona (simulated, with webhooks), and instances of the
 * server in front of them, out of what playwright.config.ts has built. Several instances need PostgreSQL; without one there is one, on the
 * embedded database.
 */
export async function startFullStack({ mockApi, desks, apiKey }: FullStackPorts) {
  const postgres = await startPostgres();
  const urls = desks.map((port) => `http://127.0.0.1:${port}`);
  const first = urls[0] ?? "";
  const identityProvider = await startIdentityProvider({ deskUrl: first, accounts });
  const persona = await run(
    "dist-mock-api/server.js",
    [
      "--port",
      String(mockApi),
      "--webhook-url",
      `${first}/webhooks/persona`,
      "--webhook-secret",
      webhookSecret,
      "--webhook-retries",
      "1",
      "--rate-limit",
      callsPerMinute,
    ],
    {},
    /Simulated Persona API/,
  );

  const environmentOf = (url: string) => ({
    PUBLIC_URL: url,
    PORT: new URL(url).port,
    METRICS_PORT: "off",
    OIDC_ISSUER: identityProvider.issuer.href,
    OIDC_CLIENT_ID: identityProvider.clientId,
    OIDC_ROLES: "desk-leads=lead,desk-reviewers=reviewer,desk-auditors=auditor",
    ORGANIZATION_NAME: "Hollis & Grey",
    PERSONA_API_URL: `http://127.0.0.1:${mockApi}/api/v1`,
    PERSONA_API_KEY: apiKey,
    PERSONA_FILE_ORIGINS: `http://127.0.0.1:${mockApi}`,
    PERSONA_WEBHOOK_SECRETS: webhookSecret,
    PERSONA_CALLS_PER_MINUTE: callsPerMinute,
    LOG_LEVEL: "warn",
    ...(postgres === undefined ? { DATABASE_DIRECTORY: "memory" } : { DATABASE_URL: postgres.url }),
  });
  const startInstance = async (url: string): Promise<Instance> => ({
    url,
    ...(await run("dist-server/main.js", [], environmentOf(url), /is listening on/)),
  });

  const instances = new Map<string, Instance>();
  const startAt = async (url: string) => void instances.set(url, await startInstance(url));
  await startAt(first);
  return {
    urls,
    /** What the command that checks the audit chain prints, told of the database alone. @throws Error when the chain is broken */
    verifyAudit: () =>
      execFileSync(process.execPath, ["dist-server/verify-audit.js"], {
        cwd: root,
        env: {
          PATH: process.env.PATH,
          ...Object.fromEntries(Object.entries(environmentOf(first)).filter(([name]) => name.startsWith("DATABASE_"))),
        },
        encoding: "utf8",
      }),
    /** Starts the instance of a URL, unless it runs. */
    async ensure(url: string): Promise<Instance> {
      if (!instances.has(url)) await startAt(url);
      // just set
      return instances.get(url)!;
    },
    async kill(url: string): Promise<void> {
      await instances.get(url)?.kill();
      instances.delete(url);
    },
    async stop() {
      for (const instance of instances.values()) await instance.stop();
      await persona.stop();
      await identityProvider.close();
      await postgres?.stop();
    },
  };
}

export type FullStack = Awaited<ReturnType<typeof startFullStack>>;

/** Signs in through the identity provider, and comes back to `to`. */
export async function signIn(page: Page, name: (typeof accounts)[number]["name"], to = "/", origin = ""): Promise<void> {
  await page.goto(`${origin}/auth/sign-in?to=${encodeURIComponent(to)}`);
  await page.getByRole("button", { name }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/interaction/"));
}
