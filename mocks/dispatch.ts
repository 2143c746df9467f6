import type { DeskEnvironment } from "@/api/generated/desk/types.gen";
import { asColleague, isColleague } from "./control/colleague";
import { answerControl, type Controls, isJournaled } from "./control/control-api";
import { createDeskCalls, type DeskCalls, type Fate } from "./desk-calls";
import { answerDesk, deskOperationOf, deskOperations } from "./desk/desk-answers";
import { type DeskRefusal, deskRefusal, hasKey } from "./desk/let-through";
import { notedCall } from "./desk/noted-call";
import { notedOpening } from "./desk/noted-opening";
import { refuseOtherPerson } from "./desk/page-person";
import { personOf } from "./desk/people";
import { hasEnded } from "./desk/session";
import { routes } from "./handlers/routes";
import type { Answer } from "./http/answer";
import { environmentOfKey, type Permission } from "./http/auth";
import { refused, unauthenticated } from "./http/errors";
import type { Incoming } from "./http/incoming";
import { inflectKey } from "./http/inflection";
import { answerApi, type Caller, findRoute } from "./http/pipeline";
import { createRateLimit, type RateLimit, rateLimitExceeded, rateLimitHeaders } from "./http/rate-limit";
import { lastingRequestIds, requestId, type RequestIds } from "./http/request-ids";
import type { Life } from "./life";
import type { Actor } from "./world/core/actor";
import { badRequest, notFound, Refusal } from "./world/core/refusal";
import type { Environment, World } from "./world/core/world";

const apiRoot = "/api/v1";
const nobody = "Nobody is signed in";

export type DispatchOptions = {
  /** `persona` demands an API key; `gateway` stands for the desk's server side, which holds the key and knows who is signed in. */
  readonly standsFor: "persona" | "gateway";
  /** The environment of the gateway's key. */
  readonly environment: Environment;
  /** What the desk is told about it. */
  readonly deskEnvironment: DeskEnvironment;
  readonly permissions: readonly Permission[];
  readonly sandboxLimits: boolean;
  /** Whether the gateway passes on what the application never asks for, and writes without a key. */
  readonly unused: "answered" | "refused";
  readonly rateLimit: number;
  readonly controls: Controls;
};

/** An answer, and what has to be known of it. */
export type Dispatched = {
  readonly answer: Answer;
  readonly headers: Readonly<Record<string, string>>;
  /** True for a request that has to be replayed to get this world again. */
  readonly journaled: boolean;
  /** The environment it was for, as a replay has to know it. */
  readonly as?: Environment;
  /** What befell the calls that the desk made at Persona meanwhile. */
  readonly fates?: readonly Fate[];
};

/** Which operation a request is, for the log and for faults. */
export function operationOf(incoming: Incoming): string | undefined {
  const { method, path } = incoming;
  if (path.startsWith("/desk/")) return camel(deskOperationOf(incoming));
  return path.startsWith(`${apiRoot}/`) ? findRoute(routes, method, path.slice(apiRoot.length))?.route.operation : undefined;
}

const camel = (operationId: string | undefined) => (operationId === undefined ? undefined : inflectKey(operationId, "camel"));

const operations = new Set([...routes.map(({ operation }) => operation), ...deskOperations.map((id) => inflectKey(id, "camel"))]);

/** Whether `operationOf` ever tells this. */
export const isOperation = (name: string): boolean => operations.has(name);

/** Answers requests against a life, at one instant each. */
export type Dispatch = {
  /** @param fault thrown in place of the operation */
  answer(incoming: Incoming, life: Life, fault?: Refusal): Dispatched;
  /**
   * Lets everything happen that is due by now.
   * @param known what befell the calls that the desk made at Persona about it, when it happens once more
   * @returns what befell them
   */
  settle(life: Life, known?: readonly Fate[]): readonly Fate[];
  /** Does what a journaled request did, `fates` befalling the calls that the desk made. Returns the status it is answered now. */
  replay(incoming: Incoming, life: Life, as: Environment | undefined, fates: readonly Fate[]): number;
  readonly deskCalls: DeskCalls;
};

