import { createRandom } from "@mocks/world/core/random";
import { expect, it, vi } from "vitest";
import { createSessions } from "@server/auth/sessions";
import type { Database } from "@server/db/database";
import { runClients } from "@test/bench/decisions-clients";
import { startStormPersona } from "@test/bench/decisions-persona";
import { isOver, judge } from "@test/bench/decisions-verdict";
import { describeOnDatabase } from "@test/server/support/databases";
import { publicOrigin, startFullDesk } from "@test/server/support/full-desk";

/** A database that an instance can be cut off from: it waits, as one does that is frozen. */
function freezable(db: Database) {
  let gate: Promise<void> = Promise.resolve();
  return {
    database: {
      ...db,
      query: (text, params) => gate.then(() => db.query(text, params)),
      transaction: (work) => gate.then(() => db.transaction(work)),
    } satisfies Database as Database,
    /** @returns lets it go on */
    freeze: (): (() => void) => {
      let goOn = () => {};
      gate = new Promise((resolve) => (goOn = resolve));
      return goOn;
    },
  };
}

/** Longer than a lease. */
const frozenMs = 6_500;

// the big one: npm run bench:decisions
describeOnDatabase("embedded", "200 decisions in a storm", (fresh) => {
  it("are neither lost nor doubled nor overwritten, and end as they are told", { timeout: 120_000 }, async () => {
    const db = await fresh();
    const persona = await startStormPersona({
      random: createRandom("storm/persona"),
      tooLateMs: 2_500,
      offline: { everyMs: 3_000, forMs: 300 },
      // it takes minutes until the desk trusts those: they are in the big one, and in tests of their own
      without: ["500 kept before", "500 kept after"],
    });
    const options = {
      personaUrl: persona.url,
      settings: { PERSONA_TIMEOUT_SECONDS: "2", PERSONA_CALLS_PER_MINUTE: "100000", PERSON_CALLS_PER_MINUTE: "100000" },
    };
    const { database, freeze } = freezable(db);
    const [one, other] = [await startFullDesk(database, options), await startFullDesk(db, options)];
    const sessions = createSessions({ db, config: one.config, now: Date.now });
    const people = await Promise.all(
      Array.from({ length: 10 }, (_, index) => ({ name: `person-${index}`, emailAddress: `person-${index}@desk.example` })).map(
        async ({ name, emailAddress }) => {
          const identity = { issuer: "https://identity.example", subject: name, name, emailAddress, role: "reviewer" as const };
          const { cookieValue } = await db.transaction((transaction) => sessions.start(identity, undefined, transaction));
          const cookie = `__Host-desk=${cookieValue}`;
          const session = await fetch(`${other.url}/desk/v1/session`, { headers: { cookie, "sec-fetch-site": "same-origin" } });
          const { user } = (await session.json()) as { user: { id: string } };
          return { cookie, userId: user.id };
        },
      ),
    );
    const clients = runClients({
      people,
      instanceUrls: [one.url, other.url],
      publicOrigin,
      persona,
      random: createRandom("storm/clients"),
      count: 200,
      patienceMs: 5_000,
    });
    await vi.waitUntil(() => persona.effects.length >= 20, { timeout: 60_000 });
    const goOn = freeze();
    setTimeout(goOn, frozenMs);
    const { told } = await clients;
    persona.calm();
    await vi.waitUntil(() => isOver(db), { timeout: 60_000, interval: 250 });
    const { musts, ends } = await judge(db, told, persona.effects);
    await Promise.all([one.stop(), other.stop()]);
    persona.close();
    expect(musts.filter(({ holds }) => !holds)).toEqual([]);
    expect(told.length).toBeGreaterThanOrEqual(200);
    expect(ends["confirmed"]).toBeGreaterThan(50);
  });
});
