import type { DeskEnvironment, DeskRole } from "@/api/generated/desk/types.gen";
import { createDispatch, type Dispatched, type DrawFile, operationOf } from "./dispatch";
import { toResponse } from "./http/answer";
import { allPermissions, type Permission } from "./http/auth";
import { refused } from "./http/errors";
import { createFaults, type Fault, faultRefusal } from "./http/faults";
import { type Incoming, readIncoming } from "./http/incoming";
import { createRequestLog, type LoggedRequest } from "./http/request-log";
import { createLife, type Life, type Populate } from "./life";
import { createManualClock, createRealClock } from "./world/clock";
import { createMemoryJournal, type Journal, type JournalEntry } from "./world/journal";
import { day } from "./world/time";
import type { Environment, World } from "./world/world";

export interface SimulatorOptions {
  /** See `DispatchOptions`. */
  readonly door: "persona" | "gateway";
  /** What fills a new world. */
  readonly populate: Populate;
  /** What draws the files that objects point to. */
  readonly drawFile?: DrawFile;
  /** Absolute address of the files, ending with a slash. */
  readonly filesBase?: string;
  /** Where the simulator is served, beginning and ending with a slash; default `/`. */
  readonly base?: string;
  readonly seed?: string;
  readonly scenario?: string;
  /** `manual` stands still until told to move; default `real`. */
  readonly clock?: "real" | "manual";
  /** World time at the beginning, milliseconds. Default: now, or 2026-03-02T09:00:00Z for a manual clock. */
  readonly startedAt?: number;
  readonly journal?: Journal;
  /** Who is signed in at the beginning (gateway door); null for nobody; default lead. */
  readonly role?: DeskRole | null;
  readonly environment?: Environment;
  readonly deskEnvironment?: DeskEnvironment;
  readonly permissions?: readonly Permission[];
  /** Calls a minute; default 300. */
  readonly rateLimit?: number;
}

export interface Simulator {
  /** Answers a request; a broken connection is `Response.error()`. Undefined when it isn't the simulator's. */
  handle(request: Request): Promise<Response | undefined>;
  /** Brings the world into being, or back, ahead of the first request. */
  ready(): Promise<void>;
  /** The world of an environment as it is now. Changing it directly is not journaled. */
  world(environment?: Environment): World;
  requests(): readonly LoggedRequest[];
  fault(fault: Fault): void;
}

const MANUAL_START = Date.parse("2026-03-02T09:00:00.000Z");
/** Only these headers decide what a write does and answers. */
const JOURNALED_HEADERS = ["idempotency-key", "key-inflection"];

/** One Persona with its people, for as many doors and tabs as hold the same journal. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { base = "/", journal = createMemoryJournal(), environment = "production", clock = "real" } = options;
  const faults = createFaults();
  const requests = createRequestLog();
  const dispatch = createDispatch({
    door: options.door,
    environment,
    deskEnvironment: options.deskEnvironment ?? environment,
    permissions: options.permissions ?? allPermissions,
    rateLimit: options.rateLimit ?? 300,
    drawFile: options.drawFile,
    controls: { faults, requests, environment, reset: begin },
  });
  let life: Life | undefined;

  function begin({ seed = options.seed ?? "1", scenario = options.scenario ?? "default" }: { seed?: string; scenario?: string }): Life {
    const startedAt = options.startedAt ?? (clock === "manual" ? MANUAL_START : Date.now());
    const origin = { seed, scenario, startedAt };
    journal.begin(origin);
    return (life = grow(origin));
  }

  const grow = (origin: Life["origin"]): Life =>
    createLife({
      origin,
      clock: clock === "manual" ? createManualClock(origin.startedAt) : createRealClock(),
      role: options.door === "persona" || options.role === null ? undefined : (options.role ?? "lead"),
      populate: options.populate,
      filesBase: options.filesBase ?? new URL("files/", new URL(base, "http://localhost")).href,
    });

  /** The life as the journal has it: grown anew, begun afresh when too old, or brought up to date with what other tabs did. */
  const current = (): Life => {
    const { origin, entries } = journal.load();
    if (origin === undefined || isStale(origin.startedAt)) return begin({});
    const here =
      life !== undefined && isSame(life.origin, origin) && isSame(life.applied.at(-1), entries[life.applied.length - 1])
        ? life
        : grow(origin);
    life = here;
    for (const entry of entries.slice(here.applied.length)) {
      here.clock.at(entry.at, () => dispatch.replay(incomingOf(entry), here, environmentOf(entry)));
      here.applied.push(entry);
    }
    return here;
  };

  /** A demo left open overnight starts its day with a fresh world; dates relative to the start would look odd otherwise. */
  const isStale = (startedAt: number) => clock === "real" && options.startedAt === undefined && Date.now() - startedAt > day;

  const answer = (incoming: Incoming, fault: number | undefined): Promise<Dispatched> =>
    journal.lock(async () => {
      const here = current();
      const at = here.clock.now();
      const dispatched = here.clock.at(at, () => dispatch.answer(incoming, here, fault === undefined ? undefined : faultRefusal(fault)));
      if (dispatched.journaled) {
        const entry = entryOf(incoming, at, dispatched.as);
        journal.append([entry]);
        here.applied.push(entry);
      }
      return dispatched;
    });

  const answerWithFaults = async (incoming: Incoming, fault: Fault | undefined): Promise<Response> => {
    const { status, when = "before", delayMs } = fault ?? {};
    if (delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (status === "network" && when === "before") return Response.error();
    const dispatched = await answer(incoming, status !== "network" && when === "before" ? status : undefined);
    if (status === "network") return Response.error();
    const lost = status !== undefined && when === "after";
    return toResponse(lost ? refused(faultRefusal(status)) : dispatched.answer, dispatched.headers);
  };

  return {
    async handle(request) {
      const incoming = await readIncoming(request, base);
      if (incoming === undefined) return undefined;
      const operation = operationOf(incoming);
      if (operation === undefined) return answerWithFaults(incoming, undefined);
      const entry = requests.start({
        method: incoming.method,
        path: incoming.path,
        query: incoming.search.toString(),
        operation,
        idempotencyKey: incoming.headers.get("idempotency-key") ?? undefined,
      });
      const response = await answerWithFaults(incoming, faults.strike(operation));
      requests.finish(entry, response.type === "error" ? "network" : response.status);
      return response;
    },
    async ready() {
      await journal.lock(async () => void current().api(environment));
    },
    world: (of = environment) => current().api(of).world,
    requests: () => requests.entries(),
    fault: (fault) => faults.add(fault),
  };
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

const environmentOf = ({ as }: JournalEntry): Environment | undefined => (as === "production" || as === "sandbox" ? as : undefined);

const entryOf = ({ method, path, search, headers, body }: Incoming, at: number, as: Environment | undefined): JournalEntry => ({
  at,
  method,
  url: `${path}?${search}`,
  headers: Object.fromEntries(JOURNALED_HEADERS.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? ""]] : []))),
  body,
  as,
});

function incomingOf({ method, url, headers, body }: JournalEntry): Incoming {
  const { pathname, searchParams } = new URL(url, "http://localhost");
  return { method, path: pathname, search: searchParams, headers: new Headers(headers), body: body ?? "" };
}
