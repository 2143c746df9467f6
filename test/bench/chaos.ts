import "./page-stub";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createRandom, type Random } from "@mocks/world/random";
import { readList, readProperty, readText } from "@/lib/read";
import { type BenchDatabase, startDatabase } from "./bench-database";
import { startInstance, webhookSecret } from "./bench-desk";
import { startUnluckyPersona } from "./chaos-persona";
import { releaseMonkey } from "./chaos-monkey";
import { isSettled, judge } from "./chaos-verdict";
import { runWriters, type Wish } from "./chaos-writers";
import { printMusts } from "./figures";
import { signIn } from "./people";
import { freePort, startProgram } from "./programs";

/**
 * Two instances of the server on one PostgreSQL, killed and frozen again and again, in front of a Persona whose answers get lost, come
 * late, come in half and come as errors, before and after it has done what was asked. Fails when anything was confirmed and not done, done
 * twice, not written down, or written down wrongly. `npm run bench:chaos -- --writes 2000 --seed other`
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
const key = { authorization: "Bearer persona_production_benchmark", "key-inflection": "camel" };
const fewestInterruptions = 60;
/** How long the desk may take to find out what became of everything, once nothing is in its way. */
const settleSeconds = 240;

const steps = [
  { step: "approve", action: "approve-an-inquiry", of: "needs_review" },
  { step: "decline", action: "decline-an-inquiry", of: "completed" },
  { step: "mark-for-review", action: "mark-an-inquiry-for-review", of: "completed" },
  // resumed by somebody else before, since links open pending ones
  { step: "generate-one-time-link", action: "generate-a-one-time-link", of: "expired", first: "resume" },
  { step: "resume", action: "resume-an-inquiry", of: "expired" },
] satisfies { step: string; action: string; of: string; first?: string }[];

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
  const wishes = await wishesOf(simulator.said, random);
  const names = Array.from({ length: headcount }, (_, index) => `person-${index}`);
  const people = await db.use((opened) => signIn(opened, names, urls));
  const instances = [await start(0), await start(1)];
  const monkey = releaseMonkey(instances, start, createRandom(`${values.seed}/monkey`));
  const began = performance.now();
  const told = await runWriters({ people, instanceUrls: urls, random, wishes: wishes[Symbol.iterator]() });
  const seconds = Math.round((performance.now() - began) / 1_000);
  await monkey.stop();
  persona.calm();
  const settled = await settle(db);
  for (const instance of instances) await instance.stop();
  console.table(
    Object.fromEntries([...persona.misfortunes].toSorted(([a], [b]) => a.localeCompare(b)).map(([name, calls]) => [name, { calls }])),
  );
  console.log(
    `${told.length} writes in ${seconds} s by ${headcount} people, ${told.filter(({ confirmed }) => confirmed).length} confirmed, ` +
      `${persona.effects.size} done; ${monkey.kills} kills, ${monkey.freezes} freezes`,
  );
  const musts = await db.use((opened) => judge(opened, told, persona.effects));
  persona.close();
  await simulator.stop();
  await db.remove();
  return printMusts([
    { what: `at least ${fewestInterruptions} kills and freezes`, holds: monkey.kills + monkey.freezes >= fewestInterruptions },
    { what: `everything was settled within ${settleSeconds} s`, holds: settled },
    ...musts,
  ]);
}

/** Waits until the desk knows what became of everything. */
async function settle(db: BenchDatabase): Promise<boolean> {
  const until = Date.now() + settleSeconds * 1_000;
  while (Date.now() < until) {
    if (await db.use(isSettled)) return true;
    await new Promise((resolve) => void setTimeout(resolve, 1_000));
  }
  return false;
}

/** As many wishes as asked for, each about an inquiry of its own. */
async function wishesOf(url: string, chance: Random): Promise<Wish[]> {
  const each = Math.ceil(writes / steps.length);
  const all: Wish[] = [];
  const taken = new Set<string>();
  for (const { step, action, of, first } of steps) {
    let path: string | undefined = `/api/v1/inquiries?page[size]=100&filter[status]=${of}`;
    let found = 0;
    while (path !== undefined && found < each) {
      const page: unknown = await (await fetch(url + path, { headers: key })).json();
      for (const inquiry of readList(readProperty(page, "data"))) {
        const inquiryId = readText(readProperty(inquiry, "id"));
        if (inquiryId === undefined || taken.has(inquiryId) || found === each) continue;
        taken.add(inquiryId);
        if (first !== undefined) await fetch(`${url}/api/v1/inquiries/${inquiryId}/${first}`, { method: "POST", headers: key });
        all.push({ step, action, inquiryId });
        found += 1;
      }
      path = readText(readProperty(readProperty(page, "links"), "next"));
    }
    if (found < each) throw new Error(`The world has only ${found} inquiries to ${step}`);
  }
  return shuffled(all, chance).slice(0, writes);
}

function shuffled<T>(items: readonly T[], chance: Random): T[] {
  return items
    .map((item) => ({ item, place: chance.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
