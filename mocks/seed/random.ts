/** A small seeded source of choices. The same text gives the same choices for ever, on every machine. */
export type Choices = {
  /** A number in [0, 1). */
  next(): number;
  /** An integer in [low, high]. */
  int(low: number, high: number): number;
  /** A number in [low, high), rounded to one decimal so that drawings stay small. */
  between(low: number, high: number): number;
  /** One entry of a list that is not empty. */
  pick<const List extends readonly [unknown, ...unknown[]]>(list: List): List[number];
  chance(probability: number): boolean;
};

/** 32-bit FNV-1a of a text, with a final mix so that neighbouring texts land far apart. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix32(hash);
}

/** A bijective mix of 32 bits (the finaliser of MurmurHash3). */
export function mix32(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

// An odd number and its inverse modulo 2^32, so that neighbouring numbers come to look unrelated.
const scatterBy = 0x9e3779b1;
const gatherBy = 0x0e8b2f51;

/** Spreads neighbouring 32-bit numbers far apart. */
export const scatter = (value: number): number => Math.imul(value, scatterBy) >>> 0;

/** The number that `scatter` made this one of. */
export const gather = (scattered: number): number => Math.imul(scattered, gatherBy) >>> 0;

/** Choices that depend on nothing but the given text (mulberry32 over its hash). */
export function choicesFrom(text: string): Choices {
  let state = hash32(text);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    between: (low, high) => Math.round((low + next() * (high - low)) * 10) / 10,
    pick: (list) => list[int(0, list.length - 1)],
    chance: (probability) => next() < probability,
  };
}
