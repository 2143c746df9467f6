import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { DecisionRequest } from "@/api/generated/desk/types.gen";
import { readDecisionComment } from "@/domain/decision-comment";
import { idOf, maya, noah, seen, startCommandDesk } from "@test/server/support/command-desk";
import { describeOnSharedDatabase, type TestDatabase } from "@test/server/support/databases";
import { type Fate, usualFates } from "@test/server/support/fake-decisions";
import { stoppingAt } from "@test/server/support/stopping";
import { ticking } from "@test/server/support/write-desk";

const fates: readonly Fate[] = [
  ...usualFates,
  {},
  { status: 500, title: "Internal error", keeps: true },
  { status: 500, title: "Internal error", acts: true, keeps: true },
];
const people = [maya, noah] as const;

const stepOf = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("decide" as const), who: fc.nat(1), at: fc.nat(1), hold: fc.constantFrom(0, 5) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("ask again" as const), at: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("take back" as const), at: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("pause" as const), at: fc.nat(1), paused: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("go on" as const), at: fc.nat(1), seconds: fc.constantFrom(1, 5, 20) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("wait" as const), minutes: fc.constantFrom(1, 11) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("recover" as const), at: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("die" as const), step: fc.integer({ min: 1, max: 14 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("decide and die" as const), who: fc.nat(1), step: fc.integer({ min: 1, max: 20 }) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("move" as const) }) },
);
const sequence = fc.array(fc.record({ step: stepOf, fate: fc.constantFrom(...fates) }), { minLength: 2, maxLength: 10 });

/** The event of the first is no proof of the second, which came to nothing. */
const decides = { does: "decide", who: 0, at: 0, hold: 0 } as const;
const approvedTwice: typeof sequence extends fc.Arbitrary<infer Value> ? Value : never = [
  { step: decides, fate: {} },
  { step: { does: "move" }, fate: {} },
  { step: decides, fate: { status: 500, title: "Internal error", keeps: true } },
];

/** The first, of which nobody knows, is not sent anew against a second that may have been done. */
const approvedOverAnUnknownOne: typeof approvedTwice = [
  { step: { does: "decide", who: 0, at: 0, hold: 5 }, fate: {} },
  { step: { does: "go on", at: 0, seconds: 5 }, fate: { status: 500, keeps: false } },
  { step: { does: "wait", minutes: 11 }, fate: {} },
  { step: { does: "pause", at: 0, paused: false }, fate: {} },
  { step: decides, fate: { fails: "timeout", acts: true } },
];

type Act = {
  readonly comment: string | null;
  /** Persona's time of the picture on which it was done. */
  readonly updatedAt: string;
};

let runs = 0;

/** An inquiry at Persona, and who decides on it, through two instances. */
function stage(db: TestDatabase) {
  const inquiryId = `inq_p${(runs += 1)}`;
  const desk = startCommandDesk(db);
  const acts: Act[] = [];
  let version = 0;
  const updatedAt = () => new Date(Date.parse("2026-03-02T09:00:00.000Z") + version).toISOString();
  /** As Persona does with every change. */
  const moves = (more: object = {}) => {
    version += 1;
    desk.persona.becomes(inquiryId, { updatedAt: updatedAt(), ...more });
  };
  moves({ status: "needs_review" });
  desk.persona.whenActing(({ body = "" }) => {
    const { meta } = JSON.parse(body) as { meta: { comment: string } };
    acts.push({ comment: readDecisionComment(meta.comment)?.comment ?? null, updatedAt: updatedAt() });
    moves();
  });
  const picture = () => ({ ...seen, updatedAt: updatedAt() });
  return { inquiryId, desk, acts, moves, picture };
}

type Row = { id: string; comment: string; state: string; open: boolean; seen: typeof seen };

