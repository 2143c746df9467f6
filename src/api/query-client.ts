import { QueryClient } from "@tanstack/react-query";
import { isApiError, isRateLimited } from "./errors";
import { createMutationCache } from "./mutation-meta";

/** Longest wait for a rate limit that is not shown to the user as an error. */
const longestQuietWaitSeconds = 60;
const mostRetries = 2;

/**
 * Whether a failed read is tried once more: after a rate limit whose end is near, and after failures of
 * the server or the network. Refusals are final.
 * @param failures how often it failed before
 */
export function shouldRetryRead(failures: number, error: unknown): boolean {
  if (failures >= mostRetries || !isApiError(error) || !error.retryable) return false;
  return !isRateLimited(error) || (error.retryAfterSeconds ?? 0) <= longestQuietWaitSeconds;
}

const retries = new WeakMap<object, number>();

/** When a read that failed so is tried again, ms since the epoch by this machine's clock; undefined when it is not. */
export const retryTime = (error: unknown): number | undefined => (isApiError(error) ? retries.get(error) : undefined);

/**
 * Milliseconds before the next try. A rate limit says itself when it ends; else 0.5 s, 1 s, …
 * Up to a quarter is added at random, so that the tabs of a team do not come back all at once.
 */
export function retryDelay(failures: number, error: unknown, random: () => number = Math.random): number {
  const seconds = isApiError(error) ? error.retryAfterSeconds : undefined;
  const base = seconds === undefined ? 500 * 2 ** failures : seconds * 1_000;
  const delay = Math.round(base * (1 + random() / 4));
  if (isApiError(error)) retries.set(error, Date.now() + delay);
  return delay;
}

/** One per application start, and a fresh one per test. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    mutationCache: createMutationCache(),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 5 * 60_000,
        retry: shouldRetryRead,
        retryDelay,
        // What failed in the loader is shown, not asked for a second time by the page. What no loader begins says otherwise.
        retryOnMount: false,
        // Being offline is an error to be told, not a reason to wait without a word.
        networkMode: "always",
      },
      mutations: {
        // A write is repeated by the person who made it, or not at all; and never later, when the network comes back.
        retry: false,
        networkMode: "always",
      },
    },
  });
}
