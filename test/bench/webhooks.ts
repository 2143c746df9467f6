import { createRandom, type Random } from "@mocks/world/core/random";
import { inquiryEvent, personaSignature } from "@test/server/support/webhooks";
import { startDatabase } from "./bench-database";
import { startInstance, webhookSecret } from "./bench-desk";
import { durationRow, percentile, printMusts } from "./figures";
import { freePort } from "@test/support/free-port";

type WebhookBench = {
  readonly script: string;
  readonly seed: string;
  /** Different events; some are delivered again. */
  readonly webhooks: number;
};

/** Delivered more than once, as a share of all events. */
const repeated = 0.3;
/** How many inquiries are on their way at a time. */
const together = 100;
/** Within how many deliveries nothing is in order. */
const disorder = 1_000;
const parallel = 20;
/** Persona gives up on a delivery after this long and sends it again. */
const patienceMs = 5_000;
const statuses = ["created", "pending", "completed", "needs_review", "approved"] as const;

type Told = {
  readonly inquiryId: string;
  readonly status: string;
  readonly body: string;
};

/** Ever newer states of many inquiries, in the order they came about. @param from ms */
function history({ webhooks }: WebhookBench, from: number): Told[] {
  return Array.from({ length: webhooks }, (_, index) => {
    const round = Math.floor(index / together);
    const inquiryId = `inq_bench${Math.floor(round / statuses.length)}x${index % together}`;
    // the remainder is inside the list
    const status = statuses[round % statuses.length]!;
    const event = inquiryEvent({ eventId: `evt_bench${index}`, inquiryId, status, createdAt: from, updatedAt: from + index });
    return { inquiryId, status, body: JSON.stringify(event) };
  });
}

/** Some twice, and all of them shuffled within windows. */
function delivered(told: readonly Told[], random: Random): Told[] {
  const all = told.flatMap((one) => (random.chance(repeated) ? [one, one] : [one]));
  for (let start = 0; start < all.length; start += disorder) {
    for (let at = Math.min(start + disorder, all.length) - 1; at > start; at -= 1) {
      const other = random.int(start, at);
      // both lie inside the list
      [all[at], all[other]] = [all[other]!, all[at]!];
    }
  }
  return all;
}

/** A flood of signed webhooks, some repeated and none in order, sent to one instance. @returns whether all came out as it must */
export async function benchWebhooks(bench: WebhookBench): Promise<boolean> {
  const random = createRandom(`${bench.seed}/webhooks`);
  const told = history(bench, Date.now() - 3_600_000);
  const deliveries = delivered(told, random);
  const database = await startDatabase();
  console.log(`\nWebhooks: ${told.length} events, ${deliveries.length} deliveries, ${parallel} at a time (${database.kind})`);
  try {
    const port = await freePort();
    const instance = await startInstance({ script: bench.script, database, personaUrl: "http://127.0.0.1:9", port });
    const began = performance.now();
    const answers = await deliver(deliveries, `http://127.0.0.1:${port}/webhooks/persona`);
    const seconds = (performance.now() - began) / 1_000;
    await instance.stop();

    const durations = answers.map(({ ms }) => ms);
    console.table({ answer: { ...durationRow(durations), "a second": Math.round(deliveries.length / seconds) } });
    const refused = answers.filter(({ status }) => status !== 200).length;
    const { stored, wrong } = await outcome(database, told);
    return printMusts([
      { what: `every delivery was taken (${refused} were not)`, holds: refused === 0 },
      { what: `every event is stored once (${stored} of ${told.length})`, holds: stored === told.length },
      { what: `every inquiry is where its newest event left it (${wrong} are not)`, holds: wrong === 0 },
      { what: `95 % were answered within ${patienceMs / 1_000} s`, holds: percentile(durations, 0.95) < patienceMs },
    ]);
  } finally {
    await database.remove();
  }
}

async function deliver(deliveries: readonly Told[], url: string): Promise<{ status: number; ms: number }[]> {
  const answers: { status: number; ms: number }[] = [];
  const waiting = deliveries[Symbol.iterator]();
  const send = async () => {
    for (const { body } of waiting) {
      const began = performance.now();
      const headers = { "content-type": "application/json", "persona-signature": personaSignature(body, webhookSecret, Date.now()) };
      const response = await fetch(url, { method: "POST", body, headers });
      await response.body?.cancel();
      answers.push({ status: response.status, ms: performance.now() - began });
    }
  };
  await Promise.all(Array.from({ length: parallel }, send));
  return answers;
}

/** What the database says afterwards. */
function outcome(database: Awaited<ReturnType<typeof startDatabase>>, told: readonly Told[]) {
  return database.use(async (db) => {
    const [counts] = await db.query<{ stored: number }>("select count(*)::int as stored from webhook_events");
    const states = await db.query<{ id: string; status: string }>("select inquiry_id as id, status from inquiry_states");
    const known = new Map(states.map(({ id, status }) => [id, status]));
    const newest = new Map(told.map(({ inquiryId, status }) => [inquiryId, status]));
    const wrong = [...newest].filter(([inquiryId, status]) => known.get(inquiryId) !== status).length;
    return { stored: counts?.stored ?? 0, wrong };
  });
}
