import type { Actor } from "../world/core/actor";
import type { Environment, World } from "../world/core/world";
import type { Permission } from "./auth";
import type { BodySchema } from "./body";
import { decoded } from "./incoming";
import type { Page } from "./pagination";
import type { Query, QuerySpec } from "./query";
import type { RateLimitState } from "./rate-limit";

type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** The parts of a generated `…Data` type that shape a route. */
type OperationData = {
  body?: unknown;
  path?: unknown;
  url: string;
};

/** What a handler is given: everything parsed, checked and allowed. */
type Call<Path = unknown, Body = unknown> = {
  readonly world: World;
  readonly actor: Actor;
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly rateLimit: RateLimitState;
};

/**
 * What a handler gives back. Included objects, sparse fields, links, the casing of keys and the headers are added later, the
 * same way for every operation.
 */
export type Reply<Content = unknown> =
  | ({ readonly data: PartOf<Content, "data">; readonly status?: number } & MetaOf<Content>)
  | { readonly page: Page<ItemOf<PartOf<Content, "data">>>; readonly sizeInLinks?: boolean }
  | { readonly pdf: readonly string[] };

type PartOf<Content, Key extends string> = Content extends Record<Key, infer Part> ? Part : unknown;
type MetaOf<Content> = Content extends { meta: infer Meta } ? { readonly meta: Meta } : { readonly meta?: undefined };
type ItemOf<Data> = Data extends readonly (infer Item)[] ? Item : unknown;

type RouteBase = {
  /** The operationId of the contract. */
  readonly operation: string;
  readonly method: Method;
  readonly query: QuerySpec;
  readonly permission: Permission | undefined;
  /** Where the operation is refused although the key is good (Persona docs: Environments). */
  readonly refusedIn: Environment | undefined;
  /** True for POSTs that only read, such as search. */
  readonly safe: boolean;
  readonly status: number;
};

/** A route as the pipeline uses it: types erased, pattern compiled. */
export type Route = RouteBase & {
  readonly path: string;
  readonly pattern: RegExp;
  readonly body: BodySchema<unknown> | undefined;
  readonly handle: (call: Call) => Reply;
};

type Options<Data extends OperationData, Responses> = Pick<RouteBase, "operation" | "method"> &
  Partial<RouteBase> & {
    readonly path: Data["url"];
    readonly body?: BodySchema<NonNullable<Data["body"]>>;
    readonly handle: (call: Call<Data["path"], NonNullable<Data["body"]>>) => Reply<Responses[keyof Responses]>;
  };

/**
 * One operation of the contract. `Data` and `Responses` are its generated types: they fix the path, the parameters, the body
 * and what may be answered.
 */
export function defineRoute<Data extends OperationData, Responses>(options: Options<Data, Responses>): Route {
  return {
    query: {},
    permission: undefined,
    refusedIn: undefined,
    safe: options.method === "GET",
    status: 200,
    ...options,
    pattern: compile(options.path),
    body: options.body,
    // The pipeline calls it with the path and the body it validated by this very route.
    handle: options.handle as (call: Call) => Reply,
  };
}

/** The path parameters of a request to a route; undefined when it goes elsewhere. */
export function matchPath(route: Pick<Route, "pattern">, path: string): Record<string, string> | undefined {
  const match = route.pattern.exec(path);
  if (match === null) return undefined;
  return Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, decoded(value)]));
}

/** `/inquiries/{inquiryId}/approve` as an expression with one named group per parameter. */
export function compile(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
}
