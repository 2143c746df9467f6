import fc from "fast-check";
import { expect, it } from "vitest";
import { standing } from "@/domain/standing";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { createInquiryStates } from "../persona/inquiry-states";
import { createStandings } from "./standing";
import { createStandingReads } from "./standing-reads";

const now = Date.parse("2026-03-02T09:00:00.000Z");
const hoursAgo = (hours: number) => new Date(now - hours * 3_600_000).toISOString();

/** Few moments, so that many of them are the same; null where Persona did not say. */
const moment = fc.constantFrom(1, 2, 3, null).map((hours) => (hours === null ? null : hoursAgo(hours)));
const inquiries = fc.array(
  fc.record({
    template: fc.constantFrom("itmpl_kyc", "itmpl_age"),
    status: fc.constantFrom("created", "pending", "completed", "failed", "expired", "needs_review", "approved", "declined", "on_hold"),
    createdAt: fc.constantFrom(4, 5).map(hoursAgo),
    startedAt: moment,
    completedAt: moment,
    failedAt: moment,
    expiredAt: moment,
    markedForReviewAt: moment,
    decisionedAt: moment,
    redactedAt: fc.constantFrom(null, null, null, hoursAgo(0)),
  }),
  { minLength: 1, maxLength: 5 },
);

const people = fc.sample(inquiries, { numRuns: 80, seed: 2026 }).map((some, person) =>
  some.map(({ template, ...attributes }, nth) => ({
    id: `inq_${person}_${nth}`,
    // the person's page looks at when it was changed only for a status that is new to the desk
    attributes: { ...attributes, referenceId: `usr_${person}`, updatedAt: hoursAgo(0.5 + nth / 10) },
    template,
  })),
);
type Made = (typeof people)[number][number];

/** As the person's page has it. */
function byThePage(made: readonly Made[]) {
  const rows = made.map(({ id, attributes, template }) => ({
    id,
    ...attributes,
    links: { inquiryTemplate: { type: "inquiry-template", id: template } },
  }));
  return standing(null, rows, now).templates.flatMap(({ templateId, inquiry }) =>
    inquiry ? [`${templateId} ${inquiry.id} ${inquiry.status}`] : [],
  );
}

describeOnEachDatabase("where a person stands, as the partner's API tells it and as the desk's page shows it", (fresh) => {
  it("is the same inquiry of each template, whatever they went through", async () => {
    const db = await fresh();
    const bodyOf = (made: readonly Made[]) => ({
      data: made.map(({ id, attributes, template }) => ({
        type: "inquiry",
        id,
        attributes,
        relationships: { inquiryTemplate: { data: { type: "inquiry-template", id: template } } },
      })),
      links: { prev: null, next: null },
    });
    const call = async ({ query = "" }: { query?: string }) => {
      const referenceId = new URLSearchParams(query).get("filter[reference-id]");
      const made = people.find(([first]) => first?.attributes.referenceId === referenceId) ?? [];
      return {
        status: 200,
        headers: { "content-type": "application/json" },
        body: new TextEncoder().encode(JSON.stringify(bodyOf(made))),
      };
    };
    const standings = createStandings({
      inquiryStates: createInquiryStates({ db, now: () => now }),
      reads: createStandingReads(db),
      persona: { call },
      now: () => now,
    });
    for (const made of people) {
      const told = await standings.of(made[0]?.attributes.referenceId ?? "", "ptok_1");
      const readable = told
        .filter(({ redacted }) => !redacted)
        .map(({ inquiryTemplateId, inquiryId, status }) => `${inquiryTemplateId} ${inquiryId} ${status}`);
      expect(readable.toSorted(), JSON.stringify(made)).toEqual(byThePage(made).toSorted());
      const decided = made.filter(({ attributes: { status } }) => status === "approved" || status === "declined").map(({ id }) => id);
      expect(told.flatMap(({ decidedInquiries }) => decidedInquiries.map(({ inquiryId }) => inquiryId)).toSorted()).toEqual(
        decided.toSorted(),
      );
    }
  });
});
