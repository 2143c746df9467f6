import { readTime } from "@/lib/read";
import { formatDuration, hour } from "@/lib/time";

/** How long an inquiry may wait for review, and how long before that end it counts as due, in hours. */
export type ServiceLevel = { readonly reviewHours: number; readonly warnHours: number };

/** Where an inquiry stands against the service level; `unknown` where nobody has told since when it waits. */
export type ReviewWait =
  | { readonly state: "inTime" | "dueSoon" | "overdue"; readonly waitedMs: number; readonly leftMs: number }
  | { readonly state: "unknown" };

/**
 * How long an inquiry has waited, and how much of the company's time for it is left.
 * Source: setting `sla` (openapi/desk.yaml, ServiceLevel); the server's order of the review queue goes by the same
 * @param since ISO 8601, when it came into its status
 * @param now ms since the epoch
 */
export function reviewWait(since: string | null | undefined, { reviewHours, warnHours }: ServiceLevel, now: number): ReviewWait {
  const begun = readTime(since);
  if (begun === undefined) return { state: "unknown" };
  // a clock that is ahead makes nobody wait for less than no time
  const waitedMs = Math.max(0, now - begun);
  const leftMs = reviewHours * hour - waitedMs;
  return { state: leftMs < 0 ? "overdue" : leftMs <= warnHours * hour ? "dueSoon" : "inTime", waitedMs, leftMs };
}

/** "3 h over", "due in 40 min"; undefined while there is time enough. */
export function serviceLevelWords(wait: ReviewWait): string | undefined {
  if (wait.state === "overdue") return `${formatDuration(wait.leftMs)} over`;
  return wait.state === "dueSoon" ? `due in ${formatDuration(wait.leftMs)}` : undefined;
}
