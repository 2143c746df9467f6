import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createAuditLog } from "@server/audit/audit-log";
import { type CreationIntent, createCreations } from "@server/commands/creations";
import { createKeyedHash } from "@server/db/keyed-hash";
import { createSettings } from "@server/settings/settings";
import { describeOnSharedDatabase, type TestDatabase } from "@test/server/support/databases";
import { usualFates } from "@test/server/support/fake-decisions";
import { createRacingCreations, type CreationFate, isOpen } from "@test/server/support/racing-creations";
import { stoppingAt } from "@test/server/support/stopping";
import { maya, noah, startWriteDesk, ticking } from "@test/server/support/write-desk";

const fates: readonly CreationFate[] = [
  ...usualFates.filter(({ text }) => text === undefined),
  {},
  { fails: "timeout", actsLater: true },
  { fails: "lost", actsLater: true },
  { status: 504, actsLater: true, keeps: false },
  { status: 422, title: "Unprocessable entity" },
];
const agents = [maya, noah] as const;
const one = fc.nat(1);
/** Who wants one, through which instance, what they saw, whether they give a reason, and whether nothing of it may be kept. */
const wish = fc.record({ who: one, at: one, sawNow: fc.boolean(), hasReason: fc.nat(3).map((n) => n === 0), isPersonal: fc.boolean() });

const stepOf = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant("create" as const), wish }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("click twice" as const), wish }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("race" as const), wishes: fc.tuple(wish, wish) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("ask again" as const), at: one }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("die" as const),
      wish,
      how: fc.constantFrom("stops", "lost before", "lost after"),
      step: fc.integer({ min: 1, max: 18 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("look" as const), who: one }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("finish late" as const) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("recover" as const), at: one, seconds: fc.constantFrom(6, 60) }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant("becomes" as const), status: fc.constantFrom("pending", "completed", "expired") }),
  },
);
const sequence = fc.record({
  isNew: fc.boolean(),
  steps: fc.array(fc.record({ step: stepOf, fates: fc.array(fc.constantFrom(...fates), { maxLength: 3 }) }), {
    minLength: 2,
    maxLength: 7,
  }),
});

type Wish = {
  readonly who: number;
  readonly at: number;
  readonly sawNow: boolean;
  readonly hasReason: boolean;
  readonly isPersonal: boolean;
};
type Seen = CreationIntent["seen"];

let runs = 0;

/** One person at Persona, whom two agents want an inquiry for, through two instances. */
function stage(db: TestDatabase, isNew: boolean) {
  const nth = (runs += 1);
  const [accountId, referenceId] = [`act_p${nth}`, `person-${nth}`];
  const { clock, pushes, instance: writesOf } = startWriteDesk(db);
  const persona = createRacingCreations({ accountId, referenceId, isNew });
  const instance = (
    caller: Pick<typeof persona, "call"> = persona,
    { database = db as Parameters<typeof createSettings>[0]["db"] } = {},
  ) => {
    const now = () => clock.now();
    const log = createAuditLog({ db: database, now, pushes });
    const writes = writesOf(caller, { database });
    const settings = createSettings({ db: database, now, audit: log, pushes });
    const hash = createKeyedHash("a key", "reference IDs");
    const bodyHash = createKeyedHash("a key", "bodies of writes");
    return { writes, creations: createCreations({ db: database, caller, writes, settings, audit: log, hash, bodyHash, clock }) };
  };
  const instances = [instance(), instance()] as const;
  const look = (): Seen => persona.inquiries.map(({ id, status }) => ({ inquiryId: id, status }));
  const saw: [Seen, Seen] = [[], []];
  const wants = ({ who, sawNow, hasReason, isPersonal }: Wish): CreationIntent => {
    const agent = who === 0 ? 0 : 1;
    if (sawNow) saw[agent] = look();
    const key = randomUUID();
    return {
      owner: persona.hasAccount ? { accountId } : { referenceId },
      inquiryTemplateId: "itmpl_1",
      seen: saw[agent],
      reason: hasReason ? `Because of ${key}` : null,
      tags: [key],
      ...(isPersonal && { note: "Ada Lovelace" }),
      by: agents[agent],
      key,
      requestId: "dr_1",
    };
  };
  return { clock, persona, instance, instances, look, saw, wants };
}

describeOnSharedDatabase("creations, whatever happens to them", (db) => {
  it("leave nobody with two open inquiries, unless the log says why", { timeout: 1_800_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(sequence, async ({ isNew, steps }) => {
        const { clock, persona, instance, instances, look, saw, wants } = stage(db(), isNew);
        const asked: CreationIntent[] = [];
        const at = (index: number) => instances[index === 0 ? 0 : 1];
        const on = (index: number, intent: CreationIntent) =>
          at(index)
            .creations.create(intent)
            .catch(() => undefined);
        const mean = (wish: Wish) => {
          const intent = wants(wish);
          asked.push(intent);
          return intent;
        };
        for (const { step, fates: coming } of steps) {
          persona.next(...coming);
          switch (step.does) {
            case "create":
              await ticking(clock, on(step.wish.at, mean(step.wish)));
              break;
            case "click twice": {
              const intent = mean(step.wish);
              await ticking(clock, Promise.all([on(step.wish.at, intent), on(1 - step.wish.at, intent)]));
              break;
            }
            case "race":
              await ticking(clock, Promise.all(step.wishes.map((wish) => on(wish.at, mean(wish)))));
              break;
            case "ask again": {
              const last = asked.at(-1);
              if (last !== undefined) await ticking(clock, on(step.at, last));
              break;
            }
            case "die": {
              const stopping = stoppingAt(step.step, step.how, db(), persona);
              const victim = instance(stopping.caller, { database: stopping.database });
              const work = victim.creations.create(mean(step.wish)).catch(() => undefined);
              await ticking(clock, step.how === "stops" ? Promise.race([stopping.reached, work]) : work);
              break;
            }
            case "look":
              saw[step.who === 0 ? 0 : 1] = look();
              break;
            case "finish late":
              persona.finish();
              break;
            case "recover":
              clock.advance(step.seconds * 1_000);
              await ticking(clock, at(step.at).writes.recover());
              break;
            case "becomes": {
              const [newest] = persona.inquiries;
              if (newest !== undefined) newest.status = step.status;
            }
          }
        }
        // nothing goes wrong any more
        persona.next();
        persona.finish();
        for (let round = 0; round < 3; round += 1) {
          clock.advance(300_000);
          await ticking(clock, at(1).writes.recover());
        }
        const second = persona.inquiries.filter(({ openBefore }) => openBefore > 0);
        for (const { tag } of second) {
          const entries = await db().query<{ outcome: string }>(
            `select outcome from audit_entries join audit_texts using (position)
             where action = 'create-an-inquiry' and outcome <> 'refused' and field = 'comment' and text = $1`,
            [`Because of ${tag}`],
          );
          expect(entries).not.toEqual([]);
        }
        expect(new Set(persona.inquiries.map(({ tag }) => tag)).size).toBe(persona.inquiries.length);
        expect(persona.inquiries.filter(isOpen).length).toBeLessThanOrEqual(1 + second.length);
      }),
      // each talks to a database: thousands take minutes, and are asked for by CREATION_SEQUENCES
      { numRuns: Number(process.env["CREATION_SEQUENCES"] ?? 100) },
    );
  });
});
