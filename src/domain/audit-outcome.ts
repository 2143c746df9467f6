/** How what the audit log records ended. */
import { displayValue } from "@/lib/display-text";

const outcomes = {
  done: ["Done", "green", "It took effect."],
  refused: ["Refused", "amber", "The desk or Persona refused it. Nothing was changed."],
  failed: ["Failed", "red", "It was tried and did not work."],
  unknown: ["Not known", "violet", "It was sent and no answer came, so it may have taken effect."],
} as const;

export type KnownAuditOutcome = keyof typeof outcomes;
export const auditOutcomes = ["done", "refused", "failed", "unknown"] as const satisfies readonly KnownAuditOutcome[];

type OutcomeMeaning = {
  readonly label: string;
  readonly tone: "green" | "amber" | "red" | "violet" | "unknown";
  readonly sentence: string;
};

/** The outcome when it is one we know. */
export function knownAuditOutcome(outcome: unknown): KnownAuditOutcome | undefined {
  return auditOutcomes.find((known) => known === outcome);
}

/** What an outcome means. Source: openapi/desk.yaml, AuditEntry.outcome. An unknown value renders as itself. */
export function describeAuditOutcome(outcome: unknown): OutcomeMeaning {
  const known = knownAuditOutcome(outcome);
  if (known === undefined) {
    return { label: displayValue(outcome, "No outcome", 40), tone: "unknown", sentence: "Inquiry Desk does not know this outcome." };
  }
  const [label, tone, sentence] = outcomes[known];
  return { label, tone, sentence };
}
