import { createHmac, hkdfSync } from "node:crypto";

/** A keyed hash: the same for the same text, and of no use without the key. */
export type KeyedHash = (text: string) => string;

/** What is compared by its hash. Each kind has its own key, so that hashes of two kinds are never equal. */
export type HashPurpose = "issued links" | "devices" | "reference IDs" | "bodies of writes";

/**
 * By what is known again what must not be in the database itself. Short forms of links are short enough to be guessed, so that a plain hash
 * would give them away to anybody who reads the database; IDs of devices are in Persona's answers, reference IDs may be what nobody should have made one of, and
 * what somebody's name and date of birth are hashed to, a plain hash lets anybody try out.
 * @param secret what is not in the database, such as the API key; the key is derived from it by HKDF. With another one, what was hashed
 * before is not known any more
 */
export function createKeyedHash(secret: string, purpose: HashPurpose): KeyedHash {
  const key = Buffer.from(hkdfSync("sha256", secret, "", `inquiry-desk ${purpose}`, 32));
  return (text) => createHmac("sha256", key).update(text, "utf8").digest("base64url");
}
