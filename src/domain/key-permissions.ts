/**
 * What the desk takes its API key to be allowed to do unless it is told otherwise, in Persona's names: all that the desk makes use of.
 * Persona's API does not tell; a permission the key lacks shows as the 403 of the call that needs it.
 */
export const defaultKeyPermissions = [
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
