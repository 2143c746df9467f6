import { expect, it } from "vitest";
import type { IndexedInquiry } from "@/api/generated/desk/types.gen";
import { indexedInquiry } from "@mocks/desk/inquiry-index/indexed-inquiry";
import { createPostponements } from "@mocks/desk/postponements";
import { Refusal } from "@mocks/world/core/refusal";
import type { World } from "@mocks/world/core/world";
import type { Database } from "@server/db/database";
import { createIndexFilling } from "@server/inquiries/index-filling";
import { listIndexed, type ListedInquiry } from "@server/inquiries/indexed-inquiries";
import { createInquiryRounds, readProgress } from "@server/inquiries/inquiry-rounds";
import { readTally } from "@server/inquiries/inquiry-tally";
import type { PersonaCall } from "@server/persona/caller";
import { createInquiryStates } from "@server/persona/inquiry-states";
import { readWebhookEvent, type WebhookEvent } from "@server/persona/webhook-event";
import { createWebhookStore } from "@server/persona/webhook-store";
import { describeOnEachDatabase } from "@test/server/support/databases";
import { createManualClock } from "@test/server/support/manual-clock";
import { silentPino } from "@test/server/support/silent-pino";
import { commandNames, run } from "@test/world/random-commands";
import { newInquiry, sampleWorld } from "@test/world/sample-world";

const operations = 10_000;
const day = 24 * 60 * 60_000;

/** The same numbers for the same seed, from 0 to below 1. */
function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A page of Persona's list out of the world itself. */
function answerFrom(world: World, { query }: PersonaCall) {
  const after = new URLSearchParams(query).get("page[after]");
  const all = [...world.tables.inquiries.newestFirst()];
  const from = all.findIndex(({ id }) => id === after) + 1;
  const body = { data: all.slice(from, from + 100), links: { prev: null, next: all.length > from + 100 ? "/more" : null } };
  return { status: 200, headers: { "content-type": "application/json" }, body: new TextEncoder().encode(JSON.stringify(body)) };
}

/** Every row of the index, page by page. */
async function everyRow(db: Database, now: number): Promise<IndexedInquiry[]> {
  const rows: ListedInquiry[] = [];
  const sort = { by: "updated-at", descending: true } as const;
  for (;;) {
    const page = await listIndexed(db, {}, { sort, from: rows.at(-1)?.place, backwards: false, limit: 100 }, now);
    rows.push(...page);
    if (page.length < 100) return rows.map(({ inquiry }) => inquiry);
  }
}

/** What webhooks tell of checks and reports is a part; whoever opens an inquiry sees the rest. */
const compared = ({ checks: _checks, hasMatch: _hasMatch, ...row }: IndexedInquiry) => row;
const byId = (one: { inquiryId: string }, other: { inquiryId: string }) => (one.inquiryId < other.inquiryId ? -1 : 1);

describeOnEachDatabase("the index against the world", (fresh) => {
  it(
    "is the same in every row and count after lost, doubled and disordered webhooks, kills and a sweep",
    { timeout: 600_000 },
    async () => {
      const db = await fresh();
      const random = randomFrom(20_260_302);
      const world = sampleWorld({ seed: "index", settings: { reports: ["watchlist"] } });
      const clock = createManualClock(world.clock.now());
      const now = () => world.clock.now();
      const inquiryStates = createInquiryStates({ db, now });
      const pushes = { publishMany: async () => {} };
      const store = createWebhookStore({ db, inquiryStates, pushes, now });
      let kills = 0;
      const dying: Database = {
        ...db,
        transaction: (work) =>
          db.transaction(async (transaction) => {
            const done = await work(transaction);
            if (random() < 0.3 && (kills += 1) > 0) throw new Error("killed before the commit");
            return done;
          }),
      };
      const filling = (database: Database) =>
        createIndexFilling({
          db: database,
          rounds: createInquiryRounds({ db: database, now, everyMs: day }),
          caller: { call: (call) => Promise.resolve(answerFrom(world, call)) },
          inquiryStates: createInquiryStates({ db: database, now }),
          links: { noteInquiryStates: async () => {}, noteUse: async () => {} },
          pushes,
          meter: { page() {}, missed() {} },
          clock: { ...clock, now },
          log: silentPino,
          sweepMs: 0,
        });

      let waiting: WebhookEvent[] = [];
      let heard = 0;
      world.listeners.add((event) => {
        const { value } = readWebhookEvent({ data: structuredClone(event) }, now());
        heard += 1;
        // one in ten is lost, one in ten comes twice
        const fate = random();
        if (value !== undefined && fate > 0.1) waiting.push(value, ...(fate > 0.9 ? [value] : []));
      });
      const deliver = async (share: number) => {
        const shuffled = waiting.map((event) => ({ event, place: random() })).toSorted((one, other) => one.place - other.place);
        const sent = shuffled.slice(0, Math.ceil(shuffled.length * share)).map(({ event }) => event);
        waiting = shuffled.slice(sent.length).map(({ event }) => event);
        await Promise.all(sent.map((event) => store.store(event)));
      };

      for (let count = 0; count < operations; count += 1) {
        world.clock.advance(1);
        const name = commandNames[Math.floor(random() * commandNames.length)] ?? "create";
        const [a, b, c] = [Math.floor(random() * 41), Math.floor(random() * 41), Math.floor(random() * 10_001)];
        try {
          // of weeks at a time the world would come to live for centuries
          if (name === "waitLong") world.clock.advance((c % 60) * 60_000);
          else run(world, { name, a, b, c });
          if (count % 5 === 0) newInquiry(world, `user-${count}`);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        if (count % 200 === 199) {
          await deliver(0.7);
          await filling(dying)
            .run()
            .catch(() => undefined);
        }
      }
      // a last round that begins when everything has happened; what is late comes behind it
      world.clock.advance(day);
      world.settle();
      const until = now();
      while (((await readProgress(db)).sweptAt ?? 0) < until) {
        await filling(db).run();
        world.clock.advance(day / 2);
      }
      world.settle();
      await deliver(1);
      await deliver(1);

      expect(heard).toBeGreaterThan(operations / 2);
      expect(kills).toBeGreaterThan(10);
      const inquiries = [...world.tables.inquiries.newestFirst()];
      expect(inquiries.length).toBeGreaterThan(200);
      const expected = inquiries.map((inquiry) =>
        indexedInquiry({ world, postponements: createPostponements(), looks: [] }, inquiry, now()),
      );
      expect((await everyRow(db, now())).map(compared).toSorted(byId)).toEqual(expected.map(compared).toSorted(byId));
      const counts = new Map<string, number>();
      for (const { status, inquiryTemplateId } of expected) {
        const key = `${status} ${inquiryTemplateId}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const tally = (await readTally(db)).map(({ status, inquiryTemplateId, count }) => [`${status} ${inquiryTemplateId}`, count] as const);
      expect(new Map(tally)).toEqual(counts);
    },
  );
});
