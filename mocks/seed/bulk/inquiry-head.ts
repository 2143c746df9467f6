import type { InquiryHead } from "../../world/core/resources";
import { iso } from "../../world/core/time";
import { referenceIdOfBulk } from "./accounts";
import { type Bulk, versionAt } from "./bulk";
import { type Course, courseOf, lastChange } from "./plan";

/**
 * What lists filter by of an inquiry, worked out when it is asked for. Walking over 100,000 of these makes no row and leaves nothing
 * behind: a class, since a literal with getters would make functions for each, and its own attributes and relationships.
 */
export class BulkInquiryHead implements InquiryHead {
  readonly note = null;
  readonly tags = [];
  readonly expiresAt = null;
  readonly redactedAt = null;
  readonly template = noLink;
  readonly #bulk: Bulk;
  readonly #course: Course;

  constructor(bulk: Bulk, number: number) {
    this.#bulk = bulk;
    this.#course = courseOf(bulk.plan, number);
  }

  get id(): string {
    return this.#bulk.plan.ids.of("inq_", this.#course.number);
  }

  get attributes(): InquiryHead["attributes"] {
    return this;
  }

  get status() {
    return this.#course.status;
  }

  get referenceId() {
    return referenceIdOfBulk(this.#bulk.plan, this.#course.account);
  }

  get createdAt() {
    return iso(this.#course.createdAt);
  }

  get updatedAt() {
    return iso(lastChange(this.#course));
  }

  get startedAt() {
    return isoOrNull(this.#course.startedAt);
  }

  get completedAt() {
    return isoOrNull(this.#course.completedAt);
  }

  get failedAt() {
    return isoOrNull(this.#course.failedAt);
  }

  get markedForReviewAt() {
    return isoOrNull(this.#course.markedForReviewAt);
  }

  get decisionedAt() {
    return isoOrNull(this.#course.decisionedAt);
  }

  get expiredAt() {
    return isoOrNull(this.#course.expiredAt);
  }

  get relationships(): InquiryHead["relationships"] {
    return this;
  }

  get account() {
    return { data: { type: "account", id: this.#bulk.plan.ids.of("act_", this.#course.account) } };
  }

  get inquiryTemplate() {
    return { data: { type: "inquiry-template", id: this.#bulk.templates[this.#course.template] } };
  }

  get inquiryTemplateVersion() {
    const id = versionAt(this.#bulk, this.#bulk.templates[this.#course.template], this.#course.createdAt);
    return { data: { type: "inquiry-template-version", id } };
  }
}

const isoOrNull = (ms: number | undefined) => (ms === undefined ? null : iso(ms));

const noLink = { data: null };
