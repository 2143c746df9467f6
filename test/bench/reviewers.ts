import { setMaxListeners } from "node:events";
import { environmentManager, type QueryClient } from "@tanstack/react-query";
import { createQueryClient } from "@/api/query-client";
import { createPushedChanges } from "@/api/pushed-changes";
import type { DeskChange } from "@/api/generated/desk/types.gen";
import { createRandom } from "@mocks/world/core/random";
import { readEvents } from "@test/server/support/event-reader";
import { startDatabase } from "./bench-database";
import { startInstance, webhookSecret } from "./bench-desk";
import { fillQueue } from "./fill-queue";
import { readDeskMetrics } from "./desk-metrics";
import { actAs, atPage, openEvents, type Person, sendAsBrowsers, signIn, type Visitor } from "./people";
import { decidedAtPersona, readPersonaLog } from "./persona-log";
import { freePort } from "@test/support/free-port";
import { type Program, startProgram } from "./programs";
import { reportReviewers, type Work } from "./reviewers-report";
import { readRecords } from "./records";
import { createReviewer } from "./reviewer";
import { measureWaits, noWaits } from "./screen";

export type ReviewerBench = {
  /** The server's bundle, and the simulator's. */
  readonly script: string;
  readonly personaScript: string;
  readonly seed: string;
  readonly reviewers: number;
  readonly seconds: number;
  readonly instances: number;
  /** Seconds from one decision to the next, the shortest and the longest. */
  readonly pace: readonly [number, number];
};

const quietDecisions = 20;
const rateLimit = 300;

/** People at work for a while, as many as there are, against Persona's rate limit. @returns whether the desk kept what it promises */
export async function benchReviewers(bench: ReviewerBench): Promise<boolean> {
  // screens keep themselves fresh in browsers alone
  environmentManager.setIsServer(() => false);
  const database = await startDatabase();
  const count = database.kind === "postgres" ? bench.instances : 1;
  const programs: Program[] = [];
  try {
    const [ports, metricsPorts] = [await freePorts(count), await freePorts(count)];
    const urls = ports.map((port) => `http://127.0.0.1:${port}`);
    const persona = await startProgram(
      bench.personaScript,
      ["--port=0", "--scenario=large", `--seed=${bench.seed}`, `--rate-limit=${rateLimit}`].concat(
        `--webhook-url=${urls[0]}/webhooks/persona`,
        `--webhook-secret=${webhookSecret}`,
      ),
      {},
      /(http:\/\/127\.0\.0\.1:\d+)\/api\/v1/,
    );
    programs.push(persona);
    const names = Array.from({ length: bench.reviewers }, (_, index) => `reviewer-${index}`);
    const signedIn = await database.use((db) => signIn(db, ["alone", ...names], urls));
    await database.use((db) => fillQueue(persona.said, db));
    for (const [index, port] of ports.entries()) {
      const options = { script: bench.script, database, personaUrl: persona.said, port, metricsPort: metricsPorts[index] };
      programs.push(await startInstance(options));
    }
    const [alone, ...team] = await Promise.all(signedIn.map(atPage));
    console.log(
      `\n${team.length} reviewers for ${bench.seconds} s, instances: ${count} (${database.kind}), ${bench.pace.join(" to ")} s a decision`,
    );

    const from = Date.now();
    const quiet = await workOf(bench, alone === undefined ? [] : [alone], [0, 0], quietDecisions);
    const began = Date.now();
    const busy = await workOf(bench, team, bench.pace);
    const over = Date.now();
    const metrics = await readDeskMetrics(metricsPorts);
    const log = await readPersonaLog(persona.said, from);
    const told = await decidedAtPersona(persona.said, from);
    for (const program of programs.splice(1)) await program.stop();
    const records = await database.use(readRecords);
    // a quarter of what the pace allows: fewer, and the rest says nothing
    const fewest = Math.floor((bench.reviewers * bench.seconds) / bench.pace[1] / 4);
    return reportReviewers({ fewest, quiet, busy, log, began, over, metrics, told, records, rateLimit });
  } finally {
    for (const program of programs) await program.stop();
    await database.remove();
  }
}

async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  while (ports.length < count) ports.push(await freePort());
  return ports;
}

/** Lets people work until the time is over, or for so many inquiries each. */
async function workOf(
  bench: ReviewerBench,
  people: readonly Visitor[],
  pace: readonly [number, number],
  inquiries?: number,
): Promise<Work> {
  const work: Work = { sent: [], waits: noWaits(), decided: [], left: new Map(), failures: [] };
  sendAsBrowsers((request) => work.sent.push(request));
  const over = inquiries === undefined ? AbortSignal.timeout(bench.seconds * 1_000) : new AbortController().signal;
  // everybody waits for it
  setMaxListeners(0, over);
  const dayOf = async (person: Visitor) => {
    const queryClient = createQueryClient();
    measureWaits(queryClient, work.waits);
    const stop = await hear(person, queryClient, (error) => work.failures.push(error));
    const random = createRandom(`${bench.seed}/${person.name}`);
    const reviewer = createReviewer({
      queryClient,
      spareCalls: person.spareCalls,
      random,
      pace,
      over,
      onDecided: (decided) => work.decided.push(decided),
      onLeft: (because) => work.left.set(because, (work.left.get(because) ?? 0) + 1),
    });
    try {
      while (!over.aborted) {
        try {
          await reviewer.work(inquiries);
          if (inquiries !== undefined) break;
        } catch (error) {
          // they have seen it, and go on
          work.failures.push(error);
        }
      }
    } finally {
      stop();
      queryClient.clear();
    }
  };
  await Promise.all(people.map((person) => actAs(person, () => dayOf(person))));
  return work;
}

/** Keeps what a person looks at as fresh as the application does. @returns ends it */
async function hear(person: Person, queryClient: QueryClient, onLoss: (error: unknown) => void): Promise<() => void> {
  const closing = new AbortController();
  const stream = await openEvents(person, closing.signal);
  const events = readEvents(stream);
  const changes = createPushedChanges(queryClient);
  const listen = async () => {
    for (let one = await events.next(); one !== undefined; one = await events.next()) {
      // the desk writes what its contract says
      if (one.event === "change") changes.take(one.data as DeskChange);
      if (one.event === "resync") changes.resync();
    }
    if (!closing.signal.aborted) throw new Error("The event stream ended");
  };
  listen().catch((error: unknown) => closing.signal.aborted || onLoss(error));
  return () => {
    closing.abort();
    changes.stop();
  };
}
