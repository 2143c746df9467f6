import { createHmac, timingSafeEqual } from "node:crypto";

export type Delivery = {
  /** The header `Persona-Signature` as received. */
  readonly header: string | undefined;
  /** Any of them may have signed: while a secret is being replaced, Persona signs with both. */
  readonly secrets: readonly string[];
  readonly toleranceSeconds: number;
  /** ms */
  readonly now: number;
};

type SignatureSet = {
  /** As sent: it is part of what was signed. */
  readonly time: string;
  readonly digest: Buffer;
};

export type SignatureCheck = {
  /** Whether the header is one that Persona may have sent now; whether it did depends on the body. */
  readonly isPlausible: boolean;
  /** Takes the next bytes of the body, as received. */
  update(piece: Uint8Array): void;
  /** Whether Persona signed the body that was taken, and not too long ago. To be asked once, at its end. */
  isSigned(): boolean;
};

/** More sets than secrets can be in rotation: whoever sends them wants us to compute. */
const maxSets = 6;

/**
 * Checks a delivery's signature while its body comes in. Persona docs, "Webhooks", checking signatures: `t=<unix seconds>,v1=<hex>`, where
 * v1 is the HMAC-SHA256 of `<t>.<body>`; during a rotation several such sets stand side by side, separated by a space. A signature is about no
 * blank beside a comma, and a tab is a blank. Several headers of one name come as one, a comma and a blank between them (RFC 9110, 5.3).
 */
export function createSignatureCheck({ header, secrets, toleranceSeconds, now }: Delivery): SignatureCheck {
  const texts = setsIn(header ?? "");
  const sets = texts.length > maxSets ? [] : texts.flatMap((text) => readSet(text) ?? []);
  const current = sets.filter(({ time }) => Math.abs(now / 1_000 - Number(time)) <= toleranceSeconds);
  // sets of one time are about the same text
  const hashes = [...new Set(current.map(({ time }) => time))].flatMap((time) =>
    secrets.map((secret) => ({ time, hmac: createHmac("sha256", secret).update(`${time}.`) })),
  );
  return {
    isPlausible: hashes.length > 0,
    update(piece) {
      for (const { hmac } of hashes) hmac.update(piece);
    },
    isSigned() {
      let signed = false;
      // No early end: the time it takes tells nothing about which set or secret was right.
      for (const { time, hmac } of hashes) {
        const expected = hmac.digest();
        for (const set of current) if (set.time === time && timingSafeEqual(expected, set.digest)) signed = true;
      }
      return signed;
    },
  };
}

/** Longer than any number of sets that is read. */
const longestHeader = 2_000;

/** The texts of the sets: each with its commas, without blanks. */
function setsIn(header: string): string[] {
  const texts: string[] = [];
  if (header.length > longestHeader) return texts;
  for (const [, separator = "", part = ""] of header.replaceAll(/[ \t]+/g, " ").matchAll(/( ?,? ?)([^ ,]+)/g)) {
    const set = texts.at(-1);
    // a blank alone ends a set; one beside a comma only where the set is whole and the part would come a second time
    const isSame = separator.includes(",") && (separator === "," || !isWhole(set ?? "") || !namesOf(set ?? "").includes(nameOf(part)));
    if (set !== undefined && isSame) texts[texts.length - 1] = `${set},${part}`;
    else texts.push(part);
  }
  return texts;
}

const nameOf = (part: string) => part.split("=", 1)[0] ?? "";
const namesOf = (set: string) => set.split(",").map(nameOf);
const isWhole = (set: string) => ["t", "v1"].every((name) => namesOf(set).includes(name));

function readSet(text: string): SignatureSet | undefined {
  const parts = text.split(",");
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
