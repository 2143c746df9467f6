import { day, hour, minute, second } from "../world/core/time";

/** A length of time as a story tells it: `3d`, `90m`, `1.5h`, `40s`. */
export type Span = `${number}${keyof typeof units}`;

const units = { s: second, m: minute, h: hour, d: day } as const;

/** In milliseconds. */
export function spanMs(span: Span): number {
  // The type allows no other last character.
  return Math.round(Number.parseFloat(span) * units[span.slice(-1) as keyof typeof units]);
}
