import { alphanumeric } from "../../world/core/random";
import { gather, hash32, mix32, scatter } from "../random";

const codes = Uint8Array.from(alphanumeric, (character) => character.charCodeAt(0));
const digits = new Map(Array.from(alphanumeric, (character, digit) => [character, digit]));
const codeLength = 6;

/** Ids that say which number they stand for: no table of 100,000 ids is needed to find a row by its id. */
export type BulkIds = {
  /** The id of a number of one prefix. */
  of(prefix: string, number: number): string;
  /** The number behind an id; undefined for an id that `of` did not make. */
  numberOf(prefix: string, id: string): number | undefined;
};

/** Ids of one seed. Those of another seed stand for nothing here. */
export function bulkIds(seed: string): BulkIds {
  const salt = hash32(`bulk-ids:${seed}`);
  const of = (prefix: string, number: number) =>
    prefix + suffix((number ^ salt) >>> 0, prefix.charCodeAt(0) ^ salt, prefix === "inq_" ? 28 : 24);
  return {
    of,
    numberOf: (prefix, id) => {
      if (!id.startsWith(prefix)) return undefined;
      const scattered = decode(id, prefix.length);
      if (scattered === undefined) return undefined;
      const number = (gather(scattered) ^ salt) >>> 0;
      return of(prefix, number) === id ? number : undefined;
    },
  };
}

/** Six characters that stand for the number, the rest of no meaning but always the same. */
function suffix(salted: number, label: number, length: number): string {
  const bytes: number[] = [];
  let rest = scatter(salted);
  let state = mix32(salted ^ label);
  for (let place = 0; place < length; place++) {
    if (place < codeLength) {
      bytes.push(codes[rest % 62] ?? 0);
      rest = Math.floor(rest / 62);
    } else {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      bytes.push(codes[(state >>> 8) % 62] ?? 0);
    }
  }
  // One call makes one flat string; adding characters up would leave a tree of pieces for each of 100,000 ids.
  return String.fromCharCode(...bytes);
}

function decode(id: string, from: number): number | undefined {
  let value = 0;
  for (let place = from + codeLength - 1; place >= from; place--) {
    const digit = digits.get(id.charAt(place));
    if (digit === undefined) return undefined;
    value = value * 62 + digit;
  }
  return value < 4_294_967_296 ? value : undefined;
}
