/** What counts as equal between what somebody provided and what was read, by field. The rules are written down in docs/comparing.md. */
import { asWritten, different, partly, same, type Comparison } from "@/domain/compare/agreement";
import { compareAddressParts } from "@/domain/compare/compare-addresses";
import { compareNames } from "@/domain/compare/compare-names";
import { compareIdentityNumbers, comparePostalCodes, isMaskedNumber } from "@/domain/compare/compare-numbers";
import { comparePhoneNumbers } from "@/domain/compare/compare-phones";
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
  ["address-street-1", compareAddressParts],
  ["address-street-2", compareAddressParts],
  ["address-city", compareAddressParts],
  ["address-subdivision", compareAddressParts],
  ["issuing-subdivision", compareAddressParts],
]);

/** Compares two values of one field, both not empty. Symmetric. @param key canonical, see `field-keys.ts` */
export function compareValues(key: string, one: string, other: string): Comparison {
  return (comparers.get(key) ?? compareNames)(one, other);
}

/** Symmetric. Two letters, three letters, what passports print and its names are one country. */
export function compareCountries(one: string, other: string): Comparison {
  const [a, b] = [countryCode(one), countryCode(other)];
  if (a !== undefined && b !== undefined) return a === b ? same : different;
  const named = compareNames(one, other);
  return named.agreement === "same" ? named : partly("Not written as a country: compare by eye");
}

function compareEmailAddresses(one: string, other: string): Comparison {
  if (isMaskedNumber(one) || isMaskedNumber(other)) return compareIdentityNumbers(one, other);
  const plain = (text: string) => text.trim().normalize("NFC").toLowerCase();
  return plain(one) === plain(other) ? same : different;
}

/** What forms and passports write (ICAO Doc 9303: M, F, X). */
const sexes = new Map([
  ["m", "male"],
  ["male", "male"],
  ["man", "male"],
  ["f", "female"],
  ["female", "female"],
  ["woman", "female"],
  ["x", "unspecified"],
  ["<", "unspecified"],
  ["unspecified", "unspecified"],
]);

function compareSexes(one: string, other: string): Comparison {
  const [a, b] = [one, other].map((text) => sexes.get(text.trim().toLowerCase()));
  if (a !== undefined && b !== undefined) return a === b ? same : different;
  return asWritten(one.toLowerCase(), other.toLowerCase(), "Can't be compared: not written as M, F or X");
}
