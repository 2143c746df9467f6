/**
 * The answer to a call that the page's first script (`src/first.ts`) has made already, once. A call that changes something is never among
 * them.
 */
export function takeFirstAnswer({ method, url }: Request): Promise<Response> | undefined {
  if (typeof window === "undefined" || method !== "GET") return undefined;
  const answer = window.firstAnswers?.get(url);
  window.firstAnswers?.delete(url);
  return answer;
}

/** `fetch`, but for what has been asked for already. */
export const fetchUnlessFirst: typeof fetch = (input, init) =>
  (input instanceof Request ? takeFirstAnswer(input) : undefined) ?? globalThis.fetch(input, init);
