import { Refusal } from "../world/core/refusal";

const windowMs = 60_000;

/** Where a caller stands in the current window. `reset` counts seconds, as Persona's headers do. */
export type RateLimitState = {
  readonly limit: number;
  readonly remaining: number;
  readonly reset: number;
};

/** Counts calls; `now` in milliseconds. */
export type RateLimit = {
  /** Counts a call, refused ones too. */
  count(now: number): RateLimitState & { readonly exceeded: boolean };
  /** Where the caller stands, without counting. */
  state(now: number): RateLimitState;
};

/** A fixed window of a minute. Persona allows 300 calls a minute (docs: Rate limiting). */
export function createRateLimit(limit = 300): RateLimit {
  let startedAt = Number.NEGATIVE_INFINITY;
  let used = 0;
  const state = (now: number): RateLimitState => {
    if (now - startedAt >= windowMs) [startedAt, used] = [now, 0];
    return { limit, remaining: Math.max(0, limit - used), reset: Math.max(1, Math.ceil((startedAt + windowMs - now) / 1000)) };
  };
  return {
    state,
    count(now) {
      state(now);
      used += 1;
      return { ...state(now), exceeded: used > limit };
    },
  };
}

/** 429 (Persona docs: Rate limiting). */
export const rateLimitExceeded = (limit: number): Refusal =>
  new Refusal(429, "Rate limit exceeded", `You have exceeded the rate limit of ${limit} requests / min`);

/** The headers on every authenticated answer, errors included. */
export const rateLimitHeaders = (state: RateLimitState): Record<string, string> => ({
  "ratelimit-limit": String(state.limit),
  "ratelimit-remaining": String(state.remaining),
  "ratelimit-reset": String(state.reset),
});
