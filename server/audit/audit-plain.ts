/** Longer texts are cut: an entry is a record, not a store. */
const longestText = 4_000;

/** PostgreSQL refuses NUL and halves of surrogate pairs in JSON; a hostile text must not keep an act out of the log. */
export function plain(value: string): string {
  const whole = value.replaceAll(/[\0\p{Surrogate}]/gu, "\uFFFD");
  return whole.length <= longestText ? whole : `${whole.slice(0, longestText - 1).replace(/\p{Surrogate}$/u, "")}…`;
}
