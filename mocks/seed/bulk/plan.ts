import { day, hour, minute, second } from "../../world/core/time";
import { hash32, mix32 } from "../random";
import type { TemplateKey } from "../templates";
import { bulkIds, type BulkIds } from "./ids";

/** What decides a whole bulk: everything else is worked out from it and a number. */
export type BulkPlan = {
  seed: string;
  /** Milliseconds; the newest inquiry of the bulk was created a while before. */
  start: number;
  count: number;
  /** Milliseconds between two inquiries, on average. */
  gap: number;
  /** Some are still in review: only in a scenario large enough to have a backlog. */
  backlog: boolean;
  ids: BulkIds;
  /** The seed as a number. */
  salt: number;
  /** The seed as it may stand in a file name. */
  seedCode: string;
  /** ISO date of the start. */
  today: string;
  files: string;
};

type Sizes = Pick<BulkPlan, "count" | "gap" | "backlog">;

/** `default`: four a day over a hundred days. `large`: one every twelve minutes over more than two years. */
export const bulkSizes = {
  default: { count: 400, gap: 6 * hour, backlog: false },
  large: { count: 100_000, gap: 12 * minute, backlog: true },
} as const satisfies Record<string, Sizes>;

/** The newest inquiry of the bulk is this old: the lists begin with the people written by hand. */
export const bulkBegins = 25 * day;

export function bulkPlan(seed: string, start: number, files: string, sizes: Sizes): BulkPlan {
  const today = new Date(start).toISOString().slice(0, 10);
  return { ...sizes, seed, start, files, today, ids: bulkIds(seed), salt: hash32(seed), seedCode: hash32(seed).toString(36) };
}

/** The course of one inquiry of the bulk. Times in milliseconds; undefined for what did not happen. */
export type Course = {
  number: number;
  account: number;
  template: Extract<TemplateKey, "kyc" | "age" | "address">;
  status: "approved" | "declined" | "completed" | "failed" | "expired" | "needs_review";
  createdAt: number;
  openedAt: number | undefined;
  startedAt: number | undefined;
  /** How many attempts at the first step failed before one passed, or before the end. */
  failures: number;
  firstPassed: boolean;
  secondPassed: boolean;
  completedAt: number | undefined;
  failedAt: number | undefined;
  expiredAt: number | undefined;
  markedForReviewAt: number | undefined;
  decisionedAt: number | undefined;
  /** Position among the staff of the reviewer, or undefined when the workflow decided. */
  reviewer: number | undefined;
};

// Eight inquiries make a block of seven accounts: the person of the sixth had failed or given up before, in the seventh.
export const accountInBlock = [0, 1, 2, 3, 4, 5, 5, 6] as const;
export const blockSize = 8;
export const accountsPerBlock = 7;
/** The first four of a block went through the whole flow, so each of them has its report. */
export const reportsPerBlock = 4;

/** How many accounts a bulk has. */
export const accountCount = ({ count }: BulkPlan): number => (count / blockSize) * accountsPerBlock;

/** Everything that happened to the inquiry of a number, 0 being the newest. */
export function courseOf(plan: BulkPlan, number: number): Course {
  const chance = mix32(plan.salt ^ Math.imul(number + 1, 0x9e3779b1));
  const place = number % blockSize;
  // Within a tenth of its slot, so that numbers and times have the same order.
  const createdAt = plan.start - bulkBegins - number * plan.gap - (chance % Math.floor(plan.gap / 10));
  const status = statusOf(plan, place, chance);
  const template = place === 4 ? "age" : place === 7 ? "address" : "kyc";
  const openedAt = status === "expired" && chance % 5 < 3 ? undefined : createdAt + (2 + (chance % 400)) * minute;
  const startedAt = openedAt === undefined ? undefined : openedAt + 90 * second;
  const ended = startedAt === undefined ? createdAt : startedAt + (3 + (chance % 4)) * minute;
  const finished = status !== "expired" && status !== "failed";
  const decided = status === "approved" || status === "declined";
  const reviewed = status === "needs_review" || status === "declined" || (decided && chance % 9 === 0);
  return {
    number,
    account: ((number - place) / blockSize) * accountsPerBlock + (accountInBlock[place] ?? 0),
    template,
    status,
    createdAt,
    openedAt,
    startedAt,
    failures: finished ? Number(chance % 6 === 0) : status === "failed" ? (template === "age" ? 1 : 3) : 0,
    firstPassed: finished || (status === "expired" && startedAt !== undefined),
    secondPassed: finished && template === "kyc",
    completedAt: finished ? ended : undefined,
    failedAt: status === "failed" ? ended : undefined,
    expiredAt: status === "expired" ? createdAt + day : undefined,
    markedForReviewAt: reviewed ? ended + 25 * second : undefined,
    decisionedAt: decided ? ended + (reviewed ? (1 + (chance % 50)) * hour : 25 * second) : undefined,
    reviewer: decided && reviewed ? chance % 3 : undefined,
  };
}

/** When an inquiry last changed. */
export function lastChange({ decisionedAt, markedForReviewAt, failedAt, expiredAt, completedAt, createdAt }: Course): number {
  return decisionedAt ?? markedForReviewAt ?? failedAt ?? expiredAt ?? completedAt ?? createdAt;
}

function statusOf({ backlog }: BulkPlan, place: number, chance: number): Course["status"] {
  const percent = (chance >>> 7) % 100;
  if (place < reportsPerBlock) {
    if (backlog && percent >= 98) return "needs_review";
    return percent < 84 ? "approved" : "declined";
  }
  if (place === 4) return percent < 72 ? "completed" : percent < 86 ? "failed" : "expired";
  if (place === 5) return percent < 90 ? "approved" : "declined";
  if (place === 6) return percent < 55 ? "expired" : "failed";
  return percent < 70 ? "approved" : percent < 85 ? "declined" : "expired";
}
