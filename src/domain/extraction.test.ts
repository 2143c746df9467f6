import { describe, expect, it } from "vitest";
import { attemptFigures } from "@/domain/attempt-figures";
import { extractedFields } from "@/domain/extraction";

/** The example of a generic document in Persona's public specification. */
const generic = {
  type: "document/generic",
  extractionResponses: [
    { extractionType: "guided", fieldName: "address_street_2", results: [] },
    {
      extractionType: "unguided",
      fieldName: "dates",
      results: [{ value: "Oct 14 2023", page: 1, matchLevel: "full", metadata: { day: 14 } }],
    },
    { extractionType: "guided", fieldName: "address_street_1", results: [{ value: "1234 Main St.", page: 2, matchLevel: "partial" }] },
  ],
};

describe("what was read out of a document", () => {
  it("is told by field, with page and match; a match of what was not looked for says nothing", () => {
    expect(extractedFields(generic)).toEqual([
      { label: "Dates", pii: "other", values: [{ text: "Oct 14 2023", page: 1, match: null }] },
      { label: "Street", pii: "address", values: [{ text: "1234 Main St.", page: 2, match: "agrees in part with the source" }] },
      { label: "Street, second line", pii: "address", values: [] },
    ]);
  });

  it.each([{}, { extractionResponses: null }, { extractionResponses: "x" }])("is nothing in %j", (resource) => {
    expect(extractedFields(resource)).toEqual([]);
  });

  it("survives what is no answer", () => {
    const odd = { extractionResponses: [null, 3, { results: [null, { value: {} }, { value: 7 }] }] };
    expect(extractedFields(odd).map(({ values }) => values.length)).toEqual([1, 0, 0]);
  });
});

describe("figures of an attempt", () => {
  it.each<[string, object, string[]]>([
    [
      "a selfie",
      { documentSimilarityScore: 88.12, selfieSimilarityScoreLeft: 100, selfieSimilarityScoreRight: 0 },
      ["Face on the document 88.1 of 100", "Left pose 100 of 100", "Right pose 0 of 100"],
    ],
    [
      "a document",
      { entityConfidenceScore: 96.1831512451172, entityConfidenceReasons: ["generic", "low_resolution"] },
      ["Entity confidence 96.2 of 100", "Reasons for the confidence Generic, Low resolution"],
    ],
    ["a confidence that was not measured", { entityConfidenceScore: 0, documentSimilarityScore: null }, []],
  ])("%s", (_, verification, figures) => {
    expect(attemptFigures(verification).map(({ label, text }) => `${label} ${text}`)).toEqual(figures);
  });
});
