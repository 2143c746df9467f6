import "./page-stub";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createRandom } from "@mocks/world/core/random";
import { groupBy } from "@/lib/group-by";
import { type BenchDatabase, startDatabase } from "./bench-database";
import { startInstance, webhookSecret } from "./bench-desk";
import { startUnluckyPersona } from "./chaos-persona";
import { releaseMonkey } from "./chaos-monkey";
import { isSettled, judge } from "./chaos-verdict";
import { chaosWishes } from "./chaos-wishes";
import { runWriters } from "./chaos-writers";
import { printMusts } from "./figures";
import { atPage, signIn } from "./people";
import { settled, settleSeconds } from "./settling";
import { freePort } from "@test/support/free-port";
import { startProgram } from "./programs";

/**
 * Two instances of the server on one PostgreSQL, killed and frozen again and again, in front of a Persona whose answers get lost, come
 * late, come in half and come as errors, before and after it has done what was asked. Fails when anything was confirmed and not done, done
 * twice, left half done, not written down, or written down wrongly. `npm run bench:chaos -- --writes 2000 --seed other`
 */
const { values } = parseArgs({
  options: {
    writes: { type: "string", default: "2000" },
    people: { type: "string", default: "24" },
    seed: { type: "string", default: "chaos" },
    /** The server's bundle, to compare another one. */
    server: { type: "string", default: "dist-server/main.js" },
  },
});
const [writes, headcount] = [Number(values.writes), Number(values.people)];
const random = createRandom(values.seed);
/** Of two thousand commands, sixty. */
const fewestInterruptions = Math.ceil(writes * 0.03);

console.log(`${availableParallelism()} cores, Node ${process.version}`);
const database = await startDatabase();
if (database.kind !== "postgres") throw new Error("This needs PostgreSQL: two instances share it");
process.exit((await run(database)) ? 0 : 1);

async function run(db: BenchDatabase): Promise<boolean> {
  const ports = [await freePort(), await freePort()];
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const simulator = await startProgram(
    fileURLToPath(new URL("persona.js", import.meta.url)),
    ["--port=0", "--scenario=large", "--rate-limit=1000000", `--seed=${values.seed}`, "--webhook-retries=1,2,4,8"].concat(
      `--webhook-url=${urls[0]}/webhooks/persona`,
      `--webhook-secret=${webhookSecret}`,
    ),
    {},
    /(http:\/\/127\.0\.0\.1:\d+)\/api\/v1/,
  );
  const persona = await startUnluckyPersona(simulator.said, createRandom(`${values.seed}/persona`));
  const more = {
    PERSONA_TIMEOUT_SECONDS: "3",
    PERSONA_CALLS_PER_MINUTE: "100000",
    PERSON_CALLS_PER_MINUTE: "100000",
    LOG_LEVEL: "silent",
  };
  const start = (index: number) =>
    startInstance({ script: values.server, database: db, personaUrl: persona.url, port: ports[index] ?? 0, more });
  const wishes = await chaosWishes(simulator.said, writes, random);
  const names = Array.from({ length: headcount }, (_, index) => `person-${index}`);
  const signedIn = await db.use((opened) => signIn(opened, names, urls));
  const instances = [await start(0), await start(1)];
  const people = await Promise.all(signedIn.map(atPage));
  const monkey = releaseMonkey(instances, start, createRandom(`${values.seed}/monkey`));
  const began = performance.now();
  const told = await runWriters({ people, instanceUrls: urls, random, wishes: wishes[Symbol.iterator]() });
  const seconds = Math.round((performance.now() - began) / 1_000);
  await monkey.stop();
  persona.calm();
  const isEverythingSettled = await settled(db, isSettled, settleSeconds(seconds));
  for (const instance of instances) await instance.stop();
  console.table(
    Object.fromEntries([...persona.misfortunes].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, calls]) => [name, { calls }])),
  );
  const answers = groupBy(told, ({ answer }) => answer);
  console.table(Object.fromEntries([...answers].map(([answer, people]) => [answer, { people: people.length }])));
  console.log(
    `${told.length} commands in ${seconds} s by ${headcount} people, ${told.filter(({ confirmed }) => confirmed).length} confirmed, ` +
      `${persona.effects.size} writes done; ${monkey.kills} kills, ${monkey.freezes} freezes`,
  );
  const musts = await db.use((opened) => judge(opened, told, persona.effects));
  persona.close();
  await simulator.stop();
  await db.remove();
  return printMusts([
    { what: `at least ${fewestInterruptions} kills and freezes`, holds: monkey.kills + monkey.freezes >= fewestInterruptions },
    { what: `everything was settled within ${settleSeconds(seconds)} s`, holds: isEverythingSettled },
    ...musts,
  ]);
}
