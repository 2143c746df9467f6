import type { QueryClient } from "@tanstack/react-query";

/** The first part of the keys of lookups under way; nothing of what is looked for. */
export const lookupKey = "lookup";
let count = 0;

/**
 * Counts a lookup among what the page waits for, as long as it is under way. Nothing of it is kept.
 * @throws whatever the lookup throws
 */
export function underWay<T>(queryClient: QueryClient, look: () => Promise<T>): Promise<T> {
  const queryKey = [lookupKey, (count += 1)];
  return queryClient.query({ queryKey, queryFn: look, retry: false, gcTime: 0 });
}
