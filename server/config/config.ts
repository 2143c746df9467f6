import type { PersonaVersion } from "@/domain/persona-version";
import type { Role } from "@/domain/viewer";

/** Everything the server is told from outside, checked. `readConfig` (read-config.ts) makes it out of environment variables. */
export type Config = {
  /** Where people reach the desk: an origin, no path. */
  readonly publicUrl: URL;
  readonly listen: { readonly host: string; readonly port: number };
  /** Where `/metrics` is served; nowhere when undefined. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  /** Addresses or CIDR ranges of the proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly signIn: SignInConfig;
  readonly session: {
    readonly idleSeconds: number;
    readonly absoluteSeconds: number;
    readonly warnSeconds: number;
    /** How often the identity provider is asked about somebody who is signed in. */
    readonly recheckSeconds: number;
    /** The absolute end where it cannot be asked. */
    readonly uncheckedSeconds: number;
  };
  readonly persona: PersonaConfig;
  readonly database: DatabaseConfig;
  readonly organizationName: string;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  /** How long a stop goes on answering, while the load balancer learns that it is not ready, seconds. */
  readonly drainSeconds: number;
  /** How long it may take then to finish what is being sent, seconds. */
  readonly stopSeconds: number;
  /** Requests a minute one signed-in person may make. */
  readonly personCallsPerMinute: number;
};

export type SignInConfig =
  | {
      readonly kind: "oidc";
      readonly issuer: URL;
      readonly clientId: string;
      readonly clientSecret: string | undefined;
      readonly scopes: string;
      /** The claim that names groups or roles: a string or a list. */
      readonly roleClaim: string;
      /** Value of that claim → role. Where several match, the most powerful wins: admin, lead, reviewer, support, auditor. */
      readonly roles: ReadonlyMap<string, Role>;
    }
  | { readonly kind: "development" };

export type PersonaConfig = {
  /** Ends without a slash: `https://api.withpersona.com/api/v1`. */
  readonly apiUrl: string;
  readonly apiKey: string;
  /** The version of its API that every call asks for. */
  readonly version: PersonaVersion;
  /** The key's environment; `demo` where Persona is simulated. */
  readonly environment: "production" | "sandbox" | "demo";
  /** What the key may do, in Persona's names: the desk offers no more. */
  readonly permissions: readonly string[];
  /** Where documents and selfies are loaded from, as origins. */
  readonly fileOrigins: readonly string[];
  /** Any of them may have signed a webhook. */
  readonly webhookSecrets: readonly string[];
  /** How old a webhook's signature may be, seconds. */
  readonly webhookToleranceSeconds: number;
  /** Calls a minute all instances together may make. */
  readonly callsPerMinute: number;
  /** How long one call to Persona may take, seconds. */
  readonly timeoutSeconds: number;
  /** From one round of the index through all inquiries to the next, seconds; undefined: it is not filled from Persona's list. */
  readonly sweepSeconds: number | undefined;
};

export type DatabaseConfig =
  | {
      readonly kind: "postgres";
      readonly url: string;
      /** Used for migrations alone; `url` where absent. */
      readonly migrationUrl: string | undefined;
    }
  | { readonly kind: "embedded"; /** In memory when undefined. */ readonly directory: string | undefined };
