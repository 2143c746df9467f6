/** How many sessions an inquiry has used. Persona docs, "Inquiry sessions": 25 per inquiry by default, configurable in the template. */
import { linksOf, type InquiryFacts } from "@/domain/facts";

/** Persona's default; the API does not tell what a template has set. */
export const defaultSessionLimit = 25;
const nearlyUsedUp = 5;

export type SessionBudget = {
  readonly used: number;
  readonly limit: number;
  readonly left: number;
  readonly state: "ample" | "low" | "used up";
  /** "7 of 25 sessions used". */
  readonly label: string;
};

export function sessionBudget(used: number, limit = defaultSessionLimit): SessionBudget {
  const left = Math.max(0, limit - used);
  const state = left === 0 ? "used up" : left <= nearlyUsedUp ? "low" : "ample";
  return { used, limit, left, state, label: `${used} of ${limit} sessions used` };
}

/**
 * Why an expired inquiry is not resumed for a link: the resume takes a session, and the link another one (Persona docs, "Inquiry sessions").
 * With one left it would be pending again, and nobody could get in. With none left Persona refuses before anything is done; with more used
 * than the default, the template has a limit of its own, which nothing tells.
 * @param used undefined where that is not known
 */
export function lastSessionRefusal(used: number | undefined): string | undefined {
  if (used !== defaultSessionLimit - 1) return undefined;
  return `${sessionBudget(used).label}: resuming it would take the last one, and none would be left for the link.`;
}

/** What to say before an action that may make one more session; `undefined` when there are enough or the number is not known. */
export function sessionBudgetWarning(inquiry: InquiryFacts): string | undefined {
  const used = linksOf(inquiry, "sessions")?.length;
  if (used === undefined) return undefined;
  const budget = sessionBudget(used);
  if (budget.state === "ample") return undefined;
  if (budget.state === "low") {
    const which = budget.left === 1 ? "the last" : `one of the last ${budget.left}`;
    return `This may use ${which} of ${budget.limit} sessions.`;
  }
  return `All ${budget.limit} sessions an inquiry has by default are used, so Persona may refuse.`;
}
