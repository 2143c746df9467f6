/** What the `metadata` of a check tells, as labelled facts. Keys come in any casing; unknown keys are put into words. */
import { canonicalKey } from "@/domain/field-keys";
import { fieldViewText, viewFieldValue } from "@/domain/field-value";
import { readEntries, readList, readProperty, readText } from "@/lib/read";
import { displayLine } from "@/lib/display-text";
import { humanize } from "@/lib/humanize";

export type CheckFact = { readonly label: string; readonly text: string };

const labels = new Map([
  ["country-code", "Country found"],
  ["detected-id-class", "Kind of ID found"],
  ["selected-id-classes", "Kinds of ID chosen or accepted"],
  ["detected-id-designations", "Designations found"],
  ["disallowed-id-designations", "Designations not accepted"],
  ["enabled-country-codes", "Countries accepted"],
  ["selected-country-code", "Country chosen"],
  ["check-requirements", "What was compared"],
  ["comparison-input-results", "What was compared"],
  ["name-first-match", "First name agrees"],
  ["name-last-match", "Last name agrees"],
]);

/** How well one value agreed (Persona docs, database verifications): missing means the databases know too little. */
const matches = new Map([
  ["full", "agrees"],
  ["partial", "agrees in part"],
  ["none", "does not agree"],
  ["missing", "not in the records"],
]);

const most = 40;

/** Facts in the order sent; anything that is not an object gives none, and empty values are left out. */
export function describeMetadata(metadata: unknown): CheckFact[] {
  return readEntries(metadata)
    .slice(0, most)
    .flatMap(([rawKey, value]) => {
      const key = canonicalKey(rawKey);
      const text = describeComparisons(value) ?? matchWord(value) ?? fieldViewText(viewFieldValue(value));
      return text === "" ? [] : [{ label: labels.get(key) ?? humanize(key), text }];
    });
}

/** A list of compared values with their result each: "Birthdate: agrees; Name last: does not agree". */
function describeComparisons(value: unknown): string | undefined {
  const parts = readList(value)
    .slice(0, most)
    .flatMap((item) => {
      const name = ["name", "key", "attribute", "input", "property", "requirement"].flatMap(
        (key) => readText(readProperty(item, key)) ?? [],
      )[0];
      const result = ["result", "match", "status", "matchResult", "match-result"].flatMap(
        (key) => readText(readProperty(item, key)) ?? [],
      )[0];
      return name === undefined || result === undefined ? [] : [`${humanize(name)}: ${matchWord(result) ?? displayLine(result, 60)}`];
    });
  return parts.length === 0 ? undefined : parts.join("; ");
}

function matchWord(value: unknown): string | undefined {
  return typeof value === "string" ? matches.get(value) : undefined;
}
