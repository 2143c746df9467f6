/** A `timestamptz` column as milliseconds, the same number from both drivers; null where it is null. @param column trusted SQL, never input */
export const msOf = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

/** Milliseconds as a parameter for `timestamptz`. */
export const timestamp = (ms: number): string => new Date(ms).toISOString();
