/** What the user or the company provided beside what each verification read: agreement at a glance. */
import { partly, sameBut, type Comparison } from "@/domain/compare/agreement";
import { compareNames, inAnotherOrder } from "@/domain/compare/compare-names";
import { compareTowns } from "@/domain/compare/compare-towns";
import { compareValues } from "@/domain/compare/compare-values";
import { canonicalKey, compareFieldKeys, fieldLabel, piiKindOf, type PiiKind } from "@/domain/field-keys";
import { readFields } from "@/domain/fields";
import { fieldViewText, viewFieldValue } from "@/domain/field-value";
import type { InquiryFacts, VerificationFacts } from "@/domain/facts";
import { groupVerifications, type Attempt } from "@/domain/verification-view";
import { readEntries, readText } from "@/lib/read";

/** `missing`: one of the two sides has no value. */
type Agreement = "match" | "partly" | "mismatch" | "missing";

type MatrixColumn = {
  readonly verificationId: string;
  /** "Government ID, attempt 2". */ readonly label: string;
  readonly counts: boolean;
};

type MatrixCell = {
  readonly text: string;
  readonly agreement: Agreement;
  /** What a reader would otherwise wonder about: "Masked by Persona: the last 4 agree". */
  readonly note: string | null;
};

export type MatrixRow = {
  readonly key: string;
  readonly label: string;
  readonly pii: PiiKind | null;
  /** The value in the inquiry's fields as one line; empty when there is none. */
  readonly provided: string;
  /** One per column. */
  readonly cells: readonly MatrixCell[];
  /** The agreement with the verifications that count, the worst first. */
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

const dayKeys = new Set(["birthdate", "issue-date", "expiration-date"]);

const nameParts: readonly (readonly string[])[] = ["name", "native-name"].map((name) =>
  ["first", "middle", "last", "suffix"].map((part) => `${name}-${part}`),
);

/**
 * The matrix of an inquiry. Persona copies what a passing verification read into the inquiry's fields, so a match says less than a
 * mismatch. Verifications without any such value get no column.
 */
export function fieldMatrix(inquiry: InquiryFacts, verifications: readonly VerificationFacts[]): FieldMatrix {
  const provided = new Map(readFields(inquiry.fields).map((field) => [field.key, valueText(field.key, field.value)]));
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
      const cells = sources.map(({ values }) => cell(key, provided, values));
      if (given === "" && cells.every((candidate) => candidate.text === "")) return [];
      const counting = cells.filter((_, index) => sources[index]?.attempt.counts);
      return [{ key, label: fieldLabel(key), pii: piiKindOf(key), provided: given, cells, agreement: overall(counting) }];
    }),
  };
}

/** The value of a field as one line; of a day only the day: it has no time, and no zone may move it. */
function valueText(key: string, value: unknown): string {
  const text = fieldViewText(viewFieldValue(value));
  return dayKeys.has(key) ? text.replace(/^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/, "$1") : text;
}

function extractedValues({ verification }: Attempt): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of readEntries(verification)) {
    const key = canonicalKey(name);
    const text = comparable.has(key) ? valueText(key, value) : "";
    if (text !== "") values.set(key, text);
    // Document verifications keep what was read in a map of fields of their own.
    if (name === "fields") {
      for (const field of readFields(value)) if (comparable.has(field.key)) values.set(field.key, valueText(field.key, field.value));
    }
  }
  return values;
}

type Values = ReadonlyMap<string, string>;

function cell(key: string, provided: Values, extracted: Values): MatrixCell {
  const [given, text] = [provided.get(key) ?? "", extracted.get(key) ?? ""];
  if (given === "" || text === "") return { text, agreement: "missing", note: null };
  const { agreement, note } = compareParts(key, provided, extracted);
  return { text, agreement: words[agreement], note };
}

const words = { same: "match", partly: "partly", different: "mismatch" } as const;

/** One field of both: a place is compared with its address, and a part of a name that differs may be the same name divided otherwise. */
function compareParts(key: string, provided: Values, extracted: Values): Comparison {
  if (key === "address-city" || key === "address-subdivision") return compareTowns(key, provided, extracted);
  const alone = compareValues(key, provided.get(key) ?? "", extracted.get(key) ?? "");
  const parts = nameParts.find((keys) => keys.includes(key));
  if (alone.agreement === "same" || parts === undefined) return alone;
  const whole = (values: Values) => parts.flatMap((part) => values.get(part) ?? []).join(" ");
  const { agreement, note } = compareNames(whole(provided), whole(extracted));
  if (agreement === "same") return sameBut("Same name, divided otherwise");
  return alone.agreement === "different" && note === inAnotherOrder ? partly(inAnotherOrder) : alone;
}

const severity: readonly Agreement[] = ["mismatch", "partly", "match"];

function overall(cells: readonly MatrixCell[]): Agreement {
  return severity.find((agreement) => cells.some((candidate) => candidate.agreement === agreement)) ?? "missing";
}
