import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { describeOnSharedDatabase } from "@test/server/support/databases";
import { type Fate, usualFates } from "@test/server/support/fake-decisions";
import { createManualClock } from "@test/server/support/manual-clock";
import { intent, link, startWriteDesk, ticking } from "@test/server/support/write-desk";

/** What may become of a call: lost or answered by a gateway before or after the effect, or refused, kept under the key or not. */
const fates: readonly Fate[] = [
  ...usualFates,
  { status: 503, acts: true },
  { status: 503, keeps: false },
  { status: 403, title: "Forbidden", keeps: false },
];
/** Where the one that acts at it is killed, or what it does: the person asks (again), recovery runs, a webhook comes. */
const steps = ["perform", "perform", "killed", "killed before", "recover", "webhook"] as const;
const sequence = (more: readonly Fate[]) =>
  fc.array(fc.record({ step: fc.constantFrom(...steps), fate: fc.constantFrom(...fates, ...more) }), { minLength: 1, maxLength: 7 });
/** Of what Persona keeps so, a read of the inquiry tells alone, and of a link nothing. */
const keptFailures: readonly Fate[] = [true, false].map((acts) => ({ status: 500, title: "Internal error", acts, keeps: true }));

let runs = 0;

describeOnSharedDatabase("a write, whatever happens to it", (db) => {
  it.each([
    ["a decision", intent, keptFailures],
    ["a link", link, []],
  ])("%s is done once, confirmed only when done, and the log's last word on it is true", { timeout: 120_000 }, async (_, mean, more) => {
    await fc.assert(
      fc.asyncProperty(sequence(more), async (what) => {
        const inquiryId = `inq_${(runs += 1)}`;
        const desk = startWriteDesk(db());
        const { persona, clock, instance } = desk;
        const meant = mean({ inquiryId, key: inquiryId });
        const entriesOf = async () => (await desk.audit.list({ subjectId: inquiryId }, { limit: 100 })).toReversed();
        let confirmed = false;
        for (const { step, fate } of what) {
          desk.later();
          if (step === "killed before") {
            let hasBegun = false;
            const dead = { call: () => ((hasBegun = true), new Promise<never>(() => {})) };
            void instance(dead, { at: createManualClock(clock.now()) }).perform(meant);
            await vi.waitUntil(() => hasBegun, { timeout: 20_000, interval: 1 });
            continue;
          }
          if (step === "webhook") {
            if (persona.acts.length > 0) await desk.webhook("inquiry.approved", inquiryId);
            continue;
          }
          if (step === "recover") {
            persona.next(fate);
            await ticking(clock, instance().recover());
          } else if (step === "killed") {
            const before = persona.keys.length;
            persona.next({ ...fate, dies: true });
            void instance(persona, { at: createManualClock(clock.now()) }).perform(meant);
            await vi.waitUntil(() => persona.keys.length > before, { timeout: 20_000, interval: 1 });
          } else {
            persona.next(fate);
            const answer = await ticking(
              clock,
              instance()
                .perform(meant)
                .catch(() => undefined),
            );
            if (answer?.status === 200 && fate.text === undefined) confirmed = true;
          }
          persona.calm();
        }
        // nothing goes wrong any more
        for (let round = 0; round < 3; round += 1) {
          desk.later(300_000);
          await ticking(clock, instance().recover());
        }
        const entries = await entriesOf();
        const outcomes = entries.map(({ outcome }) => outcome);
        const acts = persona.acts.length;
        expect({ acts: acts <= 1, confirmedAndDone: !confirmed || acts === 1 }).toEqual({ acts: true, confirmedAndDone: true });
        // what never came so far as to be sent has no entry
        const last = outcomes.at(-1) ?? "refused";
        expect({ outcomes, done: last === "done", open: last === "unknown" }).toEqual({ outcomes, done: acts === 1, open: false });
        expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(acts);
        expect(entries.map(({ details }) => details["corrects"])).toEqual(entries.map((__, at) => entries[at - 1]?.id));
        expect(await desk.linkCount(inquiryId)).toBe(mean === link ? acts : 0);
      }),
      { numRuns: 40 },
    );
  });
});
