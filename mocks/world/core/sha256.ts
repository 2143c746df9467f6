/** SHA-256 (FIPS 180-4) of a text in UTF-8, as hex. Browsers have it only as a promise, and the simulator answers at one instant. */
export function sha256(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  const hash = new Uint32Array(initial);
  const schedule = new Uint32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    schedule.set(words.subarray(block, block + 16));
    extend(schedule);
    compress(hash, schedule);
  }
  return Array.from(hash, (word) => word.toString(16).padStart(8, "0")).join("");
}

const primes = firstPrimes(64);
const fraction = (value: number) => Math.floor((value - Math.floor(value)) * 2 ** 32);
/** The fractions of the square roots of the first eight primes, and of the cube roots of the first 64. */
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const constants = primes.map((prime) => fraction(Math.cbrt(prime)));

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  return found;
}

/** The message, a one bit, zeros, and its length in bits: whole blocks of sixteen words. */
function padded(bytes: Uint8Array): Uint32Array {
  const padding = new Uint8Array((((bytes.length + 8) >> 6) + 1) * 64);
  padding.set(bytes);
  padding[bytes.length] = 0x80;
  const view = new DataView(padding.buffer);
  view.setUint32(padding.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padding.length - 4, bytes.length << 3);
  return Uint32Array.from({ length: padding.length / 4 }, (_, index) => view.getUint32(index * 4));
}

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

// Every index below is inside its array by construction.
function extend(words: Uint32Array): void {
  for (let i = 16; i < 64; i += 1) {
    const [early, late] = [words[i - 15]!, words[i - 2]!];
    const small0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const small1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[i] = words[i - 16]! + small0 + words[i - 7]! + small1;
  }
}

function compress(hash: Uint32Array, words: Uint32Array): void {
  const state = Uint32Array.from(hash);
  for (let i = 0; i < 64; i += 1) {
    const [a, b, c, e, f, g, h] = [state[0]!, state[1]!, state[2]!, state[4]!, state[5]!, state[6]!, state[7]!];
    const first = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + constants[i]! + words[i]!;
    const second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    state.copyWithin(1, 0, 7);
    state[4] = state[4]! + first;
    state[0] = first + second;
  }
  state.forEach((word, i) => {
    hash[i] = hash[i]! + word;
  });
}
