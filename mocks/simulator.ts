import { createDispatch, type Dispatched, isOperation, operationOf } from "./dispatch";
import { isEventStream, personAt } from "./desk/desk-answers";
import { createEventStreams } from "./desk/event-streams";
import { createPulse } from "./desk/pulse";
import { answerFile, isFile } from "./files";
import { toResponse } from "./http/answer";
import { allPermissions } from "./http/auth";
import { refused } from "./http/errors";
import { createFaults, type Fault, faultRefusal } from "./http/faults";
import { type Incoming, readIncoming } from "./http/incoming";
import { createRequestLog, type LoggedRequest } from "./http/request-log";
import { entryOf, settledEntry } from "./journal-entries";
import type { Life } from "./life";
import { createSharedLife } from "./shared-life";
import type { SimulatorOptions } from "./simulator-options";
import { createMemoryJournal } from "./world/core/journal";
import { notFound, Refusal } from "./world/core/refusal";
import type { Environment, World } from "./world/core/world";

export type { SimulatorOptions };

/** What a door needs of the simulator, and what tests do. */
export type Simulator = {
  /** Answers a request; a broken connection is `Response.error()`. Undefined when it isn't the simulator's. */
  handle(request: Request): Promise<Response | undefined>;
  /** Brings the world into being, or back, ahead of the first request. */
  ready(): Promise<void>;
  /** The world of an environment as it is now. Changing it directly is not journaled. */
  world(environment?: Environment): World;
  requests(): readonly LoggedRequest[];
  /** @throws Refusal 400 for an operation that there is not */
  fault(fault: Fault): void;
  /** Lets everything happen that is due by now, without a request. */
  tick(): Promise<void>;
  /** The control API without HTTP: `control("clock/advance", { seconds: 60 })`. @throws Error when it refuses */
  control(action: string, body?: object): Promise<unknown>;
};

/** One Persona with its people, for as many doors and tabs as hold the same journal. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const { base = "/", journal = createMemoryJournal(), environment = "production" } = options;
  const faults = createFaults(isOperation);
  const requests = createRequestLog();
  const dispatch = createDispatch({
    standsFor: options.standsFor,
    environment,
    deskEnvironment: options.deskEnvironment ?? environment,
    permissions: options.permissions ?? allPermissions,
    sandboxLimits: options.sandboxLimits ?? true,
    unused: options.unused ?? "refused",
    rateLimit: options.rateLimit ?? 300,
    controls: {
      faults,
      requests,
      environment,
      webhooks: options.webhooks,
      health: (health) => streams.health(health),
      reset: (origin) => shared.begin(origin),
    },
  });
  const shared = createSharedLife(options, journal, dispatch);

  /** What fell due happens before anything else, and is put down where the desk has called Persona about it. */
  const settle = (here: Life, at: number) => {
    const fates = here.clock.at(at, () => dispatch.settle(here));
    if (fates.length > 0) shared.note(settledEntry(at, fates));
  };

  const tick = () =>
    journal.lock(async () => {
      const here = shared.current();
      settle(here, here.clock.now());
      streams.send(here);
    });
  const streams = createEventStreams(createPulse(options.streamEveryMs, { beat: tick, streams: () => streams }));

  const openStream = (incoming: Incoming, signal: AbortSignal): Promise<Response> =>
    journal.lock(async () => {
      const here = shared.current();
      try {
        if (options.standsFor !== "gateway") throw notFound();
        settle(here, here.clock.now());
        personAt(here);
        return streams.open(here, incoming.headers.get("last-event-id"), signal);
      } catch (error) {
        if (error instanceof Refusal) return toResponse(refused(error));
        throw error;
      }
    });

  const answer = (incoming: Incoming, fault: number | undefined): Promise<Dispatched> =>
    journal.lock(async () => {
      const here = shared.current();
      const at = here.clock.now();
      settle(here, at);
      const dispatched = here.clock.at(at, () => dispatch.answer(incoming, here, fault === undefined ? undefined : faultRefusal(fault)));
      if (dispatched.journaled) shared.note(entryOf(incoming, at, dispatched));
      // A reset leaves another life behind than the one that answered.
      if (streams.size > 0) streams.send(shared.current());
      // The world's own time, so that moving its clock moves the desk's as well.
      return { ...dispatched, headers: { date: new Date(at).toUTCString(), ...dispatched.headers } };
    });

  const answerWithFaults = async (incoming: Incoming, signal: AbortSignal, fault: Fault | undefined): Promise<Response> => {
    const { status, when = "before", delayMs } = fault ?? {};
    if (delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (status === "network" && when === "before") return Response.error();
    if (isEventStream(incoming)) {
      return status === undefined ? openStream(incoming, signal) : toResponse(refused(faultRefusal(Number(status))));
    }
    const dispatched = await answer(incoming, status !== "network" && when === "before" ? status : undefined);
    if (status === "network") return Response.error();
    const lost = status !== undefined && when === "after";
    return toResponse(lost ? refused(faultRefusal(status)) : dispatched.answer, dispatched.headers);
  };

  return {
    async handle(request) {
      const incoming = await readIncoming(request, base);
      if (incoming === undefined) return undefined;
      if (isFile(incoming)) return toResponse(await answerFile(incoming, options.drawFile));
      if (!isLogged(incoming)) return answerWithFaults(incoming, request.signal, undefined);
      const operation = operationOf(incoming);
      const entry = requests.start({
        method: incoming.method,
        path: incoming.path,
        query: incoming.search.toString(),
        operation,
        idempotencyKey: incoming.headers.get("idempotency-key") ?? undefined,
      });
      const response = await answerWithFaults(incoming, request.signal, faults.strike(operation, isBackground(incoming)));
      requests.finish(entry, response.type === "error" ? "network" : response.status);
      return response;
    },
    async ready() {
      await journal.lock(async () => void shared.current().api(environment));
    },
    world: (of = environment) => shared.current().api(of).world,
    tick,
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

/** What the desk asks for; the simulator's own API is not. */
const isLogged = ({ path }: Incoming) => /^\/(api|desk)\//.test(path);

/** What the application does without being asked to; a fault meant for "whatever comes next" waits for something else. */
const isBackground = ({ path }: Incoming) => path.startsWith("/desk/") && path !== "/desk/v1/session";
