import type { InquiryFilter } from "@server/inquiries/inquiry-filter";

const day = 24 * 60 * 60_000;

/** What inquiries are asked for by, by what it is called. @param now ms */
export const inquiryFiltersAt = (now: number): Readonly<Record<string, InquiryFilter>> => ({
  "of a status": { status: ["approved"] },
  "of a rare status": { status: ["rare"] },
  "in review": { status: ["needs_review"] },
  "of two statuses": { status: ["pending", "failed"] },
  "of a template": { "inquiry-template-id": ["itmpl_1"] },
  "of a rare template": { "inquiry-template-id": ["itmpl_rare"] },
  "of a template and a status": { "inquiry-template-id": ["itmpl_1"], status: ["needs_review"] },
  "of a version": { "inquiry-template-version-id": ["itmplv_7"] },
  "of an account": { "account-id": ["act_7"] },
  "of a hundred reference IDs": { "reference-id": Array.from({ length: 100 }, (_, index) => `CUS-${index * 77}`) },
  "with a rare tag": { tag: ["rare"] },
  "with a usual tag": { tag: ["usual"] },
  "that somebody works on": { "claimed-by": "user-3" },
  snoozed: { snoozed: true },
  "that somebody asked about": { "second-look": true },
  "in review and not snoozed": { snoozed: false, status: ["needs_review"] },
  "that somebody decided": { "decided-by": "user-3" },
  "with a match": { matches: true },
  redacted: { redacted: true },
  "created on a day long past": { "created-at-start": now - 400 * day, "created-at-end": now - 399 * day },
  "that expire soon": { "expires-at-start": now, "expires-at-end": now + day / 24 },
  "waiting for a week": { status: ["needs_review"], "status-since-end": now - 7 * day },
});
