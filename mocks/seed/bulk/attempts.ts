import { second } from "../../world/core/time";
import type { Attempt } from "../attempts/attempt";
import { decisive, failed } from "../attempts/checks";
import { governmentId, unread } from "../attempts/government-id";
import { paperwork } from "../attempts/others";
import { selfie } from "../attempts/selfie";
import { hash32 } from "../random";
import type { BulkPlan, Course } from "./plan";

/** One verification of a bulk inquiry. Times in milliseconds. */
export type BulkAttempt = {
  attempt: Attempt;
  passed: boolean;
  stepName: string;
  /** 1 for the first at its step. */
  count: number;
  createdAt: number;
  submittedAt: number;
  completedAt: number;
};

/** Room for the verifications of one inquiry in the numbers of all: three at the first step, one at the second. */
export const attemptsPerInquiry = 4;

/** The verifications of an inquiry in order. Selfies come last and only once. */
export function attemptsOf(plan: BulkPlan, course: Course): BulkAttempt[] {
  if (course.startedAt === undefined) return [];
  const chance = hash32(`${plan.seed}/attempts/${course.number}`);
  const attempts: BulkAttempt[] = [];
  const add = (attempt: Attempt, passed: boolean, stepName: string, count: number) => {
    const createdAt = (course.startedAt ?? 0) + attempts.length * 40 * second;
    attempts.push({
      attempt,
      passed,
      stepName,
      count,
      createdAt,
      submittedAt: createdAt + 30 * second,
      completedAt: createdAt + 33 * second,
    });
  };
  const first = course.template === "address" ? "verification_document" : "verification_government_id";
  for (let count = 1; count <= course.failures; count++) add(failing(course, chance + count), false, first, count);
  if (course.firstPassed) add(passing(course, chance), true, first, course.failures + 1);
  if (course.secondPassed) add(selfie({ similarity: 80 + (chance % 190) / 10 }), true, "verification_selfie", 1);
  return attempts;
}

const papers = ["passport", "licence", "id-card", "permit"] as const;
const paperOf = ({ account }: Course) => papers[hash32(`paper/${account}`) % papers.length] ?? "passport";

function passing(course: Course, chance: number): Attempt {
  if (course.template === "address") return paperwork("utility-bill");
  return governmentId(paperOf(course), { outcomes: chance % 4 === 0 ? [failed("id_blur_detection")] : [] });
}

function failing(course: Course, chance: number): Attempt {
  if (course.template === "address") return paperwork("utility-bill", "stale", [decisive("document_expired_detection", "expired")]);
  const paper = paperOf(course);
  switch (chance % 4) {
    case 0:
      return governmentId(paper, {
        front: "blur",
        read: unread,
        outcomes: [failed("id_portrait_clarity_detection"), failed("id_blur_detection")],
      });
    case 1:
      return governmentId(paper, {
        front: "glare",
        outcomes: [failed("id_unprocessable_submission_detection"), failed("id_glare_detection", "too_much_glare")],
      });
    case 2:
      return governmentId(paper, { front: "expired", outcomes: [failed("id_expired_detection")] });
    default:
      return governmentId(paper, { front: "cropped", read: unread, outcomes: [failed("id_portrait_detection", "portrait_not_found")] });
  }
}
