import type { Config } from "./config";
import type { Variables } from "./variables";

/** The variables, all of them checked, as the parts of the server want them. */
export function configOf(v: Variables): Config {
  return {
    publicUrl: v.PUBLIC_URL,
    listen: { host: v.HOST, port: v.PORT },
    metrics: v.METRICS_PORT === "off" ? undefined : { host: v.METRICS_HOST, port: v.METRICS_PORT },
    trustedProxies: v.TRUSTED_PROXIES,
    signIn: signInOf(v),
    session: {
      idleSeconds: v.SESSION_IDLE_MINUTES * 60,
      absoluteSeconds: v.SESSION_ABSOLUTE_HOURS * 3600,
      warnSeconds: v.SESSION_WARN_SECONDS,
      recheckSeconds: v.SESSION_RECHECK_MINUTES * 60,
      uncheckedSeconds: v.SESSION_UNCHECKED_HOURS * 3600,
    },
    persona: {
      apiUrl: v.PERSONA_API_URL,
      apiKey: v.PERSONA_API_KEY,
      version: v.PERSONA_VERSION,
      environment: v.DESK_ENVIRONMENT ?? (v.PERSONA_API_KEY.startsWith("persona_production_") ? "production" : "sandbox"),
      permissions: v.PERSONA_KEY_PERMISSIONS,
      fileOrigins: v.PERSONA_FILE_ORIGINS,
      webhookSecrets: v.PERSONA_WEBHOOK_SECRETS ?? (v.PERSONA_WEBHOOK_SECRET === undefined ? [] : [v.PERSONA_WEBHOOK_SECRET]),
      webhookToleranceSeconds: v.PERSONA_WEBHOOK_TOLERANCE_SECONDS,
      callsPerMinute: v.PERSONA_CALLS_PER_MINUTE,
      timeoutSeconds: v.PERSONA_TIMEOUT_SECONDS,
      sweepSeconds: v.INDEX_SWEEP_HOURS === "off" ? undefined : v.INDEX_SWEEP_HOURS * 3600,
    },
    database: databaseOf(v),
    organizationName: v.ORGANIZATION_NAME,
    logLevel: v.LOG_LEVEL,
    drainSeconds: v.DRAIN_SECONDS,
    stopSeconds: v.STOP_SECONDS,
    personCallsPerMinute: v.PERSON_CALLS_PER_MINUTE,
  };
}

function signInOf(v: Variables): Config["signIn"] {
  if (v.SIGN_IN === "development") return { kind: "development" };
  if (!v.OIDC_ISSUER || !v.OIDC_CLIENT_ID || !v.OIDC_ROLES) throw new Error("Unchecked variables");
  return {
    kind: "oidc",
    issuer: v.OIDC_ISSUER,
    clientId: v.OIDC_CLIENT_ID,
    clientSecret: v.OIDC_CLIENT_SECRET,
    scopes: v.OIDC_SCOPES,
    roleClaim: v.OIDC_ROLE_CLAIM,
    roles: v.OIDC_ROLES,
  };
}

/** Where the database is. */
export function databaseOf(v: Pick<Variables, "DATABASE_URL" | "DATABASE_MIGRATION_URL" | "DATABASE_DIRECTORY">): Config["database"] {
  if (v.DATABASE_URL !== undefined) return { kind: "postgres", url: v.DATABASE_URL, migrationUrl: v.DATABASE_MIGRATION_URL };
  const directory = v.DATABASE_DIRECTORY ?? "./data";
  return { kind: "embedded", directory: directory === "memory" ? undefined : directory };
}
