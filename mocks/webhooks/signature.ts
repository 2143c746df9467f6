import { createHmac } from "node:crypto";

/**
 * The header `Persona-Signature` (Persona docs: Webhooks, checking signatures): `t=<unix seconds>,v1=<hex>`, v1 being the HMAC-SHA256 of
 * `<t>.<body>`. While a secret is being replaced there are two such sets, separated by a space.
 */
export function signature(body: string, secrets: readonly string[], atSeconds: number): string {
  return secrets
    .map((secret) => `t=${atSeconds},v1=${createHmac("sha256", secret).update(`${atSeconds}.${body}`).digest("hex")}`)
    .join(" ");
}
