import type { ResourceIdentifier } from "@/api/generated/persona/types.gen";
import { type Answer, jsonAnswer } from "./answer";
import type { Reply, Route } from "./define-route";
import { included, type Linked } from "./include";
import { type Inflection, inflect } from "./inflection";
import { pageLinks } from "./pagination";
import { pdf } from "./pdf";
import type { Query } from "./query";
import { withSparseFields } from "./sparse-fields";

type Asked = {
  readonly route: Route;
  readonly query: Query;
  readonly inflection: Inflection;
  /** Where the request went, prefix included, for the links of a list. */
  readonly url: { readonly path: string; readonly search: URLSearchParams };
  readonly find: (reference: ResourceIdentifier) => Linked | undefined;
};

/** Turns what a handler replied into the answer the caller asked for. @throws Refusal 400 on an include that cannot be. */
export function respond(reply: Reply, asked: Asked): Answer {
  if ("pdf" in reply) return { status: 200, contentType: "application/pdf", body: pdf(reply.pdf) };
  const { route, query, inflection } = asked;
  if ("page" in reply) {
    const links = pageLinks(reply.page, asked.url, reply.sizeInLinks ? reply.page.size : undefined);
    // What a list holds is resources; the types of the route say so.
    const rows = reply.page.rows as readonly Linked[];
    return jsonAnswer(route.status, inCasing({ data: trimmed(rows, query), ...alongWith(rows, asked), links }, inflection));
  }
  // Whatever has `data` is a resource or a list of them; the types of the route say so.
  const data = reply.data as Linked | readonly Linked[];
  const body = {
    data: trimmed(data, query),
    ...alongWith([data].flat(), asked),
    ...(reply.meta !== undefined && { meta: reply.meta }),
  };
  return jsonAnswer(reply.status ?? route.status, inCasing(body, inflection));
}

/** What was asked to come along; nothing where nothing was asked for. */
function alongWith(rows: readonly Linked[], { query, find }: Asked): { included?: unknown } {
  return query.include.length === 0 ? {} : { included: trimmed(included(rows, query.include, find), query) };
}

function trimmed(data: unknown, query: Query): unknown {
  if (query.fields.size === 0) return data;
  if (Array.isArray(data)) return data.map((item) => trimmed(item, query));
  return withSparseFields(data as Linked, query.fields);
}

/** The world's names are camelCase already, the casing that this application asks for. */
const inCasing = (body: unknown, inflection: Inflection) => (inflection === "camel" ? body : inflect(body, inflection));
