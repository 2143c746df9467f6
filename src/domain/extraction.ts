/** What Persona read out of a document that is no government ID: by field, with how far it agrees with what it was held against. */
import { fieldLabel, piiKindOf, type PiiKind } from "@/domain/field-keys";
import { displayLine, displayValue } from "@/lib/display-text";
import { readList, readNumber, readProperty, readText } from "@/lib/read";

export type ExtractedField = {
  readonly label: string;
  readonly pii: PiiKind | null;
  /** Empty where nothing was found. */
  readonly values: readonly { readonly text: string; readonly page: number | null; readonly match: string | null }[];
};

/** Match levels (spec, `extraction-responses`): of what was looked for; of anything else the level says nothing. Open. */
const levels = new Map([
  ["full", "agrees with the source"],
  ["partial", "agrees in part with the source"],
  ["none", "does not agree with the source"],
]);

/** Fields in the order sent: what was found before what was not. Anything that is no document gives none. */
export function extractedFields(resource: object): ExtractedField[] {
  const fields = readList(readProperty(resource, "extractionResponses"))
    .slice(0, 100)
    .map((response) => {
      const key = readText(readProperty(response, "fieldName")) ?? "";
      const isGuided = readProperty(response, "extractionType") === "guided";
      return {
        label: fieldLabel(key),
        pii: piiKindOf(key),
        values: readList(readProperty(response, "results"))
          .slice(0, 50)
          .flatMap((result) => {
            const text = displayValue(readProperty(result, "value"), "", 300);
            const level = readText(readProperty(result, "matchLevel"));
            const match = isGuided && level !== undefined ? (levels.get(level) ?? displayLine(level, 40)) : null;
            return text === "" ? [] : [{ text, page: readNumber(readProperty(result, "page")) ?? null, match }];
          }),
      };
    });
  return fields.toSorted((one, other) => Number(other.values.length > 0) - Number(one.values.length > 0));
}
