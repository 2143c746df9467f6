import { hash32 } from "../random";

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const digits = new Map([...alphabet].map((character, digit) => [character, digit]));
const codeLength = 6;
// An odd number and its inverse modulo 2^32, so that neighbouring numbers make ids that look unrelated.
const scatter = 0x9e3779b1;
const gather = 0x0e8b2f51;

/** Ids that say which number they stand for: no table of 100,000 ids is needed to find a row by its id. */
export interface BulkIds {
  /** The id of a number of one prefix. */
  of(prefix: string, number: number): string;
  /** The number behind an id; undefined for an id that `of` did not make. */
  numberOf(prefix: string, id: string): number | undefined;
}

/** Ids of one seed. Those of another seed stand for nothing here. */
export function bulkIds(seed: string): BulkIds {
  const salt = hash32(`bulk-ids:${seed}`);
  const of = (prefix: string, number: number) => {
    const length = prefix === "inq_" ? 28 : 24;
    return prefix + code(Math.imul(number ^ salt, scatter) >>> 0) + filler(`${prefix}${salt}`, number, length - codeLength);
  };
  return {
    of,
    numberOf: (prefix, id) => {
      if (!id.startsWith(prefix)) return undefined;
      const scattered = decode(id.slice(prefix.length, prefix.length + codeLength));
      if (scattered === undefined) return undefined;
      const number = (Math.imul(scattered, gather) ^ salt) >>> 0;
      return of(prefix, number) === id ? number : undefined;
    },
  };
}

function code(value: number): string {
  let rest = value;
  let text = "";
  for (let place = 0; place < codeLength; place++) {
    text += alphabet.charAt(rest % 62);
    rest = Math.floor(rest / 62);
  }
  return text;
}

function decode(text: string): number | undefined {
  let value = 0;
  for (let place = codeLength - 1; place >= 0; place--) {
    const digit = digits.get(text.charAt(place));
    if (digit === undefined) return undefined;
    value = value * 62 + digit;
  }
  return value < 4_294_967_296 ? value : undefined;
}

/** The rest of an id: of no meaning, but always the same for the same number. */
function filler(label: string, number: number, length: number): string {
  let state = hash32(`${label}${number}`);
  let text = "";
  for (let place = 0; place < length; place++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += alphabet.charAt((state >>> 8) % 62);
  }
  return text;
}
