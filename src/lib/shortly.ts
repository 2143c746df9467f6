/** Waiting so long is not noticed, ms. */
const glanceMs = 60;

/**
 * Waits for work that is likely done in a moment, and no longer than that: what is here by then is drawn at once, and nothing that stands in
 * for it. What the work throws is its own matter.
 */
export async function shortly(work: Promise<unknown>, atMostMs = glanceMs): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const glance = new Promise((resolve) => {
    timer = setTimeout(resolve, atMostMs);
  });
  await Promise.race([work.catch(() => undefined), glance]);
  clearTimeout(timer);
}
