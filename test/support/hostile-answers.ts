import { http } from "msw";
import { onTestFinished } from "vitest";
import { isRecord } from "@/lib/read";
import { server, simulator } from "@mocks/doors/node";

/** An answer, or a part of one, in whatever shape. */
export type Json = unknown;
/** Makes an answer what it should not be. Takes a body and gives a new one; the one taken stays as it is. */
export type Spoil = (body: Json) => Json;
type Fields = Record<string, Json>;

/** What the simulator answers: the same in every test, and growing its world takes longer than the page, so each thing is asked once. */
const answers = new Map<string, { body: Json; headers: Headers }>();

/** A few rows of a list tell as much as a hundred. */
const firstFew = (part: Json, key: string): Json => (key === "data" && Array.isArray(part) ? part.slice(0, 8) : part);

async function answerTo(request: Request) {
  const known = answers.get(request.url);
  if (known && request.method === "GET") return known;
  const answer = await simulator().handle(request);
  if (!answer?.ok) throw new Error(`${request.url} was answered with ${answer?.status}`);
  const fresh = { body: mapped(await answer.json(), firstFew), headers: answer.headers };
  if (request.method === "GET") answers.set(request.url, fresh);
  return fresh;
}

/**
 * Stands between the desk and the simulator for the rest of the test and makes something else of every answer of Persona's; the desk's
 * own session stays as it is. Only here are answers touched on their way: no operation of the simulator gives answers like these, since
 * it keeps to the contract.
 */
export function spoilAnswers(spoil: Spoil): void {
  server.use(
    http.get("*/desk/v1/session", async ({ request }) => Response.json((await answerTo(request)).body)),
    http.all("*/api/v1/*", async ({ request }) => {
      const { body, headers } = await answerTo(request);
      return Response.json(spoil(body), { headers });
    }),
  );
  onTestFinished(() => server.resetHandlers());
}

const mapped = (object: Json, change: (value: Json, key: string) => Json): Json =>
  isRecord(object) ? Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)])) : object;

/** Makes something else of every resource of an answer: those asked for, and those that came along. */
export const eachResource =
  (change: (resource: Fields) => Json): Spoil =>
  (body) =>
    mapped(body, (part, key) => {
      if (key !== "data" && key !== "included") return part;
      const of = (resource: Json) => (isRecord(resource) ? change(resource) : resource);
      return Array.isArray(part) ? part.map(of) : of(part);
    });

/** What `rewritten` leaves out. */
export const dropped = Symbol("dropped");

/** A copy in which every value, from the outside in, is what `change` makes of it; what it leaves as it is, is gone into. */
export function rewritten(value: Json, change: (value: Json, key: string) => Json, key = ""): Json {
  const changed = change(value, key);
  if (changed !== value) return changed;
  if (Array.isArray(value)) return value.map((item) => rewritten(item, change, key)).filter((item) => item !== dropped);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => [name, rewritten(inner, change, name)])
      .filter(([, inner]) => inner !== dropped),
  );
}

/** Changes the attributes of every resource, however deep; types, IDs and relationships stay, so the page knows what it is about. */
export const eachAttribute = (change: (value: Json, key: string) => Json): Spoil =>
  eachResource(({ attributes, ...rest }) => ({
    ...rest,
    attributes: mapped(attributes, (value, key) => kept(rewritten(value, change, key))),
  }));

const kept = (value: Json) => (value === dropped ? undefined : value);

/** Changes every text among the attributes. */
export const eachText = (change: (text: string, key: string) => Json): Spoil =>
  eachAttribute((value, key) => (typeof value === "string" ? change(value, key) : value));

/** Changes the relationships of every resource. */
export const eachRelationship = (change: (relationship: Json) => Json): Spoil =>
  eachResource(({ relationships, ...rest }) => ({ ...rest, relationships: mapped(relationships, change) }));

/** Changes the first resource asked for and leaves the others, for what would be too much in all of them. */
export const firstResource =
  (change: Spoil): Spoil =>
  (body) =>
    mapped(body, (part, key) => {
      if (key !== "data") return part;
      return Array.isArray(part)
        ? part.map((resource: Json, index) => (index === 0 ? unwrapped(change, resource) : resource))
        : unwrapped(change, part);
    });

function unwrapped(change: Spoil, resource: Json): Json {
  const spoilt = change({ data: resource });
  return isRecord(spoilt) ? spoilt["data"] : spoilt;
}

/** Changes the keys inside `attributes.fields`, which Persona leaves as the customer wrote them. */
export const eachFieldKey = (change: (key: string) => string): Spoil =>
  eachAttribute((value, key) =>
    key === "fields" && isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, field]) => [change(name), field])) : value,
  );
