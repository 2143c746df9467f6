/** How what the audit log records ended. */
import { type WordMeaning, wordTable } from "@/domain/status-meaning";

const outcomes = wordTable("outcome", {
  done: ["Done", "green", "It took effect."],
  refused: ["Refused", "amber", "The desk or Persona refused it. Nothing was changed."],
  failed: ["Failed", "red", "It was tried and did not work."],
  unknown: ["Not known", "violet", "It was sent and no answer came, so it may have taken effect."],
});

export const auditOutcomes = outcomes.known;
export type KnownAuditOutcome = (typeof auditOutcomes)[number];

/** The outcome when it is one we know. */
export function knownAuditOutcome(outcome: unknown): KnownAuditOutcome | undefined {
  return outcomes.find(outcome);
}

/** What an outcome means. Source: openapi/desk.yaml, AuditEntry.outcome. An unknown value renders as itself. */
export function describeAuditOutcome(outcome: unknown): WordMeaning {
  return outcomes.describe(outcome);
}
