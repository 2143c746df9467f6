/** Seeded randomness: the same seed and the same calls give the same numbers everywhere. */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with the given probability (0..1). */
  chance(probability: number): boolean;
  /** One of the items. @throws RangeError when there is none */
  pick<Item>(items: readonly Item[]): Item;
  /** `length` characters out of `alphabet` (default A-Z a-z 0-9). */
  text(length: number, alphabet?: string): string;
  /** An independent stream that depends on the seed and the label only, not on what was drawn before. */
  fork(label: string): Random;
};

/** What ids are made of. */
export const alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A generator (sfc32, seeded by a 128-bit hash of the text) for worlds and seeds. */
export function createRandom(seed: string): Random {
  const draw = sfc32(hash128(seed));
  const next = () => draw() / 4294967296;
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick(items) {
      if (items.length === 0) throw new RangeError("Nothing to pick from");
      // The index is inside the array by construction.
      return items[int(0, items.length - 1)]!;
    },
    text(length, alphabet = alphanumeric) {
      // As many characters out of one draw as 32 bits are good for: ids are what a world draws most.
      const perDraw = Math.floor(32 / Math.log2(alphabet.length));
      const codes: number[] = [];
      for (let rest = 0; codes.length < length; rest = Math.floor(rest / alphabet.length)) {
        if (codes.length % perDraw === 0) rest = draw();
        codes.push(alphabet.charCodeAt(rest % alphabet.length));
      }
      // One call makes one flat string; adding characters up would leave a tree of pieces for every id.
      return String.fromCharCode(...codes);
    },
    fork: (label) => createRandom(`${seed}/${label}`),
  };
}

type Words = [number, number, number, number];

/** cyrb128: spreads a text over four 32-bit words. */
function hash128(text: string): Words {
  let [a, b, c, d]: Words = [1779033703, 3144134277, 1013904242, 2773480762];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [a ^ b ^ c ^ d, b ^ a, c ^ a, d ^ a];
}

/** Whole numbers of 32 bits. */
function sfc32([first, second, third, counter]: Words): () => number {
  let a = first | 0;
  let b = second | 0;
  let c = third | 0;
  let d = counter | 0;
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  // The first outputs of sfc32 still look like the seed; the usual warm-up throws them away.
  for (let i = 0; i < 12; i += 1) next();
  return next;
}
