import type { Simulator, SimulatorOptions } from "@mocks/simulator";
import { inquiryId, populateTiny } from "@mocks/testing/tiny-world";
import { redactInquiry } from "@mocks/world/redaction/redaction";
import { performSimulateActions } from "@mocks/world/flow/simulation";

/**
 * The statuses Persona documents, each with the actions that lead a fresh inquiry there (Persona docs: Simulating inquiries).
 * Written down once more, and on purpose not taken from the desk: what is tested must not choose what it is tested with.
 */
const ways = {
  created: [],
  pending: ["start_inquiry"],
  completed: ["start_inquiry", "complete_inquiry"],
  failed: ["start_inquiry", "fail_inquiry"],
  expired: ["start_inquiry", "expire_inquiry"],
  needs_review: ["start_inquiry", "complete_inquiry", "mark_for_review_inquiry"],
  approved: ["start_inquiry", "complete_inquiry", "approve_inquiry"],
  declined: ["start_inquiry", "complete_inquiry", "decline_inquiry"],
} as const;

export type Status = keyof typeof ways;

// the keys of an object literal are all there is in it
export const statuses = Object.keys(ways) as readonly Status[];

/** A small world in which simulate actions are allowed: Persona takes them in Sandbox only. */
export const sandbox = { environment: "sandbox", populate: populateTiny } as const satisfies Partial<SimulatorOptions>;

const colleague = { type: "user", name: "Théo Marchetti", emailAddress: "theo.marchetti@hollisgrey.example" } as const;

/** Plays simulate actions on an inquiry, as a colleague does at the same time as the desk. */
export function simulate(simulator: Simulator, inquiry: string, ...types: string[]): void {
  performSimulateActions(simulator.world(), { inquiryId: inquiry, simulateActions: types.map((type) => ({ type })) }, colleague);
}

export function redact(simulator: Simulator, inquiry: string): void {
  redactInquiry(simulator.world(), { inquiryId: inquiry }, colleague);
}

/** Brings an inquiry of a `sandbox` simulator into a state, by operations of the simulator alone. @returns its id */
export function inquiryIn(
  simulator: Simulator,
  { status, redacted = false, nth = 1 }: { status: Status; redacted?: boolean; nth?: number },
): string {
  const id = inquiryId(simulator, nth);
  if (ways[status].length > 0) simulate(simulator, id, ...ways[status]);
  if (redacted) redact(simulator, id);
  return id;
}
