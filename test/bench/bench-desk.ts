import type { BenchDatabase } from "./bench-database";
import { type Program, startProgram } from "./programs";

/** As a company runs it: https outside, a proxy in between, plain http here. */
export const publicOrigin = "https://desk.example";
export const webhookSecret = "wbhsec_benchmark";

type InstanceOptions = {
  /** The server's bundle. */
  readonly script: string;
  readonly database: BenchDatabase;
  readonly personaUrl: string;
  readonly port: number;
  readonly metricsPort?: number;
  /** Variables beside the usual ones. */
  readonly more?: Readonly<Record<string, string>>;
};

/** One instance of the server, a process of its own. */
export function startInstance({ script, database, personaUrl, port, metricsPort, more }: InstanceOptions): Promise<Program> {
  const settings = {
    NODE_ENV: "production",
    PUBLIC_URL: publicOrigin,
    PORT: String(port),
    METRICS_PORT: metricsPort === undefined ? "off" : String(metricsPort),
    OIDC_ISSUER: "https://identity.example",
    OIDC_CLIENT_ID: "inquiry-desk",
    OIDC_ROLES: "desk=reviewer",
    PERSONA_API_URL: `${personaUrl}/api/v1`,
    PERSONA_API_KEY: "persona_production_benchmark",
    PERSONA_WEBHOOK_SECRETS: webhookSecret,
    LOG_LEVEL: "error",
    ...database.settings,
    ...more,
  };
  return startProgram(script, [], settings, /listening on (\S+)/);
}
