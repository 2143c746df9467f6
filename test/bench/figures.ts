/** Milliseconds that something took, each time it was done. */
export type Durations = readonly number[];

/** The value that a share of all stays at or below; NaN of none. @param share 0 to 1 */
export function percentile(values: Durations, share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** A row of a table of durations, in milliseconds. */
export const durationRow = (values: Durations) => ({
  count: values.length,
  "p50 ms": Math.round(percentile(values, 0.5)),
  "p95 ms": Math.round(percentile(values, 0.95)),
  "max ms": Math.round(percentile(values, 1)),
});

/** Something a run has to show, or it fails. */
export type Must = {
  readonly what: string;
  readonly holds: boolean;
};

/** Prints what had to be shown. @returns whether all of it was */
export function printMusts(musts: readonly Must[]): boolean {
  for (const { what, holds } of musts) console.log(`${holds ? "ok    " : "FAILED"} ${what}`);
  return musts.every(({ holds }) => holds);
}

/** "12.3 %" */
export const percent = (share: number) => `${Math.round(share * 1_000) / 10} %`;
