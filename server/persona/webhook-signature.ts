import { createHmac, timingSafeEqual } from "node:crypto";

export interface SignedDelivery {
  /** The header `Persona-Signature` as received. */
  readonly header: string | undefined;
  /** The body as received, byte for byte. */
  readonly body: Uint8Array;
  /** Any of them may have signed: while a secret is being replaced, Persona signs with both. */
  readonly secrets: readonly string[];
  readonly toleranceSeconds: number;
  /** ms */
  readonly now: number;
}

interface SignatureSet {
  /** As sent: it is part of what was signed. */
  readonly time: string;
  readonly digest: Buffer;
}

/** More sets than secrets can be in rotation: whoever sends them wants us to compute. */
const maxSets = 6;

/**
 * Whether Persona signed this body, and not too long ago. Persona docs, "Webhooks", checking signatures: `t=<unix seconds>,v1=<hex>`, where
 * v1 is the HMAC-SHA256 of `<t>.<body>`; during a rotation several such sets stand side by side, separated by a space. A blank after the comma is
 * nothing that a signature is about.
 */
export function isSignedByPersona({ header, body, secrets, toleranceSeconds, now }: SignedDelivery): boolean {
  const sets = (header ?? "")
    .replaceAll(/, +(?=v1=)/g, ",")
    .split(" ")
    .filter((text) => text !== "");
  if (sets.length > maxSets) return false;
  let signed = false;
  // No early end: the time it takes tells nothing about which set or secret was right.
  for (const { time, digest } of sets.flatMap((text) => readSet(text) ?? [])) {
    const current = Math.abs(now / 1_000 - Number(time)) <= toleranceSeconds;
    for (const secret of secrets) {
      const expected = createHmac("sha256", secret).update(`${time}.`).update(body).digest();
      if (timingSafeEqual(expected, digest) && current) signed = true;
    }
  }
  return signed;
}

function readSet(text: string): SignatureSet | undefined {
  const parts = text.split(",").map((part) => part.trim());
  const valueOf = (name: string) => {
    const found = parts.filter((part) => part.startsWith(`${name}=`));
    // A part that comes twice could be read in two ways.
    return found.length === 1 ? found[0]?.slice(name.length + 1) : undefined;
  };
  const time = valueOf("t");
  const digest = valueOf("v1");
  if (time === undefined || !/^\d{1,12}$/.test(time)) return undefined;
  if (digest === undefined || !/^[0-9a-f]{64}$/i.test(digest)) return undefined;
  return { time, digest: Buffer.from(digest, "hex") };
}
