/** Comparing towns and regions with the rest of their address: what a place is called depends on the language, its postal code does not. */
import { partly, type Comparison } from "@/domain/compare/agreement";
import { compareValues } from "@/domain/compare/compare-values";

/** The values of one side, by canonical key. */
type Values = ReadonlyMap<string, string>;

const byEye = "Called otherwise at the same postal code: compare by eye";

/**
 * A town or a region of two addresses. Two names for it are no mismatch where the postal codes are the same and the countries do not differ:
 * München and Munich may be one town, and no list here knows. Two codes of regions ("CA", "NY") are not names. Symmetric.
 * @param key canonical, see `field-keys.ts`; both sides have a value for it
 */
export function compareTowns(key: "address-city" | "address-subdivision", one: Values, other: Values): Comparison {
  const [a, b] = [one.get(key) ?? "", other.get(key) ?? ""];
  const alone = compareValues(key, a, b);
  const areCodes = key === "address-subdivision" && isCode(a) && isCode(b);
  if (alone.agreement !== "different" || areCodes || isNumber(a) || isNumber(b)) return alone;
  const rest = (part: string) => {
    const [mine, theirs] = [one.get(part) ?? "", other.get(part) ?? ""];
    return mine === "" || theirs === "" ? undefined : compareValues(part, mine, theirs).agreement;
  };
  return rest("address-postal-code") === "same" && (rest("address-country-code") ?? "same") === "same" ? partly(byEye) : alone;
}

/** ISO 3166-2 writes one to three letters or digits, with or without the country before them. */
const isCode = (text: string) => /^(?:[A-Z]{2}-)?[A-Z0-9]{1,3}$/i.test(text.trim());
const isNumber = (text: string) => !/\p{L}/u.test(text);
