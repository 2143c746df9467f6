import { createDispatch, type Dispatched, operationOf } from "./dispatch";
import { toResponse } from "./http/answer";
import { allPermissions } from "./http/auth";
import { refused } from "./http/errors";
import { createFaults, type Fault, faultRefusal } from "./http/faults";
import { type Incoming, readIncoming } from "./http/incoming";
import { createRequestLog, type LoggedRequest } from "./http/request-log";
import { entryOf, environmentOf, incomingOf } from "./journal-entries";
import { createLife, type Life } from "./life";
import type { SimulatorOptions } from "./simulator-options";
import { createManualClock, createRealClock } from "./world/clock";
import { createMemoryJournal, type JournalContent } from "./world/journal";
import { day } from "./world/time";
import type { Environment, World } from "./world/world";

export type { SimulatorOptions };

export interface Simulator {
  /** Answers a request; a broken connection is `Response.error()`. Undefined when it isn't the simulator's. */
  handle(request: Request): Promise<Response | undefined>;
  /** Brings the world into being, or back, ahead of the first request. */
  ready(): Promise<void>;
  /** The world of an environment as it is now. Changing it directly is not journaled. */
  world(environment?: Environment): World;
  requests(): readonly LoggedRequest[];
  fault(fault: Fault): void;
  /** The control API without HTTP: `control("clock/advance", { seconds: 60 })`. @throws Error when it refuses */
  control(action: string, body?: object): Promise<unknown>;
}

const MANUAL_START = Date.parse("2026-03-02T09:00:00.000Z");

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

  /** The life as the journal has it, brought up to date with what other tabs did. */
  const current = (): Life => {
    const { origin, entries } = journal.load();
    if (life === undefined) return restored({ origin, entries });
    const isOurs = isSame(life.origin, origin) && isSame(life.applied.at(-1), entries[life.applied.length - 1]);
    return isOurs ? caughtUp(life, entries) : restored({ origin, entries });
  };

  const restored = ({ origin, entries }: JournalContent): Life => {
    if (origin === undefined || isStale(origin.startedAt)) return begin({});
    return (life = caughtUp(grow(origin), entries));
  };

  const caughtUp = (here: Life, entries: JournalContent["entries"]): Life => {
    for (const entry of entries.slice(here.applied.length)) {
      here.clock.at(entry.at, () => dispatch.replay(incomingOf(entry), here, environmentOf(entry)));
      here.applied.push(entry);
    }
    return here;
  };

  /** A world from yesterday is not brought back: its dates are relative to its start, and would look odd today. */
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
      // The world's own time, so that a moved clock takes along whoever reads it.
      return { ...dispatched, headers: { date: new Date(at).toUTCString(), ...dispatched.headers } };
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
      if (!isLogged(incoming)) return answerWithFaults(incoming, undefined);
      const operation = operationOf(incoming);
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
    async control(action, body = {}) {
      const search = new URLSearchParams();
      const incoming = { method: "POST", path: `/simulator/v1/${action}`, search, headers: new Headers(), body: JSON.stringify(body) };
      const { answer: answered } = await answer(incoming, undefined);
      if (answered.status >= 400) throw new Error(`${action}: ${String(answered.body)}`);
      return JSON.parse(String(answered.body)) as unknown;
    },
  };
}

/** What the desk asks for; the simulator's own API and files are not. */
const isLogged = ({ path }: Incoming) => /^\/(api|desk)\//.test(path);

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
