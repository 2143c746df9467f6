import fc from "fast-check";
import { expect, it } from "vitest";
import { idOf, seen, startCommandDesk } from "@test/server/support/command-desk";
import { describeOnSharedDatabase } from "@test/server/support/databases";
import { usualFates } from "@test/server/support/fake-decisions";
import { stoppingAt } from "@test/server/support/stopping";
import { ticking } from "@test/server/support/write-desk";

const stepOf = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant("go on" as const), at: fc.nat(1), seconds: fc.constantFrom(1, 5, 20) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom("pause" as const, "resume" as const), at: fc.nat(1), batch: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("stop" as const, "take-back" as const), at: fc.nat(1), batch: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("die" as const), step: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("move" as const), inquiry: fc.nat(4) }) },
);
const what = fc.record({
  // which of five inquiries are in which of two batches: none, the first, the second or both
  chosen: fc.array(fc.nat(3), { minLength: 5, maxLength: 5 }),
  steps: fc.array(fc.record({ step: stepOf, fate: fc.constantFrom(...usualFates) }), { minLength: 1, maxLength: 8 }),
});

let runs = 0;

describeOnSharedDatabase("batches, whatever happens to them", (db) => {
  it("decide nothing twice, nothing that was not selected, and nothing once taken back", { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(what, async ({ chosen, steps }) => {
        runs += 1;
        const inquiries = chosen.map((_, index) => `inq_b${runs}x${index}`);
        const desk = startCommandDesk(db());
        const { clock, persona } = desk;
        for (const id of inquiries) persona.becomes(id, { status: "needs_review" });
        const instances = [desk.instance(), desk.instance()] as const;
        const at = (index: number) => instances[index === 0 ? 0 : 1];
        const selected = [0, 1].map((batch) => inquiries.filter((_, index) => ((chosen[index] ?? 0) & (batch + 1)) !== 0));
        const ids: string[] = [];
        for (const [batch, members] of selected.entries()) {
          if (members.length === 0) continue;
          const asked = {
            action: batch === 0 ? "approve" : "markForReview",
            items: members.map((inquiryId) => ({ inquiryId, seen })),
          } as const;
          // in review already, it can't be marked once more: of the second nothing is ever sent
          ids.push(idOf(await at(0).batch(asked)));
        }
        /** What was decided of a batch after whoever halted it had been told so. */
        const late: string[] = [];
        const halted: { readonly id: string; readonly before: readonly string[] }[] = [];
        const decided = async (id: string) => (await at(0).detail(id)).items.flatMap(({ decisionId }) => decisionId ?? []);
        const goOn = async (index: number, ms: number) => {
          clock.advance(ms);
          await ticking(clock, at(index).writes.recover());
          await ticking(clock, at(index).round());
          await ticking(clock, at(index).batchRound());
        };
        for (const { step, fate } of steps) {
          persona.calm();
          persona.next(fate);
          switch (step.does) {
            case "go on":
              await goOn(step.at, step.seconds * 1_000);
              break;
            case "move":
              persona.becomes(inquiries[step.inquiry] ?? "", { status: "declined" });
              break;
            case "die": {
              const stopping = stoppingAt(step.step, "stops", db(), persona);
              const victim = desk.instance(stopping.caller, { database: stopping.database });
              clock.advance(5_000);
              await ticking(clock, Promise.race([stopping.reached, victim.batchRound()]));
              break;
            }
            default: {
              const id = ids[step.batch];
              if (id === undefined) break;
              const halt = async () => {
                const { status } = await at(step.at).does(step.does, id);
                if (status === 200 && step.does !== "resume") halted.push({ id, before: await decided(id) });
              };
              // in the middle of it where it is at it, else before
              let isHalted: Promise<void> | undefined;
              persona.whenActing(() => void (isHalted ??= halt()));
              await goOn(1 - step.at, 5_000);
              persona.whenActing(() => {});
              await (isHalted ?? halt());
              for (const { id: batchId, before } of halted.splice(0)) {
                late.push(...(await decided(batchId)).filter((decision) => !before.includes(decision)));
              }
            }
          }
        }
        persona.calm();
        for (const id of ids) await at(0).does("resume", id);
        for (let times = 0; times < 8; times += 1) await goOn(times % 2, 6_000);
        expect(late).toEqual([]);
        const details = await Promise.all(ids.map((id) => at(0).detail(id)));
        for (const id of inquiries) {
          const acts = persona.acts.filter(
            (act) => act === `POST /inquiries/${id}/approve` || act === `POST /inquiries/${id}/mark-for-review`,
          );
          const meant = details.filter(
            ({ batch, items }) => batch.state !== "taken-back" && items.some(({ inquiryId }) => inquiryId === id),
          );
          expect(acts.length).toBeLessThanOrEqual(Math.min(1, meant.length));
        }
        for (const { batch, items } of details) {
          expect(["done", "stopped", "taken-back"]).toContain(batch.state);
          expect(items.map(({ state }) => state)).not.toContain("waiting");
          const acted = (id: string) => persona.acts.some((act) => act.startsWith(`POST /inquiries/${id}/`));
          expect(items.filter(({ inquiryId, state }) => state === "confirmed" && !acted(inquiryId))).toEqual([]);
          const { counts } = batch;
          expect(counts.total).toBe(counts.confirmed + counts.refused + counts.unknown + counts.leftOut + counts.underWay);
        }
      }),
      { numRuns: 25 },
    );
  });
});
