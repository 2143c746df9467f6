import { AsyncLocalStorage } from "node:async_hooks";
import { deskClient } from "@/api/desk-client";
import { client } from "@/api/generated/persona/client.gen";
import { createSpareCalls } from "@/api/spare-calls";
import { readProperty, readText } from "@/lib/read";
import { createSessions } from "@server/auth/sessions";
import type { Database } from "@server/db/database";
import { publicOrigin } from "./bench-desk";

/** Somebody signed in, at the instance their browser was sent to. */
export type Person = {
  readonly name: string;
  readonly cookie: string;
  readonly instanceUrl: string;
};

/** One request of a browser. */
export type SentRequest = {
  readonly method: string;
  readonly path: string;
  readonly startedAt: number;
  ms: number | undefined;
  /** Undefined while it is under way; `given up` when the application ended it, `lost` without an answer. */
  status: number | "given up" | "lost" | undefined;
};

/** Signs people in, as their browsers would have been. */
export async function signIn(db: Database, names: readonly string[], instanceUrls: readonly string[]): Promise<Person[]> {
  const sessions = createSessions({
    db,
    config: { session: { idleSeconds: 1_800, absoluteSeconds: 43_200, warnSeconds: 120, recheckSeconds: 600, uncheckedSeconds: 14_400 } },
    now: Date.now,
  });
  const people: Person[] = [];
  for (const [index, name] of names.entries()) {
    const identity = {
      issuer: "https://identity.example",
      subject: name,
      name,
      emailAddress: `${name}@desk.example`,
      role: "reviewer" as const,
    };
    const { cookieValue } = await db.transaction((transaction) => sessions.start(identity, undefined, transaction));
    // the remainder is inside the list
    people.push({ name, cookie: `__Host-desk=${cookieValue}`, instanceUrl: instanceUrls[index % instanceUrls.length]! });
  }
  return people;
}

/** Somebody who has a page open, and whom it was loaded for: that goes with each of their writes. */
export type Visitor = Person & {
  readonly userId: string;
  /** What their page knows of the calls that are left. */
  readonly spareCalls: ReturnType<typeof createSpareCalls>;
};

/** Asks the desk who somebody is, as their page does. @throws Error when nobody is signed in */
export async function atPage(person: Person): Promise<Visitor> {
  const headers = { cookie: person.cookie, "sec-fetch-site": "same-origin" };
  const response = await fetch(`${person.instanceUrl}/desk/v1/session`, { headers });
  const userId = readText(readProperty(readProperty(await response.json(), "user"), "id"));
  if (userId === undefined) throw new Error("Nobody is signed in");
  return { ...person, userId, spareCalls: createSpareCalls() };
}

const present = new AsyncLocalStorage<Visitor>();

/** Does something as a person: whatever the application asks for in it, at once or later, their browser sends. */
export const actAs = <T>(person: Visitor, work: () => Promise<T>): Promise<T> => present.run(person, work);

/** Lets the application's client send its requests as the browser of whoever is at it. @param sent is told of each */
export function sendAsBrowsers(sent: (request: SentRequest) => void): void {
  const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const person = present.getStore();
    if (person === undefined) throw new Error("Nobody is at this browser");
    const request = new Request(input, init);
    const { method, signal } = request;
    const { pathname, search } = new URL(request.url);
    const entry: SentRequest = { method, path: pathname, startedAt: performance.now(), ms: undefined, status: undefined };
    sent(entry);
    const headers = new Headers(request.headers);
    headers.set("cookie", person.cookie);
    headers.set("sec-fetch-site", "same-origin");
    if (method !== "GET") headers.set("origin", publicOrigin);
    // the application knows one page, and here are many
    if (headers.has("desk-person")) headers.set("desk-person", person.userId);
    try {
      const body = method === "GET" ? null : await request.text();
      const response = await fetch(person.instanceUrl + pathname + search, { method, headers, body, signal });
      const text = await response.text();
      entry.status = response.status;
      person.spareCalls.note(response.headers);
      return new Response(response.status === 204 ? null : text, { status: response.status, headers: response.headers });
    } catch (error) {
      entry.status = signal.aborted ? "given up" : "lost";
      throw error;
    } finally {
      entry.ms = performance.now() - entry.startedAt;
    }
  };
  for (const each of [client, deskClient]) each.setConfig({ fetch: send });
}

/** A person's event stream, as it comes. */
export const openEvents = ({ instanceUrl, cookie }: Person, signal: AbortSignal): Promise<Response> =>
  fetch(`${instanceUrl}/desk/v1/events`, { headers: { cookie, "sec-fetch-site": "same-origin", accept: "text/event-stream" }, signal });
