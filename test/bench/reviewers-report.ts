import type { DeskMetrics } from "./desk-metrics";
import { type Durations, durationRow, percent, percentile, printMusts } from "./figures";
import type { PersonaLog } from "./persona-log";
import type { Records } from "./records";
import type { Decided, LeftBecause } from "./reviewer";
import type { SentRequest } from "./people";
import type { Waits } from "./screen";

/** What people did and how long they waited. */
export type Work = {
  readonly sent: SentRequest[];
  readonly waits: Waits;
  readonly decided: Decided[];
  /** How many inquiries were opened and not decided, and why. */
  readonly left: Map<LeftBecause, number>;
  /** What somebody was shown as an error. */
  readonly failures: unknown[];
};

type Outcome = {
  readonly quiet: Work;
  readonly busy: Work;
  readonly log: PersonaLog;
  /** When the team began and when it was done, ms. */
  readonly began: number;
  readonly over: number;
  readonly metrics: DeskMetrics;
  /** What Persona says was decided. */
  readonly told: readonly string[];
  readonly records: Records;
  readonly rateLimit: number;
  /** How many decisions there have to be for the rest to mean anything. */
  readonly fewest: number;
};

/** A list that takes longer than this is waiting for its turn. */
const waitingMs = 1_000;
/** How much slower decisions may be than those of somebody alone, and what nobody notices, however quick that one is. */
const mostSlower = 3;
const unnoticedMs = 1_000;

/** Prints what came out. @returns whether the desk kept what it promises */
export function reportReviewers(outcome: Outcome): boolean {
  printDurations(outcome);
  printCalls(outcome);
  const { quiet, busy, log, told, records, rateLimit, fewest } = outcome;
  const failures = [...quiet.failures, ...busy.failures];
  for (const failure of failures.slice(0, 5)) console.log(failure);

  const sent = [...quiet.sent, ...busy.sent];
  const limited = sent.filter(({ status }) => status === 429).length;
  const lost = sent.filter(({ status }) => status === "lost" || (typeof status === "number" && status >= 500));
  for (const { method, path, status, ms } of lost.slice(0, 5)) console.log(`${method} ${path}: ${status} after ${Math.round(ms ?? 0)} ms`);
  const failed = lost.length;
  const peak = Math.max(0, ...log.windows);
  const decided = [...quiet.decided, ...busy.decided].map(({ event, inquiryId }) => `${event} ${inquiryId}`);
  const delays = [
    delay(decisionsOf(quiet), decisionsOf(busy)),
    delay(decisionsOf(quiet), besideLists(busy)),
    delay(clicksOf(quiet), clicksOf(busy)),
  ];
  return printMusts([
    { what: `at least ${fewest} decisions (${busy.decided.length})`, holds: busy.decided.length >= fewest },
    { what: `at most ${rateLimit} calls a minute (${peak} at most)`, holds: peak <= rateLimit },
    { what: `nobody saw a 429 (${limited})`, holds: limited === 0 },
    { what: `nobody saw a 5xx or lost an answer (${failed})`, holds: failed === 0 },
    {
      what: `nobody was shown an error (${failures.length}, reads ${busy.waits.failures})`,
      holds: failures.length + busy.waits.failures === 0,
    },
    {
      what: `decisions are not delayed: p95 ${delays.map(({ ratio }) => ratio).join(", ")} times that of somebody alone (sent, sent while lists wait, from the click)`,
      holds: delays.every(({ holds }) => holds),
    },
    {
      what: `confirmed, audited and Persona's are the same ${decided.length} decisions (${records.audited.length}, ${told.length})`,
      holds: same(decided, records.audited) && same(decided, told),
    },
    { what: `the audit log is whole (${records.entries} entries)`, holds: records.isChainWhole },
  ]);
}

function printDurations({ quiet, busy }: Outcome): void {
  console.table({
    "decision sent, somebody alone": durationRow(decisionsOf(quiet)),
    "decision sent": durationRow(decisionsOf(busy)),
    "decision sent while lists wait": durationRow(besideLists(busy)),
    "click to confirmation, alone": durationRow(clicksOf(quiet)),
    "click to confirmation": durationRow(clicksOf(busy)),
    "inquiry opened": durationRow(busy.waits.took.inquiry),
    "its events": durationRow(busy.waits.took.events),
    list: durationRow(busy.waits.took.list),
  });
}

function printCalls({ busy, log, began, over, metrics }: Outcome): void {
  const reads = busy.sent.filter(isPersonas);
  const calls = log.calls.filter(({ startedAt }) => startedAt >= began && startedAt <= over);
  const minutes = (over - began) / 60_000;
  console.table({
    decisions: busy.decided.length,
    "decisions a minute": Math.round(busy.decided.length / minutes),
    ...Object.fromEntries([...busy.left].map(([because, times]) => [`opened in vain: ${because}`, times])),
    "requests to the desk": busy.sent.length,
    "of them for Persona": reads.length,
    "given up: asked anew, or left": reads.filter(({ status }) => status === "given up").length,
    "answered by another's call": metrics.shared,
    "answered from the cache": metrics.cached,
    "answered without a call": percent((metrics.shared + metrics.cached) / Math.max(1, reads.length)),
    "calls that reached Persona": calls.length,
    "in its windows of a minute": log.windows.join(", "),
    "refused by it (429)": log.calls.filter(({ status }) => status === 429).length,
    ...operations(calls.map(({ operation = "unknown" }) => operation)),
  });
}

const isPersonas = ({ path }: SentRequest) => path.startsWith("/api/v1/");
const isDecision = ({ method, path }: SentRequest) => method === "POST" && path === "/desk/v1/decisions";
const answered = (sent: readonly SentRequest[]): Durations =>
  sent.flatMap(({ ms, status }) => (typeof status === "number" && ms !== undefined ? [ms] : []));

const decisionsOf = ({ sent }: Work) => answered(sent.filter(isDecision));
const clicksOf = ({ decided }: Work) => decided.map(({ ms }) => ms);

function besideLists({ sent }: Work): Durations {
  const lists = sent.filter(({ path, ms = 0 }) => path === "/api/v1/inquiries" && ms > waitingMs);
  return answered(sent.filter((one) => isDecision(one) && lists.some((list) => overlap(list, one))));
}

/** How much slower the 95th of a hundred is; nothing of none. */
function delay(alone: Durations, together: Durations): { ratio: string; holds: boolean } {
  const p95 = percentile(together, 0.95);
  const ratio = p95 / percentile(alone, 0.95);
  if (Number.isNaN(ratio)) return { ratio: "–", holds: true };
  return { ratio: ratio.toFixed(1), holds: ratio <= mostSlower || p95 <= unnoticedMs };
}

const overlap = (one: SentRequest, other: SentRequest) =>
  one.startedAt < other.startedAt + (other.ms ?? 0) && other.startedAt < one.startedAt + (one.ms ?? 0);

/** How often each comes. */
function operations(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[`  ${name}`] = (counts[`  ${name}`] ?? 0) + 1;
  return counts;
}

const same = (some: readonly string[], others: readonly string[]) => some.toSorted().join("\n") === others.toSorted().join("\n");
