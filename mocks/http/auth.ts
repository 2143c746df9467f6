import type { Environment } from "../world/core/world";
import { unauthenticated } from "./errors";

/**
 * The environment an API key belongs to; the key's prefix decides, the ending is free here.
 * @throws Refusal 401 without a key, or with one that is none (Persona docs: API keys).
 */
export function environmentOfKey(headers: Headers): Environment {
  const header = headers.get("authorization");
  if (header === null) throw unauthenticated();
  const [, environment] = /^Bearer persona_(production|sandbox)_[\w-]+$/i.exec(header) ?? [];
  if (environment === "production" || environment === "sandbox") return environment;
  throw unauthenticated("Token is invalid");
}

const permissions = [
  "account.read",
  "account.write",
  "inquiry.read",
  "inquiry.write",
  "verification.read",
  "document.read",
  "report.read",
  "report.write",
  "case.read",
  "case.write",
  "event.read",
  "user_audit_log.read",
] as const;

/** What API keys may be allowed to do (Persona docs: API key permissions). */
export type Permission = (typeof permissions)[number];
/** A key without restrictions. */
export const allPermissions: readonly Permission[] = permissions;
