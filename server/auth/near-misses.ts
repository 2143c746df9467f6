/** In what a value differs from a configured one. */
export type Difference = "case" | "blanks" | "slash";

/** A configured value that somebody's claims nearly hold. */
export type NearMiss = {
  /** As OIDC_ROLES has it. */
  readonly configured: string;
  readonly differences: readonly Difference[];
};

const without: Readonly<Record<Difference, (text: string) => string>> = {
  blanks: (text) => text.trim(),
  slash: (text) => text.replace(/^(\s*)\/+/, "$1"),
  case: (text) => text.normalize("NFC").toLowerCase(),
};
const differences = ["blanks", "slash", "case"] as const;

/**
 * The configured values that differ from one of `values` by capital letters, surrounding blanks or a leading slash alone: what people
 * get wrong when they copy a group's name.
 */
export function nearMissesOf(values: readonly string[], configured: readonly string[]): NearMiss[] {
  return configured.flatMap((wanted) => {
    const value = values.find((given) => plain(given) === plain(wanted));
    return value === undefined ? [] : [{ configured: wanted, differences: differences.filter((one) => matters(value, wanted, one)) }];
  });
}

const plain = (text: string, kept?: Difference) =>
  differences.filter((one) => one !== kept).reduce((rest, one) => without[one](rest), text);

const matters = (a: string, b: string, one: Difference) => plain(a, one) !== plain(b, one);
