import type { Desk } from "./desk/desk";
import { notedCall } from "./desk/noted-call";
import type { PersonaAnswer, PersonaCall } from "./desk/persona-line";
import { userOf } from "./desk/person";
import { routes } from "./handlers/routes";
import type { Answer } from "./http/answer";
import type { Permission } from "./http/auth";
import { refused } from "./http/errors";
import { type Fault, type Faults, faultRefusal } from "./http/faults";
import type { Incoming } from "./http/incoming";
import { answerApi, type Api, findRoute } from "./http/pipeline";
import type { RateLimit } from "./http/rate-limit";
import type { RequestLog } from "./http/request-log";

/** What befell a call: a failure, or nothing. */
export type Fate = Pick<Fault, "status" | "when" | "delayMs">;

/** The calls that the desk's server side makes at Persona by itself: counted, logged and struck by faults as those of a browser are. */
export type DeskCalls = {
  ask(api: Api, desk: Desk, call: PersonaCall): PersonaAnswer;
  /**
   * Runs what may make such calls.
   * @param known what befell them when they were made for the first time; undefined when this is the first time
   * @returns with what befell those that were made, for the journal
   */
  run<Result>(known: readonly Fate[] | undefined, body: () => Result): { readonly result: Result; readonly fates: readonly Fate[] };
};

type DeskCallsOptions = {
  readonly permissions: readonly Permission[];
  readonly sandboxLimits: boolean;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly limitOf: (environment: Api["world"]["environment"]) => RateLimit;
};

export function createDeskCalls({ permissions, sandboxLimits, faults, requests, limitOf }: DeskCallsOptions): DeskCalls {
  let known: Fate[] | undefined;
  let fates: Fate[] = [];

  /** A fault that names no operation is meant for what a browser does. */
  const fateOf = (operation: string, { environment, clock }: Api["world"]): Fate => {
    if (known !== undefined) return known.shift() ?? {};
    const isOver = limitOf(environment).count(clock.now()).exceeded;
    const { status, when, delayMs } = isOver ? { status: 429 } : (faults.strike(operation, true) ?? {});
    return { ...(status !== undefined && { status }), ...(when !== undefined && { when }), ...(delayMs !== undefined && { delayMs }) };
  };

  return {
    ask(api, desk, call) {
      const found = findRoute(routes, call.method, call.path);
      if (found === undefined) throw new Error(`Persona has no ${call.method} ${call.path}`);
      const { world } = api;
      const isRepeated = known !== undefined;
      const fate = fateOf(found.route.operation, world);
      fates.push(fate);
      const incoming = incomingOf(call);
      const personaRequestId = desk.id("req_");
      const idempotencyKey = call.idempotencyKey;
      const entry = isRepeated
        ? undefined
        : requests.start({ method: call.method, path: `/api/v1${call.path}`, query: "", operation: found.route.operation, idempotencyKey });
      const act = () =>
        answerApi(
          { ...incoming, prefix: "/api/v1" },
          found,
          { actor: { type: "api", ...userOf(call.person) }, permissions, sandboxLimits, refused: undefined },
          api,
          limitOf(world.environment).state(world.clock.now()),
        );
      const noted = { ...found, incoming, person: call.person, requestId: call.requestId, personaRequestId };
      const answer = answered(fate, () =>
        call.noted === undefined ? act() : notedCall(desk, { ...noted, refusal: undefined, handsOut: call.noted === "with-links" }, act),
      );
      const status = fate.status ?? answer.status;
      if (entry !== undefined) requests.finish(entry, status);
      return {
        status,
        body: status === "network" || fate.when === "after" ? undefined : bodyOf(answer),
        tookMs: fate.delayMs ?? 0,
        personaRequestId,
      };
    },
    run(fatesThen, body) {
      const outside = { known, fates };
      [known, fates] = [fatesThen === undefined ? undefined : [...fatesThen], []];
      try {
        return { result: body(), fates };
      } finally {
        ({ known, fates } = outside);
      }
    },
  };
}

/** The answer to a call as its fate lets it come about. */
function answered({ status, when = "before" }: Fate, act: () => Answer): Answer {
  if (status === undefined || when === "after") return act();
  return refused(faultRefusal(status === "network" ? 502 : status));
}

function incomingOf({ method, path, body, idempotencyKey }: PersonaCall): Incoming {
  const headers = new Headers({ "key-inflection": "camel" });
  if (idempotencyKey !== undefined) headers.set("idempotency-key", idempotencyKey);
  return { method, path, search: new URLSearchParams(), headers, body: body === undefined ? "" : JSON.stringify(body) };
}

const bodyOf = ({ body }: Answer): unknown => (typeof body === "string" && body !== "" ? (JSON.parse(body) as unknown) : undefined);
