const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** `Request-Id` values. They come from outside the world's own random, so that reading never changes what is written later. */
export function requestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  // The alphabet has an entry for every remainder.
  return `req_${Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]!).join("")}`;
}
