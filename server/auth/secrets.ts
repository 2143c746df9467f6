import { createHash, randomBytes, randomInt } from "node:crypto";

const secretShape = /^[\w-]{43}$/;
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** 256 random bits, fit for a cookie or a query. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** Whether a text could be one of ours at all. */
export const isSecret = (text: string | undefined): text is string => text !== undefined && secretShape.test(text);

/**
 * What is stored of a secret, and what it is looked up by: the secret is 256 random bits, so that neither salt nor a slow hash adds
 * anything, and how long a look-up takes tells only about the hash.
 */
export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** An ID like Persona's: prefix and 24 letters or digits. */
export const newId = (prefix: string): string =>
  `${prefix}_${Array.from({ length: 24 }, () => alphabet.charAt(randomInt(alphabet.length))).join("")}`;
