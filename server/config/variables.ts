import { z } from "zod";
import { defaultPersonaVersion, personaVersions } from "@/domain/persona-version";
import { defaultKeyPermissions } from "@/domain/key-permissions";
import { roles } from "@/domain/viewer";
import { addressRange, listOf, origin, port, postgresUrl, safeUrl, wholeNumber } from "./formats";
import { roleMapping } from "./role-mapping";

const word = z.string().regex(/^\S+$/);

/**
 * Every variable the server reads. Each description completes “NAME: …; expected”, and is what docs and error messages go by; it
 * never holds a value. What depends on several variables is in `conflicts.ts`.
 */
export const variables = z.object({
  PUBLIC_URL: origin.describe("the origin people open, such as https://desk.example.com (http only on a loopback host)"),
  HOST: word.default("127.0.0.1").describe("the address to listen on, such as 0.0.0.0"),
  PORT: port.default(8080).describe("a port number"),
  METRICS_HOST: word.default("127.0.0.1").describe("the address to serve metrics on"),
  METRICS_PORT: z
    .union([z.literal("off"), port])
    .default(9464)
    .describe("a port number, or off"),
  TRUSTED_PROXIES: listOf(addressRange)
    .default([])
    .describe("addresses or ranges of the proxies in front, such as 10.0.0.0/8, comma-separated"),

  SIGN_IN: z.enum(["oidc", "development"]).default("oidc").describe("oidc or development"),
  OIDC_ISSUER: safeUrl.optional().describe("the identity provider's issuer address (http only on a loopback host)"),
  OIDC_CLIENT_ID: word.optional().describe("the client's ID at the identity provider"),
  OIDC_CLIENT_SECRET: z.string().optional().describe("the client's secret; none for a public client"),
  OIDC_SCOPES: z
    .string()
    .refine((scopes) => scopes.split(/\s+/).includes("openid"))
    .default("openid profile email")
    .describe("scopes separated by spaces, openid among them"),
  OIDC_ROLE_CLAIM: word.default("groups").describe("the claim that names groups or roles, such as groups or realm_access.roles"),
  OIDC_ROLES: roleMapping
    .optional()
    .describe('what each value of that claim means, such as desk-leads=lead,"Desk, reviewers"=reviewer; roles are ' + roles.join(", ")),
  SESSION_IDLE_MINUTES: wholeNumber(2, 24 * 60)
    .default(30)
    .describe("minutes from 2 to 1440"),
  SESSION_ABSOLUTE_HOURS: wholeNumber(1, 7 * 24)
    .default(12)
    .describe("hours from 1 to 168"),
  SESSION_RECHECK_MINUTES: wholeNumber(1, 24 * 60)
    .default(10)
    .describe("minutes from 1 to 1440"),
  SESSION_UNCHECKED_HOURS: wholeNumber(1, 7 * 24)
    .default(4)
    .describe("hours from 1 to 168"),
  SESSION_WARN_SECONDS: wholeNumber(10, 3600).default(120).describe("seconds from 10 to 3600"),

  PERSONA_API_URL: safeUrl
    .refine((url) => url.search === "")
    .transform((url) => url.href.replace(/\/+$/, ""))
    .default("https://api.withpersona.com/api/v1")
    .describe("Persona's API, https (http only on a loopback host)"),
  PERSONA_API_KEY: z
    .string()
    .regex(/^persona_(production|sandbox)_[\x21-\x7e]+$/)
    .describe("a Persona API key: persona_sandbox_… or persona_production_…"),
  PERSONA_VERSION: z.enum(personaVersions).default(defaultPersonaVersion).describe(personaVersions.join(" or ")),
  PERSONA_KEY_PERMISSIONS: listOf(z.string().regex(/^[a-z_-]+\.[a-z_-]+$/))
    .default([...defaultKeyPermissions])
    .describe("what the key may do, such as inquiry.read,inquiry.write"),
  PERSONA_FILE_ORIGINS: listOf(origin.transform((url) => url.origin))
    .default(["https://files.withpersona.com"])
    .describe("origins that files are loaded from, comma-separated"),
  PERSONA_WEBHOOK_SECRET: word.optional().describe("the webhook's secret"),
  PERSONA_WEBHOOK_SECRETS: listOf(word).optional().describe("the webhook's secrets while one replaces another, comma-separated"),
  PERSONA_WEBHOOK_TOLERANCE_SECONDS: wholeNumber(1, 3600).default(300).describe("seconds from 1 to 3600"),
  PERSONA_CALLS_PER_MINUTE: wholeNumber(1, 100_000).default(300).describe("a whole number from 1 to 100000"),
  INDEX_SWEEP_HOURS: z
    .union([z.literal("off"), wholeNumber(1, 7 * 24)])
    .default(24)
    .describe("hours from 1 to 168, or off"),
  PERSONA_TIMEOUT_SECONDS: wholeNumber(1, 300).default(30).describe("seconds from 1 to 300"),

  DATABASE_URL: postgresUrl
    .optional()
    .describe("a PostgreSQL address of one host, such as postgres://user:password@host:5432/inquiry_desk"),
  DATABASE_MIGRATION_URL: postgresUrl.optional().describe("a PostgreSQL address of one host whose user may change tables"),
  DATABASE_DIRECTORY: z.string().optional().describe("a directory for the embedded database, or memory"),

  DESK_ENVIRONMENT: z.enum(["demo"]).optional().describe("demo, where Persona is simulated, or nothing"),
  ORGANIZATION_NAME: z.string().max(80).default("Inquiry Desk").describe("the company's name, at most 80 characters"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info").describe("debug, info, warn, error or silent"),
  DRAIN_SECONDS: wholeNumber(0, 120).default(5).describe("seconds from 0 to 120"),
  STOP_SECONDS: wholeNumber(1, 300).default(20).describe("seconds from 1 to 300"),
  PERSON_CALLS_PER_MINUTE: wholeNumber(1, 100_000).default(600).describe("a whole number from 1 to 100000"),
});

export type Variables = z.output<typeof variables>;
