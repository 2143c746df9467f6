import { alphanumeric } from "../world/random";

/** `Request-Id` values. They come from outside the world's own random, so that reading never changes what is written later. */
export function requestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  // The alphabet has an entry for every remainder.
  return `req_${Array.from(bytes, (byte) => alphanumeric[byte % alphanumeric.length]!).join("")}`;
}
