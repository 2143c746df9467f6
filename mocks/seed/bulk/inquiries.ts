import type { Fields, Inquiry, InquiryAttributes, InquiryRelationships } from "@/api/generated/persona/types.gen";
import { blankFields, fieldValuesOf, withFieldValues } from "../../world/inquiry/fields";
import { iso } from "../../world/core/time";
import { usualBehaviors } from "../attempts/behaviors";
import { attemptsOf, attemptsPerInquiry } from "./attempts";
import { type Bulk, contextOfAccount, reportOf, versionAt } from "./bulk";
import { lazyRow } from "./lazy-row";
import { type Course, courseOf, lastChange } from "./plan";
import { referenceIdOfBulk } from "./accounts";

/** The inquiry of a number. */
export function bulkInquiry(bulk: Bulk, number: number): Inquiry {
  return lazyRow<Inquiry, Of>("inquiry", bulk.plan.ids.of("inq_", number), { bulk, number }, attributesOf, relationshipsOf);
}

type Of = {
  bulk: Bulk;
  number: number;
};

const isoOrNull = (ms: number | undefined) => (ms === undefined ? null : iso(ms));

function attributesOf(of: Of): InquiryAttributes {
  const { bulk, number } = of;
  const course = courseOf(bulk.plan, number);
  const { createdAt, startedAt, completedAt, failedAt, expiredAt, markedForReviewAt, decisionedAt, status, reviewer } = course;
  let fields: Fields | undefined;
  let behaviors: InquiryAttributes["behaviors"] | undefined;
  return {
    status,
    referenceId: referenceIdOfBulk(bulk.plan, course.account),
    note: null,
    get behaviors() {
      return (behaviors ??= completedAt === undefined ? {} : usualBehaviors(`${bulk.plan.seed}/${number}`));
    },
    tags: [],
    creator: "API",
    reviewerComment: reviewer !== undefined && status === "declined" ? "Documents do not agree with the account." : null,
    createdAt: iso(createdAt),
    updatedAt: iso(lastChange(course)),
    startedAt: isoOrNull(startedAt),
    expiresAt: null,
    completedAt: isoOrNull(completedAt),
    failedAt: isoOrNull(failedAt),
    markedForReviewAt: isoOrNull(markedForReviewAt),
    decisionedAt: isoOrNull(decisionedAt),
    expiredAt: isoOrNull(expiredAt),
    redactedAt: null,
    ...stepsOf(course),
    get fields() {
      return (fields ??= fieldsOf(of));
    },
  };
}

function stepsOf({ status, startedAt, firstPassed, template }: Course): Pick<InquiryAttributes, "previousStepName" | "nextStepName"> {
  const first = template === "address" ? "verification_document" : "verification_government_id";
  const last = template === "kyc" ? "verification_selfie" : first;
  if (status === "approved" || status === "completed") return { previousStepName: last, nextStepName: "success" };
  if (status === "declined") return { previousStepName: "review", nextStepName: "failure" };
  if (status === "needs_review") return { previousStepName: "success", nextStepName: "review" };
  if (status === "failed") return { previousStepName: first, nextStepName: "failure" };
  return { previousStepName: firstPassed ? first : null, nextStepName: firstPassed && startedAt !== undefined ? last : "start" };
}

function fieldsOf({ bulk, number }: Of): Fields {
  const course = courseOf(bulk.plan, number);
  const context = contextOfAccount(bulk, course.account);
  const { printed } = context;
  const template = bulk.world.tables.inquiryTemplates.get(bulk.templates[course.template]);
  const entered = { "name-first": printed.first, "name-last": printed.last, "email-address": `${context.person}@example.com` };
  const passed = attemptsOf(bulk.plan, course).filter((made) => made.passed);
  for (const { attempt } of passed) Object.assign(entered, fieldValuesOf(attempt.attributes(context)));
  return withFieldValues(blankFields(template), entered, template);
}

function relationshipsOf({ bulk, number }: Of): InquiryRelationships {
  const { plan, templates, reviewers } = bulk;
  const course = courseOf(plan, number);
  const { template, reviewer, decisionedAt } = course;
  const templateId = templates[template];
  const attempts = attemptsOf(plan, course);
  const numbered = attempts.map(({ attempt }, index) => ({ kind: attempt.kind, at: number * attemptsPerInquiry + index }));
  const report = reportOf(number);
  const decidedBy =
    reviewer === undefined
      ? { type: "workflow-run", id: plan.ids.of("wfr_", number) }
      : { type: "user", id: reviewers[reviewer % reviewers.length] ?? "" };
  return {
    account: { data: { type: "account", id: plan.ids.of("act_", course.account) } },
    template: { data: null },
    inquiryTemplate: { data: { type: "inquiry-template", id: templateId } },
    inquiryTemplateVersion: { data: { type: "inquiry-template-version", id: versionAt(bulk, templateId, course.createdAt) } },
    transaction: { data: null },
    reviewer: { data: decisionedAt === undefined ? null : decidedBy },
    reports: { data: report === undefined ? [] : [{ type: "report/watchlist", id: plan.ids.of("rep_", report) }] },
    verifications: { data: numbered.map(({ kind, at }) => ({ type: `verification/${kind}`, id: plan.ids.of("ver_", at) })) },
    documents: {
      data: numbered
        .filter(({ kind }) => kind !== "selfie")
        .map(({ kind, at }) => ({
          type: kind === "document" ? "document/generic" : "document/government-id",
          id: plan.ids.of("doc_", at),
        })),
    },
    selfies: { data: course.secondPassed ? [{ type: "selfie/profile-and-center", id: plan.ids.of("self_", number) }] : [] },
    sessions: { data: [{ type: "inquiry-session", id: plan.ids.of("iqse_", number) }] },
  };
}
