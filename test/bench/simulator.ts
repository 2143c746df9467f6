import { seeded } from "@mocks/seeded";
import { createSimulator, type Simulator } from "@mocks/simulator";
import type { World } from "@mocks/world/core/world";

/**
 * What 100,000 inquiries cost the simulator, beside what the few hundred of the default scenario do: time to start and time of a first
 * call, each on a world of its own, and how much the heap has grown afterwards. Prints a table, judges nothing.
 * Run it with `--expose-gc`, else the heap is not told.
 */
const rounds = 5;

/** A first call; some need to know an object of the world. */
const calls: Record<string, (world: World) => { path: string; body?: object }> = {
  inquiries: () => ({ path: "inquiries?page[size]=50" }),
  "inquiries, sparse": () => ({ path: "inquiries?page[size]=50&fields[inquiry]=status,reference-id,created-at,expires-at" }),
  "inquiries, last page": (world) => ({ path: `inquiries?page[size]=50&page[after]=${oldest(world).inquiryId}` }),
  "inquiries in review": () => ({ path: "inquiries?page[size]=50&filter[status]=needs_review" }),
  "inquiries created or pending": () => ({ path: "inquiries?page[size]=50&filter[status]=created,pending" }),
  "inquiries of a template": (world) => ({
    path: `inquiries?page[size]=50&filter[inquiry-template-id]=${templateId(world, "Proof of address")}`,
  }),
  "inquiries of no template": () => ({ path: "inquiries?filter[inquiry-template-id]=itmpl_none" }),
  "inquiries of one week": () => ({
    path: `inquiries?page[size]=50&filter[created-at-start]=${daysAgo(67)}&filter[created-at-end]=${daysAgo(60)}`,
  }),
  "inquiries by note": () => ({ path: "inquiries?filter[note]=nobody wrote this" }),
  "inquiries by reference ID": (world) => ({ path: `inquiries?filter[reference-id]=${oldest(world).referenceId}` }),
  "inquiries by unknown reference ID": () => ({ path: "inquiries?filter[reference-id]=nobody" }),
  "inquiries of an account": (world) => ({ path: `inquiries?filter[account-id]=${oldest(world).accountId}` }),
  accounts: () => ({ path: "accounts?page[size]=50" }),
  "accounts by reference ID": (world) => ({ path: `accounts?filter[reference-id]=${oldest(world).referenceId}` }),
  reports: () => ({ path: "reports?page[size]=50" }),
  "reports of an account": (world) => ({ path: `reports?filter[account-id]=${oldest(world).accountId}` }),
  "reports by reference ID": (world) => ({ path: `reports?filter[reference-id]=${oldest(world).referenceId}` }),
  "inquiry sessions": () => ({ path: "inquiry-sessions" }),
  events: () => ({ path: "events?page[size]=50" }),
  "events of an object": (world) => ({ path: `events?filter[object-id]=${oldest(world).inquiryId}` }),
  "search by status": () => ({ path: "inquiries/search", body: { query: { attribute: "status", operator: "eq", value: "needs_review" } } }),
  "search, last changed first": () => ({ path: "inquiries/search", body: { sort: { attribute: "updated_at", direction: "desc" } } }),
  "accounts by a field": () => ({
    path: "accounts/search",
    body: { query: { attribute: "fields.name.last", operator: "eq", value: "Nobody" } },
  }),
};

const simulatorOf = (scenario: string) =>
  createSimulator({ standsFor: "gateway", unused: "answered", clock: "manual", scenario, ...seeded });

type Cost = {
  ms: number;
  /** Bytes. */
  heap: number;
};

async function costOf(act: () => Promise<unknown>): Promise<Cost> {
  const heap = heapUsed();
  const began = performance.now();
  const kept = await act();
  const ms = performance.now() - began;
  return { ms, heap: kept === undefined ? 0 : heapUsed() - heap };
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function call(simulator: Simulator, { path, body }: { path: string; body?: object }): Promise<Simulator> {
  const response = await simulator.handle(
    new Request(`http://localhost/api/v1/${path}`, {
      headers: { "key-inflection": "camel" },
      ...(body !== undefined && { method: "POST", body: JSON.stringify(body) }),
    }),
  );
  if (response?.status !== 200) throw new Error(`${path}: ${response?.status}`);
  await response.text();
  return simulator;
}

/** An inquiry at the far end of the list, found without walking there. */
function oldest(world: World) {
  const inquiry = [...world.tables.inquiries.candidates({ fits: isOldest(world) })].at(-1);
  if (inquiry === undefined) throw new Error("The world is empty");
  return { inquiryId: inquiry.id, accountId: inquiry.relationships.account.data?.id, referenceId: inquiry.attributes.referenceId };
}

/** Counts the heads that go by, so that only the last one fits. */
function isOldest({ tables }: World) {
  let left = tables.inquiries.size - [...tables.inquiries.added()].length;
  return () => (left -= 1) === 0;
}

function templateId({ tables }: World, name: string): string | undefined {
  for (const { id, attributes } of tables.inquiryTemplates.newestFirst()) if (attributes.name === name) return id;
  return undefined;
}

const daysAgo = (days: number) => new Date(Date.parse("2026-03-02T09:00:00.000Z") - days * 86_400_000).toISOString();

async function median(measure: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1) costs.push(await measure());
  const middle = (of: keyof Cost) => costs.map((cost) => cost[of]).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  return { ms: middle("ms"), heap: middle("heap") };
}

async function row(name: string, measure: (scenario: string) => Promise<Cost>) {
  const [small, large] = [await median(() => measure("default")), await median(() => measure("large"))];
  return {
    [name]: {
      "default ms": round(small.ms),
      "large ms": round(large.ms),
      ratio: round(large.ms / small.ms),
      "default MB": round(small.heap / 1e6),
      "large MB": round(large.heap / 1e6),
    },
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

const startUp = (scenario: string) =>
  costOf(async () => {
    const simulator = simulatorOf(scenario);
    await simulator.ready();
    return simulator;
  });

const firstCall = (request: (typeof calls)[string]) => async (scenario: string) => {
  const simulator = simulatorOf(scenario);
  const asked = request(simulator.world());
  return costOf(() => call(simulator, asked));
};

const rows = [await row("start", startUp)];
for (const [name, request] of Object.entries(calls)) rows.push(await row(name, firstCall(request)));
console.table(Object.assign({}, ...rows));
