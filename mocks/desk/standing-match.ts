import { readProperty } from "@/lib/read";
import type { AnyReport } from "../world/core/resources";
import { findingsOf } from "../world/report/report-kinds";

/**
 * Whether a report has a match that stands: it says so, or holds records of one, and nobody has found all of these to be about somebody else.
 */
export function hasStandingMatch(report: AnyReport): boolean {
  const { hasMatch, status } = report.attributes;
  const found = findingsOf(report);
  if (hasMatch === false || (!hasMatch && (status !== "ready" || found.length === 0))) return false;
  return found.length === 0 || found.some((record) => readProperty(record, "reviewStatus") !== "false_positive");
}
