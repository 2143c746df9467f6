import { Refusal } from "../world/core/refusal";
import { day } from "../world/core/time";
import type { Answer } from "./answer";

/** What makes two calls "the same parameters". */
type IdempotentCall = {
  readonly key: string;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly body: string;
};

/** Answers by Idempotency-Key. */
export type Idempotency = {
  /**
   * Runs a call, or gives back the first answer to the same key.
   * @param now milliseconds
   * @throws Refusal 400 on the key of another call
   */
  run(call: IdempotentCall, now: number, act: () => Answer): Answer;
};

/**
 * Persona's idempotency layer (docs: Idempotent requests): the first result is stored, good or bad, and replayed for the
 * same key; the key with other parameters is an error; keys are dropped after 24 hours. 401 and 429 come before this layer.
 */
export function createIdempotency(): Idempotency {
  const stored = new Map<string, { fingerprint: string; at: number; answer: Answer }>();
  return {
    run(call, now, act) {
      for (const [key, { at }] of stored) {
        if (now - at < day) break;
        stored.delete(key);
      }
      const fingerprint = JSON.stringify([call.method, call.url, call.body]);
      const known = stored.get(call.key);
      if (known === undefined) {
        const answer = act();
        stored.set(call.key, { fingerprint, at: now, answer });
        return answer;
      }
      if (known.fingerprint !== fingerprint) throw otherParameters(call.key);
      return known.answer;
    },
  };
}

/** 400, the key of another call. */
export const otherParameters = (key: string): Refusal =>
  new Refusal(400, "Idempotency error", `Idempotency key ${key} has been used with different parameters. Please use another key.`);
