/**
 * What can be done to a report, by its kind and state, and who may. Sources: spec, POST /reports/{report-id}/dismiss, /run, /pause, /resume;
 * Persona docs, Events (kinds with `.dismissed`); Persona's changelog of 2026 (`review` for `screening`).
 */
import { permissionRefusal, rolesFor } from "@/domain/capability";
import type { ReportFacts } from "@/domain/facts";
import { isRedacted } from "@/domain/inquiry-status";
import type { Capability } from "@/domain/inquiry-action";
import { kindOf } from "@/domain/verification-kind";
import { knownRole, roleLabel, type Viewer } from "@/domain/viewer";
import { readText } from "@/lib/read";

/** What a reviewer can say of a record, and how much it weighs (spec: POST /reports/{report-id}/review). */
export const reviewStatuses = ["false_positive", "true_positive", "indeterminate", "pending"] as const;
export const riskLevels = ["material", "immaterial"] as const;

export type ReportOffers = {
  /** How matches are set aside: all at once, or one after the other, by dismissing or by reviewing. Null: not at all. */
  readonly matches: "dismiss-all" | "dismiss-each" | "review-each" | null;
  readonly run: boolean;
  readonly pause: boolean;
  readonly resume: boolean;
};

const dismissedAsAWhole = new Set(["watchlist", "business-watchlist", "politically-exposed-person"]);
const dismissedByEntity = new Set(["adverse-media", "business-adverse-media"]);

/**
 * What the desk offers on a report now. Persona runs again what it monitors; beside that the desk offers a run for a report that could not
 * run. That monitoring is paused stands in the history alone: a report that ran more than once and will not by itself is taken for paused.
 * @param latest the newest of `pause` and `resume` in its history, where that is known
 */
export function reportOffers(report: ReportFacts, latest?: "pause" | "resume"): ReportOffers {
  const { status, isRecurring, isContinuous } = report;
  if (isRedacted(report) || readText(report.id) === undefined) return { matches: null, run: false, pause: false, resume: false };
  const isMonitored = isRecurring === true;
  return {
    matches: status === "ready" ? wayOfMatches(kindOf(report.type)) : null,
    run: status === "errored" || (status === "ready" && isMonitored),
    pause: isMonitored,
    resume: !isMonitored && (latest === "pause" || (latest === undefined && isContinuous === true)),
  };
}

function wayOfMatches(kind: string): ReportOffers["matches"] {
  if (dismissedAsAWhole.has(kind)) return "dismiss-all";
  if (dismissedByEntity.has(kind)) return "dismiss-each";
  return kind === "screening" ? "review-each" : null;
}

/** Whether `viewer` may act on reports: who decides inquiries does. */
export function reportsCapability(viewer: Viewer): Capability {
  const role = knownRole(viewer);
  if (role === undefined || !rolesFor("approve").includes(role)) {
    return {
      allowed: false,
      reason: `Your role (${roleLabel(viewer)}) can't act on reports.`,
      wayOut: { sentence: "Ask a reviewer to do it." },
    };
  }
  return permissionRefusal(viewer, "report.write") ?? { allowed: true };
}
