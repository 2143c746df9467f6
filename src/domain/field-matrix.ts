/** What the user or the company provided beside what each verification read: agreement at a glance. */
import { canonicalKey, compareFieldKeys, fieldLabel, piiKindOf, type PiiKind } from "@/domain/field-keys";
import { readFields } from "@/domain/fields";
import { fieldViewText, viewFieldValue } from "@/domain/field-value";
import type { InquiryFacts, VerificationFacts } from "@/domain/facts";
import { groupVerifications, type Attempt } from "@/domain/verification-view";
import { readEntries, readText } from "@/lib/read";

/** `missing`: one of the two sides has no value. */
type Agreement = "match" | "mismatch" | "missing";

type MatrixColumn = {
  readonly verificationId: string;
  /** "Government ID, attempt 2". */ readonly label: string;
  readonly counts: boolean;
};

type MatrixCell = { readonly text: string; readonly agreement: Agreement };

export type MatrixRow = {
  readonly key: string;
  readonly label: string;
  readonly pii: PiiKind | null;
  /** The value in the inquiry's fields as one line; empty when there is none. */
  readonly provided: string;
  /** One per column. */
  readonly cells: readonly MatrixCell[];
  /** The agreement with the verifications that count, a mismatch before a match. */
  readonly agreement: Agreement;
};

export type FieldMatrix = { readonly columns: readonly MatrixColumn[]; readonly rows: readonly MatrixRow[] };

/** Attributes of a verification that are values about the person, by canonical key. Source: the spec's verification kinds. */
const comparable = new Set(
  [
    "name-first name-middle name-last name-suffix native-name-first native-name-middle native-name-last",
    "birthdate birthplace sex nationality email-address phone-number",
    "address-street-1 address-street-2 address-city address-subdivision address-postal-code address-country-code",
    "identification-number document-number issue-date expiration-date issuing-authority issuing-subdivision",
  ].flatMap((keys) => keys.split(" ")),
);

/**
 * The matrix of an inquiry. Persona copies what a passing verification read into the inquiry's fields, so a match says less than a
 * mismatch. Verifications without any such value get no column.
 */
export function fieldMatrix(inquiry: InquiryFacts, verifications: readonly VerificationFacts[]): FieldMatrix {
  const provided = new Map(readFields(inquiry.fields).map((field) => [field.key, fieldViewText(viewFieldValue(field.value))]));
  const sources = groupVerifications(verifications)
    .flatMap((group) => group.attempts.map((attempt) => ({ label: group.label, several: group.attempts.length > 1, attempt })))
    .map((source) => ({ ...source, values: extractedValues(source.attempt) }))
    .filter((source) => source.values.size > 0);
  const keys = [...new Set([...provided.keys(), ...sources.flatMap((source) => [...source.values.keys()])])].toSorted(compareFieldKeys);
  return {
    columns: sources.map(({ attempt, label, several }) => ({
      verificationId: readText(attempt.verification.id) ?? "",
      label: several ? `${label}, attempt ${attempt.number}` : label,
      counts: attempt.counts,
    })),
    rows: keys.flatMap((key) => {
      const given = provided.get(key) ?? "";
      const cells = sources.map(({ values }) => cell(key, given, values.get(key) ?? ""));
      if (given === "" && cells.every((candidate) => candidate.text === "")) return [];
      const counting = cells.filter((_, index) => sources[index]?.attempt.counts);
      return [{ key, label: fieldLabel(key), pii: piiKindOf(key), provided: given, cells, agreement: overall(counting) }];
    }),
  };
}

function extractedValues({ verification }: Attempt): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of readEntries(verification)) {
    const key = canonicalKey(name);
    const text = comparable.has(key) ? fieldViewText(viewFieldValue(value)) : "";
    if (text !== "") values.set(key, text);
    // Document verifications keep what was read in a map of fields of their own.
    if (name === "fields")
      for (const field of readFields(value))
        if (comparable.has(field.key)) values.set(field.key, fieldViewText(viewFieldValue(field.value)));
  }
  return values;
}

function cell(key: string, provided: string, extracted: string): MatrixCell {
  if (provided === "" || extracted === "") return { text: extracted, agreement: "missing" };
  return { text: extracted, agreement: sameValue(key, provided, extracted) ? "match" : "mismatch" };
}

/** Case, accents, punctuation and spacing are no difference between what somebody typed and what stands in print. */
function sameValue(key: string, one: string, other: string): boolean {
  if (key === "phone-number") return samePhone(one.replace(/\D/g, ""), other.replace(/\D/g, ""));
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/[^\p{L}\p{N}]/gu, "")
      .toLowerCase();
  return plain(one) === plain(other);
}

/** A number with its country code and the same number without it are one: at least nine digits have to agree. */
function samePhone(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short === long || (short.length >= 9 && long.endsWith(short.replace(/^0+/, "")));
}

function overall(cells: readonly MatrixCell[]): Agreement {
  if (cells.some(({ agreement }) => agreement === "mismatch")) return "mismatch";
  return cells.some(({ agreement }) => agreement === "match") ? "match" : "missing";
}
