import { createHash } from "node:crypto";
import { DeskError } from "../http/desk-error";

/** What two requests under one Idempotency-Key have in common if they ask for the same. @returns SHA-256 of the request, hexadecimal */
export const fingerprintOf = (request: object) => createHash("sha256").update(JSON.stringify(request), "utf8").digest("hex");

/** @returns the command that was stored under the key @throws DeskError 400 when it asked for something else */
export function requireSameRequest<Row extends { readonly fingerprint: string }>(row: Row, fingerprint: string): Row {
  if (row.fingerprint === fingerprint) return row;
  throw new DeskError(400, "Idempotency error", "This Idempotency-Key has been used with different parameters. Please use another key.");
}
