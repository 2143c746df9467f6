/** What counts as equal between what somebody provided and what was read, by field. The rules are written down in docs/comparing.md. */
import { different, same, type Comparison } from "@/domain/compare/agreement";
import { compareNames } from "@/domain/compare/compare-names";
import { compareIdentityNumbers, comparePhoneNumbers, comparePostalCodes } from "@/domain/compare/compare-numbers";
import { compareDateTexts } from "@/domain/compare/partial-date";
import { countryCode } from "@/lib/country-code";

const comparers = new Map<string, (one: string, other: string) => Comparison>([
  ["birthdate", compareDateTexts],
  ["issue-date", compareDateTexts],
  ["expiration-date", compareDateTexts],
  ["phone-number", comparePhoneNumbers],
  ["email-address", compareEmailAddresses],
  ["address-postal-code", comparePostalCodes],
  ["address-country-code", compareCountries],
  ["country-code", compareCountries],
  ["selected-country-code", compareCountries],
  ["nationality", compareCountries],
  ["identification-number", compareIdentityNumbers],
  ["social-security-number", compareIdentityNumbers],
  ["document-number", compareIdentityNumbers],
  ["sex", compareSexes],
]);

/** Compares two values of one field, both not empty. Symmetric. @param key canonical, see `field-keys.ts` */
export function compareValues(key: string, one: string, other: string): Comparison {
  return (comparers.get(key) ?? compareNames)(one, other);
}

/** Symmetric. Two letters, three letters, what passports print and the English name are one country. */
export function compareCountries(one: string, other: string): Comparison {
  const [a, b] = [countryCode(one), countryCode(other)];
  if (a !== undefined && b !== undefined) return a === b ? same : different;
  return compareNames(one, other);
}

function compareEmailAddresses(one: string, other: string): Comparison {
  return one.trim().toLowerCase() === other.trim().toLowerCase() ? same : different;
}

/** "male" and "M", as forms and passports write it. */
function compareSexes(one: string, other: string): Comparison {
  const [a = "", b = ""] = [one, other].map((text) => text.trim().toLowerCase());
  return a === b || (a.startsWith(b) && b.length === 1) || (b.startsWith(a) && a.length === 1) ? same : different;
}
