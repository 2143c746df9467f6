import type { Metrics } from "../http/metrics";
import type { OperationId } from "./match-operation";
import type { Priority } from "./priorities";

/** What the calls to Persona are measured by. */
export type Meter = {
  /** An upstream call was answered; status 0 when it was not. */
  upstream(operation: OperationId, status: number, seconds: number): void;
  /** How long a call waited for the budget and a free connection. */
  waited(priority: Priority, seconds: number): void;
  /** A call was answered by one already under way. */
  coalesced(): void;
  cacheHit(): void;
  /** Calls left in the window. */
  remaining(calls: number): void;
  /** Something in an answer had another type than it should, or was missing. */
  oddAnswer(operation: OperationId): void;
};

/** Measures nothing. */
export const noMeter: Meter = { upstream() {}, waited() {}, coalesced() {}, cacheHit() {}, remaining() {}, oddAnswer() {} };

/** Measures into the metrics of this process. */
export const personaMeter = (metrics: Metrics): Meter => ({
  upstream: (operation, status, seconds) => metrics.personaCalls.observe({ operation, status: status === 0 ? "none" : status }, seconds),
  waited: (priority, seconds) => metrics.personaWaits.observe({ priority }, seconds),
  coalesced: () => metrics.personaShared.inc({ how: "shared" }),
  cacheHit: () => metrics.personaShared.inc({ how: "cached" }),
  remaining: (calls) => metrics.personaRemaining.set(calls),
  oddAnswer: (operation) => metrics.personaOddAnswers.inc({ operation }),
});
