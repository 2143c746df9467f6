/**
 * Between two pieces of work, in browsers that tell: what is there already is painted, and keys and clicks are heard, first. Elsewhere at once.
 * @returns takes it back
 */
export function whenIdle(then: () => void, timeout = 500): () => void {
  if (!("requestIdleCallback" in window)) {
    then();
    return () => undefined;
  }
  const handle = window.requestIdleCallback(then, { timeout });
  return () => window.cancelIdleCallback(handle);
}
