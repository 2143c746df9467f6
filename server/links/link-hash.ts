import { createHmac, hkdfSync } from "node:crypto";

/** A keyed hash: the same for the same secret, and of no use without the key. */
export type LinkHash = (secret: string) => string;

/**
 * By what the ledger knows the secret parts of links again. Short forms of links are short enough to be guessed, so that a plain hash
 * would give them away to whoever reads the database.
 * @param secret what is not in the database, such as the API key; the key is derived from it by HKDF. With another one, links hashed before
 * are not known any more
 */
export function createLinkHash(secret: string): LinkHash {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "inquiry-desk issued links", 32));
  return (text) => createHmac("sha256", key).update(text, "utf8").digest("base64url");
}
