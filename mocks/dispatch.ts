import type { DeskEnvironment } from "@/api/generated/desk/types.gen";
import { answerControl, type Controls, isJournaled } from "./control/control-api";
import { personOf } from "./desk/people";
import { refusalOf } from "./desk/roles";
import { deskSession } from "./desk/session";
import { routes } from "./handlers/routes";
import { type Answer, jsonAnswer } from "./http/answer";
import { environmentOfKey, type Permission } from "./http/auth";
import { refused, unauthenticated } from "./http/errors";
import type { Incoming } from "./http/incoming";
import { answerApi, type Caller, findRoute } from "./http/pipeline";
import { createRateLimit, type RateLimit, rateLimitExceeded, rateLimitHeaders } from "./http/rate-limit";
import { requestId } from "./http/request-ids";
import type { Life } from "./life";
import type { Actor } from "./world/actor";
import { notFound, Refusal } from "./world/refusal";
import type { Environment, World } from "./world/world";

const API = "/api/v1";
const NOBODY = "Nobody is signed in";

export interface DispatchOptions {
  /** `persona` demands an API key; `gateway` stands for the desk's server side, which holds the key and knows who is signed in. */
  readonly door: "persona" | "gateway";
  /** The environment of the gateway's key. */
  readonly environment: Environment;
  /** What the desk is told about it. */
  readonly deskEnvironment: DeskEnvironment;
  readonly permissions: readonly Permission[];
  readonly rateLimit: number;
  readonly controls: Controls;
}

/** An answer, and what has to be known of it. */
export interface Dispatched {
  readonly answer: Answer;
  readonly headers: Readonly<Record<string, string>>;
  /** True for a request that has to be replayed to get this world again. */
  readonly journaled: boolean;
  /** The environment it was for, as a replay has to know it. */
  readonly as?: Environment;
}

/** Which operation a request is, for the log and for faults. */
export function operationOf({ method, path }: Incoming): string | undefined {
  if (path === "/desk/v1/session") return "retrieveDeskSession";
  return path.startsWith(`${API}/`) ? findRoute(routes, method, path.slice(API.length))?.route.operation : undefined;
}

/** Answers requests against a life, at one instant each. */
export interface Dispatch {
  /** @param fault thrown in place of the operation */
  answer(incoming: Incoming, life: Life, fault?: Refusal): Dispatched;
  /** Does what a journaled request did. Returns the status it is answered now. */
  replay(incoming: Incoming, life: Life, as: Environment | undefined): number;
}

/** Sends requests where they belong: to Persona's API, the desk's, or the simulator's own. */
export function createDispatch(options: DispatchOptions): Dispatch {
  const { door, permissions, controls } = options;
  const limits = new Map<Environment, RateLimit>();

  const limitOf = (environment: Environment): RateLimit => {
    const limit = limits.get(environment) ?? createRateLimit(options.rateLimit);
    limits.set(environment, limit);
    return limit;
  };

  const callerOf = ({ role }: Life, world: World): Caller => {
    const actor: Actor = { type: "api", ...personOf(world, role) };
    return { actor, permissions, refuses: (route) => (door === "gateway" && role !== undefined ? refusalOf(role, route) : undefined) };
  };

  const runApi = (incoming: Incoming, life: Life, environment: Environment, fault?: Refusal) => {
    const path = incoming.path.slice(API.length);
    const found = findRoute(routes, incoming.method, path);
    const api = life.api(environment);
    const state = limitOf(environment).state(life.clock.now());
    const answer = answerApi({ ...incoming, path, prefix: API }, found, callerOf(life, api.world), api, state, fault);
    return { answer, journaled: found !== undefined && !found.route.safe && fault === undefined };
  };

  const answerPersona = (incoming: Incoming, life: Life, fault: Refusal | undefined): Dispatched => {
    const environment = door === "persona" ? environmentOfKey(incoming.headers) : options.environment;
    // What comes before Persona's own layers also leaves before them: no headers, nothing counted, nothing stored.
    if (door === "gateway" && life.role === undefined) throw unauthenticated(NOBODY);
    if (fault?.status === 401) throw fault;
    const { world } = life.api(environment);
    const state = limitOf(environment).count(life.clock.now());
    const limited = state.exceeded ? rateLimitExceeded(state.limit) : fault?.status === 429 ? fault : undefined;
    const headers = {
      ...rateLimitHeaders(limited === undefined ? state : { ...state, remaining: 0 }),
      "request-id": requestId(),
      "persona-environment-id": world.environmentId,
      "persona-organization-id": world.organization.id,
    };
    if (limited !== undefined) return { answer: refused(limited), headers, journaled: false };
    return { ...runApi(incoming, life, environment, fault), headers, as: environment };
  };

  const answerElsewhere = (incoming: Incoming, life: Life, fault: Refusal | undefined): Answer => {
    const { path } = incoming;
    if (path.startsWith("/simulator/v1/")) return answerControl(incoming, life, controls);
    if (fault !== undefined) throw fault;
    if (door !== "gateway" || incoming.method !== "GET" || path !== "/desk/v1/session") throw notFound();
    if (life.role === undefined) throw unauthenticated(NOBODY);
    const { world } = life.api(options.environment);
    return jsonAnswer(200, deskSession({ role: life.role, permissions, environment: options.deskEnvironment, world }));
  };

  return {
    answer(incoming, life, fault) {
      try {
        if (incoming.path.startsWith(`${API}/`)) return answerPersona(incoming, life, fault);
        return { answer: answerElsewhere(incoming, life, fault), headers: {}, journaled: isJournaled(incoming) };
      } catch (error) {
        if (error instanceof Refusal) return { answer: refused(error), headers: {}, journaled: false };
        throw error;
      }
    },
    replay(incoming, life, as = options.environment) {
      const isApi = incoming.path.startsWith(`${API}/`);
      return (isApi ? runApi(incoming, life, as).answer : answerElsewhere(incoming, life, undefined)).status;
    },
  };
}
