import fc from "fast-check";
import { propertyRuns } from "@test/support/property-runs";
import { describe, expect, it } from "vitest";
import { diagnoseAccess } from "@/domain/access/access-diagnosis";
import { capability } from "@/domain/capability";
import { inquiryActions } from "@/domain/inquiry-action";
import { attemptFigures } from "@/domain/attempt-figures";
import { explainCheck } from "@/domain/checks/check-catalogue";
import type { InquiryFacts } from "@/domain/facts";
import { extractedFields } from "@/domain/extraction";
import { fieldMatrix } from "@/domain/field-matrix";
import { fieldViewText, viewFieldValue } from "@/domain/field-value";
import { personName, readFields } from "@/domain/fields";
import { resolveLookup } from "@/domain/lookup-target";
import { adviseReferenceId } from "@/domain/reference-id";
import { comparePerson } from "@/domain/reports/compare-person";
import { ownDataOf } from "@/domain/reports/own-data";
import { reportFindings } from "@/domain/reports/report-findings";
import { viewReport } from "@/domain/reports/report-view";
import { overviewSessions, viewSession } from "@/domain/session-view";
import { behaviorFacts } from "@/domain/signals/behavior-facts";
import { inquirySignals } from "@/domain/signals/inquiry-signals";
import { standing } from "@/domain/standing";
import { tellInquiryStory } from "@/domain/story/inquiry-story";
import { storyDays } from "@/domain/story/story-days";
import { templateVersionVerdict } from "@/domain/template-version";
import { inquiryVerdict } from "@/domain/verdict";
import { groupVerifications } from "@/domain/verification-view";

const odd = fc.oneof(
  fc.constantFrom(
    { toString: "", valueOf: 1 },
    [{ toString: "", valueOf: 1 }],
    null,
    undefined,
    "",
    0,
    Number.NaN,
    true,
    [],
    {},
    "created",
    "pending",
    "expired",
    "failed",
    "approved",
    "needs_review",
  ),
  fc.constantFrom(
    "\u202Eevil",
    "<script>",
    "\uD800",
    "x".repeat(5000),
    "2026-03-02T09:00:00.000Z",
    "+275760-09-13T00:00:00.000Z",
    "constructor",
  ),
  fc.anything({ maxDepth: 2 }),
);
const text = fc.oneof(fc.string({ unit: "binary" }), fc.webUrl({ withQueryParameters: true, withFragments: true }));

const keys = [
  "id type name status createdAt updatedAt startedAt expiresAt expiredAt completedAt decisionedAt redactedAt markedForReviewAt submittedAt",
  "processedAt failedAt reviewerComment nextStepName fields checks links payload context tags creator deviceName deviceHandoffMethod",
  "matchedLists result relatedSources matchedRecords entities birthdates positions media hasMatch query behaviors signals latitude longitude",
  "gpsCountryCode countryCode extractionResponses results entityConfidenceScore entityConfidenceReasons nameFirst nameLast birthdate",
  "countryName threatLevel isTor reasons requirement metadata",
].flatMap((names) => names.split(" "));

/** Objects with the right names and anything at all behind them: what an API that has changed, or broken, may send. */
const hostile = fc.record(Object.fromEntries(keys.map((key) => [key, odd])), { requiredKeys: [] });
const several = fc.array(hostile, { maxLength: 4 });
const now = Date.parse("2026-03-02T09:00:00.000Z");

describe("no judgement throws, whatever an answer holds", () => {
  it("about an inquiry and all that hangs on it", () => {
    fc.assert(
      fc.property(hostile, several, several, (one, some, others) => {
        // Hostile on purpose: the types say what Persona promises, the test what it may break.
        const inquiry = one as InquiryFacts;
        const list = some as InquiryFacts[];
        const events = others as InquiryFacts[];
        for (const action of inquiryActions) capability(action, inquiry, one as { role: string });
        inquiryVerdict({ inquiry, sessions: list, template: list[0], now });
        templateVersionVerdict(inquiry, list[0]);
        standing(list[0] ?? null, list, now);
        diagnoseAccess({ inquiry, sessions: list, template: list[0], siblings: list, events, now });
        const story = tellInquiryStory({
          inquiry,
          events,
          sessions: list,
          verifications: list,
          documents: list,
          selfies: list,
          reports: list,
        });
        storyDays(story.entries, "UTC");
        groupVerifications(list);
        fieldMatrix(inquiry, list);
        overviewSessions(list);
        viewSession(inquiry);
        explainCheck(one);
        inquirySignals({ inquiry, sessions: list, verifications: list });
        list.map(viewReport);
        const own = ownDataOf(inquiry, list);
        for (const { people } of reportFindings(inquiry)) for (const person of people) comparePerson(own, person);
        for (const attempt of list) {
          attemptFigures(attempt);
          extractedFields(attempt);
        }
        behaviorFacts(one);
        expect(story.entries.every((entry) => typeof entry.sentence === "string")).toBe(true);
      }),
      { numRuns: propertyRuns(150) },
    );
  }, 30_000);

  it("about reports, which name lists, those people, and those birth dates", () => {
    const listOf = (entry: fc.Arbitrary<unknown>) => fc.array(fc.oneof(odd, entry), { maxLength: 2 });
    const recordOf = (names: string, value: fc.Arbitrary<unknown>) =>
      fc.record(Object.fromEntries(names.split(" ").map((name) => [name, value])), { requiredKeys: [] });
    const leaves = listOf(recordOf("value name date year month title url", odd));
    const entries = listOf(
      recordOf("birthdates positions names akas countries media sources associates name pepType reviewStatus", leaves),
    );
    const found = listOf(recordOf("entities birthdates positions names media listTypes", entries));
    fc.assert(
      fc.property(
        recordOf("matchedLists result relatedSources matchedRecords sanctionList", fc.oneof(entries, found)),
        fc.constantFrom<boolean | null>(true, false, null),
        (lists, flag) => {
          const report = { ...lists, type: "report/watchlist", status: "ready", hasMatch: flag };
          expect(viewReport(report).label).toBe("Watchlist");
          const own = ownDataOf({ fields: { "name-first": { value: "Ada" } } });
          for (const { people } of reportFindings(report)) for (const person of people) comparePerson(own, person);
        },
      ),
      { numRuns: propertyRuns(500) },
    );
  });

  it("about fields", () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4 }), (value) => {
        readFields(value);
        personName(value);
        expect(typeof fieldViewText(viewFieldValue(value))).toBe("string");
      }),
    );
  });

  it("about pasted texts", () => {
    fc.assert(
      fc.property(text, (pasted) => {
        adviseReferenceId(pasted);
        expect(resolveLookup(pasted)).toHaveProperty("kind");
      }),
    );
  });
});
