import type { Metrics } from "../http/metrics";
import { createIndexFilling, type FillingDeps } from "./index-filling";
import { createInquiryRounds } from "./inquiry-rounds";

type IndexDeps = Omit<FillingDeps, "rounds" | "meter" | "sweepMs"> & {
  readonly metrics: Pick<Metrics, "indexPages" | "indexMissed">;
  /** From one round to the next; undefined: nothing is asked of Persona's list. */
  readonly sweepSeconds: number | undefined;
};

/** What fills the index beside webhooks and what passes. */
export function createInquiryIndex({ metrics, sweepSeconds, ...deps }: IndexDeps) {
  const { db, clock } = deps;
  if (sweepSeconds === undefined) return { start() {}, stop: () => Promise.resolve() };
  const sweepMs = sweepSeconds * 1000;
  return createIndexFilling({
    ...deps,
    rounds: createInquiryRounds({ db, now: () => clock.now(), everyMs: sweepMs }),
    meter: {
      page: (round) => metrics.indexPages.inc({ round }),
      missed: (inquiries) => metrics.indexMissed.inc(inquiries),
    },
    sweepMs,
  });
}