describeOnSharedDatabase("decisions, whatever happens to them", (db) => {
  it("are sent once or not at all, as they were meant, and the log's last word on each is true", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(sequence, async (what) => {
        const { inquiryId, desk, acts, moves, picture } = stage(db());
        const { clock, persona } = desk;
        const instances = [desk.instance(), desk.instance()] as const;
        const at = (index: number) => instances[index === 0 ? 0 : 1];
        const idle: (() => Promise<unknown>)[] = instances.map(
          ({ decisions }) =>
            () =>
              decisions.idle(),
        );
        let last: { request: Partial<DecisionRequest>; who: typeof maya; key: string; id?: string } | undefined;
        const newOne = (who: number, holdSeconds: number) => {
          const request: Partial<DecisionRequest> = { inquiryId, holdSeconds, comment: randomUUID(), seen: picture() };
          return { request, who: people[who === 0 ? 0 : 1], key: randomUUID() as string };
        };
        const ask = async (index: number, { request, who, key }: NonNullable<typeof last>) => {
          const answer = await ticking(clock, at(index).decide(request, { who, key }));
          if (last?.key === key && answer.status < 300) last = { ...last, id: idOf(answer) };
        };
        /** Until it has come to its step, or was done before. */
        const dying = async (step: number, work: (victim: (typeof instances)[0]) => Promise<unknown>) => {
          const stopping = stoppingAt(step, "stops", db(), persona);
          // once it has stopped, its timers come to nothing
          const victim = desk.instance(stopping.caller, { database: stopping.database });
          idle.push(() => Promise.race([stopping.reached, victim.decisions.idle()]));
          await ticking(clock, Promise.race([stopping.reached, work(victim)]));
        };

        for (const { step, fate } of what) {
          persona.calm();
          persona.next(fate);
          switch (step.does) {
            case "decide":
              last = newOne(step.who, step.hold);
              await ask(step.at, last);
              break;
            case "ask again":
              if (last !== undefined) await ask(step.at, last);
              break;
            case "take back":
              if (last?.id !== undefined) await at(step.at).takeBack(last.id, last.who);
              break;
            case "pause":
              if (last?.id !== undefined) await at(step.at).pause(last.id, step.paused, last.who);
              break;
            case "go on":
              clock.advance(step.seconds * 1_000);
              await ticking(clock, Promise.all([at(step.at).round(), at(1 - step.at).round()]));
              break;
            case "wait":
              clock.advance(step.minutes * 60_000);
              await ticking(clock, at(0).round());
              break;
            case "recover":
              clock.advance(5_001);
              await ticking(clock, at(step.at).writes.recover());
              break;
            case "die":
              clock.advance(5_001);
              await dying(step.step, (victim) => victim.round());
              break;
            case "decide and die": {
              const one = newOne(step.who, 0);
              last = one;
              await dying(step.step, (victim) => victim.decide(one.request, one));
              break;
            }
            case "move": {
              // between the read and the sending nobody sees it either
              await ticking(clock, Promise.all(idle.map((each) => each())));
              // what may have left is not compared any more, so whoever acts at Persona then is not seen
              const [left] = await db().query("select 1 from persona_writes where subject_id = $1 and state in ('sending', 'unknown')", [
                inquiryId,
              ]);
              if (left === undefined) moves({ status: "needs_review" });
            }
          }
        }
        // nothing goes wrong any more
        persona.calm();
        for (let round = 0; round < 12; round += 1) {
          clock.advance(round < 8 ? 20_000 : 15 * 60_000);
          await ticking(clock, at(1).round());
          await ticking(clock, at(0).writes.recover());
        }
        const rows = await db().query<Row>(
          "select id, comment, state, is_open as open, seen from decisions where inquiry_id = $1 order by sequence",
          [inquiryId],
        );
        expect(rows.filter(({ open }) => open)).toEqual([]);
        const entries = await desk.audit.list({ subjectId: inquiryId }, { limit: 100 });
        for (const { id, comment, state, seen: saw } of rows) {
          const mine = acts.filter((act) => act.comment === comment);
          const finals = entries
            .filter(({ action, outcome, details }) => details["decision"] === id && !/^(hold|pause)/.test(action) && outcome !== "unknown")
            .map(({ action, outcome }) => `${action} ${outcome}`)
            .filter((entry) => entry !== "approve-an-inquiry failed");
          // of what nobody can tell any more it may be either
          const isTold = state === "unknown" || mine.length === (state === "confirmed" ? 1 : 0);
          const isAsSeen = mine.every(({ updatedAt }) => updatedAt === saw.updatedAt);
          const isWritten = finals.join() === (finalOf[state] ?? finals.join());
          expect({ state, finals, isTold, isAsSeen, isWritten }).toEqual({
            state: expect.stringMatching(/^(confirmed|refused|stopped|taken-back|unknown)$/) as string,
            finals,
            isTold: true,
            isAsSeen: true,
            isWritten: true,
          });
          expect(mine.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40, examples: [[approvedOverAnUnknownOne], [approvedTwice]] },
    );
  });
});

const finalOf: Readonly<Record<string, string>> = {
  confirmed: "approve-an-inquiry done",
  stopped: "stop-decision refused",
  "taken-back": "take-back-decision done",
  unknown: "",
};
