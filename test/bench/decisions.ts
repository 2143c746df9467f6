import "./page-stub";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { createRandom } from "@mocks/world/core/random";
import { readProperty, readText } from "@/lib/read";
import { type BenchDatabase, startDatabase } from "./bench-database";
import { publicOrigin, startInstance } from "./bench-desk";
import { releaseMonkey } from "./chaos-monkey";
import { type Decider, runClients } from "./decisions-clients";
import { startStormPersona } from "./decisions-persona";
import { isOver, judge } from "./decisions-verdict";
import { printMusts } from "./figures";
import { signIn } from "./people";
import { freePort } from "@test/support/free-port";
import { settled, settleSeconds } from "./settling";

/**
 * Decisions in a storm: two instances of the server on one PostgreSQL, killed and frozen now and then, in front of a Persona whose calls come
 * to grief before and after it has done what was asked, by people whose pages are reloaded and closed, who have two tabs, take back, pause,
 * and decide what somebody else decides. Fails when a decision was lost, doubled, overwritten, or did not end as it was told.
 * `npm run bench:decisions -- --count 1000 --seed other`
 */
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    people: { type: "string", default: "64" },
    seed: { type: "string", default: "storm" },
    /** The server's bundle, to compare another one. */
    server: { type: "string", default: "dist-server/main.js" },
  },
});
console.log(`${availableParallelism()} cores, Node ${process.version}`);
const database = await startDatabase();
if (database.kind !== "postgres") throw new Error("This needs PostgreSQL: two instances share it");
process.exit((await run(database)) ? 0 : 1);

async function run(db: BenchDatabase): Promise<boolean> {
  const seeded = (what: string) => createRandom(`${values.seed}/${what}`);
  const ports = [await freePort(), await freePort()];
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const persona = await startStormPersona({
    random: seeded("persona"),
    tooLateMs: 2_500,
    offline: { everyMs: 30_000, forMs: 1_500 },
  });
  const more = {
    PERSONA_TIMEOUT_SECONDS: "2",
    PERSONA_CALLS_PER_MINUTE: "100000",
    PERSON_CALLS_PER_MINUTE: "100000",
    LOG_LEVEL: "silent",
  };
  const start = (index: number) =>
    startInstance({ script: values.server, database: db, personaUrl: persona.url, port: ports[index] ?? 0, more });
  const names = Array.from({ length: Number(values.people) }, (_, index) => `person-${index}`);
  const signedIn = await db.use((opened) => signIn(opened, names, urls));
  const instances = [await start(0), await start(1)];
  const people = await Promise.all(signedIn.map(async ({ cookie }) => ({ cookie, userId: await userIdOf(urls[0] ?? "", cookie) })));
  const monkey = releaseMonkey(instances, start, seeded("monkey"), { least: 3_000, most: 10_000 });
  const began = performance.now();
  const { told, twists } = await runClients({
    people,
    instanceUrls: urls,
    publicOrigin,
    persona,
    random: seeded("clients"),
    count: Number(values.count),
    patienceMs: 15_000,
  });
  const seconds = Math.round((performance.now() - began) / 1_000);
  await monkey.stop();
  persona.calm();
  const calmAt = performance.now();
  const isSettled = await settled(db, isOver, settleSeconds(seconds));
  const settledIn = Math.round((performance.now() - calmAt) / 1_000);
  for (const instance of instances) await instance.stop();
  const { musts, ends } = await db.use((opened) => judge(opened, told, persona.effects));
  const table = (counts: Iterable<readonly [string, number]>) =>
    console.table(Object.fromEntries([...counts].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, times]) => [name, { times }])));
  table(persona.mishaps);
  table(twists);
  table(Object.entries(ends));
  console.log(
    `${told.length} decisions wished for in ${seconds} s by ${names.length} people, ${persona.effects.length} done; ` +
      `${monkey.kills} kills, ${monkey.freezes} freezes; settled ${settledIn} s later`,
  );
  persona.close();
  await db.remove();
  return printMusts([{ what: `everything had its end within ${settleSeconds(seconds)} s`, holds: isSettled }, ...musts]);
}

async function userIdOf(url: string, cookie: string): Promise<Decider["userId"]> {
  const response = await fetch(`${url}/desk/v1/session`, { headers: { cookie, "sec-fetch-site": "same-origin" } });
  const id = readText(readProperty(readProperty(await response.json(), "user"), "id"));
  if (id === undefined) throw new Error("Nobody is signed in");
  return id;
}
