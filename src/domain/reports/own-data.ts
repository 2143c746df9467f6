/** What is known of the person themselves, to hold findings against: what was provided, then what the attempts that count have read. */
import { readPartialDate, type PartialDate } from "@/domain/compare/partial-date";
import type { InquiryFacts, VerificationFacts } from "@/domain/facts";
import { fieldText, personName } from "@/domain/fields";
import { groupVerifications } from "@/domain/verification-view";
import { displayLine } from "@/lib/display-text";
import { readProperty, readText } from "@/lib/read";

export type OwnData = {
  /** The name to show first, then other ways it is written; empty when none is known. */
  readonly names: readonly string[];
  readonly births: readonly PartialDate[];
  /** Countries of address, nationality and document, as written. */
  readonly countries: readonly string[];
};

/** Everything known about who an inquiry or an account is about. PII. */
export function ownDataOf(subject: Pick<InquiryFacts, "fields">, verifications: readonly VerificationFacts[] = []): OwnData {
  const read = groupVerifications(verifications).map(({ counting }) => counting.verification);
  const { fields } = subject;
  const texts = (key: string, name: string) => [
    fieldText(fields, key),
    ...read.map((verification) => readText(readProperty(verification, name))),
  ];
  const joined = (parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined).join(" ");
  const native = joined(["native-name-first", "native-name-middle", "native-name-last"].map((key) => fieldText(fields, key)));
  const printed = read.flatMap((verification) =>
    ["name", "nativeName"].map((name) =>
      joined(["First", "Middle", "Last"].map((part) => readText(readProperty(verification, name + part)))),
    ),
  );
  return {
    names: distinct([personName(fields), native, ...printed]),
    births: distinct(texts("birthdate", "birthdate")).flatMap((text) => readPartialDate(text) ?? []),
    countries: distinct([
      ...texts("address-country-code", "addressCountryCode"),
      ...texts("nationality", "nationality"),
      ...texts("selected-country-code", "countryCode"),
    ]),
  };
}

/** Each text once, as it is written first. */
function distinct(texts: readonly (string | undefined)[]): string[] {
  const seen = new Map<string, string>();
  for (const text of texts) {
    const key = text?.trim().toLowerCase() ?? "";
    if (text !== undefined && key !== "" && !seen.has(key)) seen.set(key, displayLine(text, 120));
  }
  return [...seen.values()];
}
