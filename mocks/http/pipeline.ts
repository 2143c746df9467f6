import type { Actor } from "../world/core/actor";
import { badRequest, forbidden, notFound, type Refusal } from "../world/core/refusal";
import type { World } from "../world/core/world";
import type { Answer } from "./answer";
import type { Permission } from "./auth";
import { noBody, parseBody } from "./body";
import { matchPath, type Route } from "./define-route";
import { refusalsAnswered } from "./errors";
import type { Idempotency } from "./idempotency";
import { inflectionOf } from "./inflection";
import { parseQuery } from "./query";
import type { RateLimitState } from "./rate-limit";
import { respond } from "./respond";
import { versions } from "./versions";

/** A request to the API, its body already read: from here on everything happens at one instant. */
export type ApiRequest = {
  readonly method: string;
  /** Below the prefix: `/inquiries/inq_…`. */
  readonly path: string;
  readonly prefix: string;
  readonly search: URLSearchParams;
  readonly headers: Headers;
  readonly body: string;
};

/** Who calls, and what they may do. */
export type Caller = {
  readonly actor: Actor;
  readonly permissions: readonly Permission[];
  readonly sandboxLimits: boolean;
  /** Why the signed-in person may not do this, on top of what the key allows. */
  readonly refused: string | undefined;
};

/** One environment as the API serves it. */
export type Api = {
  readonly world: World;
  readonly idempotency: Idempotency;
};

/** The route a request goes to, with its path parameters. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | undefined {
  for (const route of routes) {
    const params = route.method === method ? matchPath(route, path) : undefined;
    if (params !== undefined) return { route, params };
  }
  return undefined;
}

/**
 * Answers one authenticated, counted request as Persona would, in Persona's order: may the caller do this, was it done before under
 * this Idempotency-Key, is the request well-formed, does the world allow it. Never throws for what a caller can do wrong.
 * @param fault thrown in place of the operation, inside the idempotency layer, which stores server errors too
 */
export function answerApi(
  request: ApiRequest,
  found: ReturnType<typeof findRoute>,
  caller: Caller,
  api: Api,
  rateLimit: RateLimitState,
  fault?: Refusal,
): Answer {
  return refusalsAnswered(() => {
    if (found === undefined) throw notFound();
    const { route } = found;
    authorize(route, caller, api.world);
    const act = () =>
      refusalsAnswered(() => {
        if (fault !== undefined) throw fault;
        return api.world.perform(() => run(request, found, caller, api.world, rateLimit));
      });
    const key = request.headers.get("idempotency-key");
    if (key === null || route.method !== "POST") return act();
    const url = `${request.path}?${request.search}`;
    return api.idempotency.run({ key, method: route.method, url, body: request.body }, api.world.clock.now(), act);
  });
}

function authorize(route: Route, caller: Caller, world: World): void {
  const isLimited = route.refusedIn === "sandbox" ? caller.sandboxLimits : true;
  if (route.refusedIn === world.environment && isLimited) {
    throw forbidden(`This endpoint is not available in the ${world.environment} environment`);
  }
  if (route.permission !== undefined && !caller.permissions.includes(route.permission)) {
    throw forbidden(`API key is missing the permission ${route.permission}`);
  }
  if (caller.refused !== undefined) throw forbidden(caller.refused);
}

function run(
  request: ApiRequest,
  { route, params }: NonNullable<ReturnType<typeof findRoute>>,
  caller: Caller,
  world: World,
  rateLimit: RateLimitState,
): Answer {
  const version = request.headers.get("persona-version");
  if (version !== null && !versions.includes(version)) throw badRequest(`Persona-Version ${version} is not one the simulator knows`);
  const inflection = inflectionOf(request.headers);
  if (inflection === undefined) throw badRequest("Key-Inflection must be one of kebab, camel, snake");
  const query = parseQuery(request.search, route.query);
  const body = route.method === "GET" ? {} : parseBody(request.body, route.body ?? noBody);
  const reply = route.handle({ world, actor: caller.actor, path: params, query, body, rateLimit });
  return respond(reply, {
    route,
    query,
    inflection,
    url: { path: request.prefix + request.path, search: request.search },
    find: (reference) => world.find(reference),
  });
}