/** Sends requests where they belong: to Persona's API, the desk's, or the simulator's own. */
export function createDispatch(options: DispatchOptions): Dispatch {
  const { standsFor, permissions, sandboxLimits, unused, controls } = options;
  const limits = new Map<Environment, RateLimit>();

  const limitOf = (environment: Environment): RateLimit => {
    const limit = limits.get(environment) ?? createRateLimit(options.rateLimit);
    limits.set(environment, limit);
    return limit;
  };

  const deskCalls = createDeskCalls({ ...controls, permissions, sandboxLimits, limitOf });

  const callerOf = ({ role }: Life, world: World, refusal: DeskRefusal | undefined): Caller => {
    const actor: Actor = { type: "api", ...personOf(world, role) };
    return { actor, permissions, sandboxLimits, refused: refusal?.reason };
  };

  /** What is not written down has ids of its own. */
  const shownIds = ({ journaled }: { journaled: boolean }, ids: RequestIds) => (journaled ? ids : passingRequestIds());
  const ofDesk = (id: string): Record<string, string> => (standsFor === "gateway" ? { "desk-request-id": id } : {});

  const runApi = (incoming: Incoming, life: Life, environment: Environment, ids: RequestIds, fault?: Refusal) => {
    const path = incoming.path.slice(apiRoot.length);
    const found = findRoute(routes, incoming.method, path);
    const api = life.api(environment);
    const state = limitOf(environment).state(life.clock.now());
    const role = standsFor === "gateway" ? life.role : undefined;
    const refusal = role === undefined || found === undefined ? undefined : deskRefusal(role, found.route, incoming, unused);
    const act = () => answerApi({ ...incoming, path, prefix: apiRoot }, found, callerOf(life, api.world, refusal), api, state, fault);
    if (found === undefined || fault !== undefined) return { answer: act(), journaled: false };
    const isWrite = !found.route.safe;
    if (role === undefined) return { answer: act(), journaled: isWrite };
    const person = { ...personOf(api.world, role), role };
    if (isWrite) refuseOtherPerson(incoming.headers, person, false);
    if (isWrite && refusal === undefined && unused === "refused" && !hasKey(incoming)) {
      return { answer: refused(keyless()), journaled: false };
    }
    const call = { ...found, incoming, person, refusal, requestId: ids.desk, personaRequestId: ids.persona };
    if (!isWrite && refusal === undefined) return notedOpening(life.desk(), call, act());
    return { answer: notedCall(life.desk(), call, act), journaled: true };
  };

  const answerPersona = (incoming: Incoming, life: Life, fault: Refusal | undefined): Dispatched => {
    const environment = standsFor === "persona" ? environmentOfKey(incoming.headers) : options.environment;
    // What comes before Persona's own layers also leaves before them: no headers, nothing counted, nothing stored.
    if (standsFor === "gateway" && life.role === undefined) throw unauthenticated(nobody);
    if (fault?.status === 401) throw fault;
    const { world } = life.api(environment);
    const state = limitOf(environment).count(life.clock.now());
    const limited = state.exceeded ? rateLimitExceeded(state.limit) : fault?.status === 429 ? fault : undefined;
    const ids = lastingRequestIds(life);
    const ran =
      limited === undefined
        ? { ...runApi(incoming, life, environment, ids, fault), as: environment }
        : { answer: refused(limited), journaled: false };
    const shown = shownIds(ran, ids);
    const headers = {
      ...ofDesk(shown.desk),
      ...rateLimitHeaders(limited === undefined ? state : { ...state, remaining: 0 }),
      "request-id": shown.persona,
      "persona-environment-id": world.environmentId,
      "persona-organization-id": world.organization.id,
    };
    return { ...ran, headers };
  };

  const runDesk = (incoming: Incoming, life: Life, ids: RequestIds, replayed: boolean) => {
    if (standsFor !== "gateway") throw notFound();
    return answerDesk(incoming, life, { permissions, environment: options.deskEnvironment }, ids.desk, replayed);
  };

  const answerElsewhere = (incoming: Incoming, life: Life, fault: Refusal | undefined): Dispatched => {
    const ids = lastingRequestIds(life);
    const run = (call: Incoming) => runDesk(call, life, ids, false);
    if (isControl(incoming) && !isColleague(incoming)) {
      return { answer: answerControl(incoming, life, controls), headers: {}, journaled: isJournaled(incoming) };
    }
    if (fault !== undefined) throw fault;
    const { result: ran, fates } = deskCalls.run(undefined, () =>
      isColleague(incoming) ? asColleague(incoming, life, run) : run(incoming),
    );
    // What was asked of Persona is told to a reload as well.
    return { ...ran, journaled: ran.journaled || fates.length > 0, fates, headers: ofDesk(shownIds(ran, ids).desk) };
  };

  return {
    answer(incoming, life, fault) {
      try {
        if (standsFor === "gateway" && hasEnded(life.session, life.clock.now())) life.role = undefined;
        if (isActivity(incoming)) life.session.activeAt = life.clock.now();
        return isApi(incoming) ? answerPersona(incoming, life, fault) : answerElsewhere(incoming, life, fault);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { answer: refused(error), headers: isControl(incoming) ? {} : ofDesk(requestId("dr_")), journaled: false };
      }
    },
    settle: (life, known) => deskCalls.run(known, () => (known === undefined ? life.settle() : life.settleWorlds())).fates,
    replay(incoming, life, as = options.environment, fates) {
      const { result } = deskCalls.run(fates, () => {
        life.settleWorlds();
        const ids = lastingRequestIds(life);
        if (isColleague(incoming)) return asColleague(incoming, life, (theirs) => runDesk(theirs, life, ids, true)).answer;
        if (isControl(incoming)) return answerControl(incoming, life, controls);
        return (isApi(incoming) ? runApi(incoming, life, as, ids) : runDesk(incoming, life, ids, true)).answer;
      });
      return result.status;
    },
    deskCalls,
  };
}

const keyless = () => badRequest("A write has to carry an Idempotency-Key");
const isApi = ({ path }: Incoming) => path.startsWith(`${apiRoot}/`);
const isControl = ({ path }: Incoming) => path.startsWith("/simulator/v1/");
/** Open screens read, claim and keep their claims by themselves: only other writes show that somebody is there. */
const isActivity = ({ method, path }: Incoming) => method !== "GET" && /^\/(api|desk)\/(?!v1\/claims\/)/.test(path);
const passingRequestIds = (): RequestIds => ({ persona: requestId(), desk: requestId("dr_") });
