import type { DeskEnvironment } from "@/api/generated/desk/types.gen";
import { type Answer, jsonAnswer } from "../http/answer";
import { matchPath } from "../http/define-route";
import { refusalsAnswered, unauthenticated } from "../http/errors";
import type { Incoming } from "../http/incoming";
import { forbidden, notFound } from "../world/core/refusal";
import type { DeskLife } from "./desk-life";
import type { DeskRoute } from "./desk-route";
import { refuseOtherPerson } from "./page-person";
import { personOf } from "./people";
import type { Person } from "./person";
import { deskRoutes } from "./routes";
import { deskSession } from "./session";

/** What the server side of the desk is told about Persona. */
export type DeskSettings = {
  readonly permissions: readonly string[];
  readonly environment: DeskEnvironment;
};

/** The event stream is no answer and is given by the simulator itself. */
export const isEventStream = ({ method, path }: Incoming): boolean => method === "GET" && path === "/desk/v1/events";

/** The operation of the desk's own API a request is, by its operationId. */
export function deskOperationOf(incoming: Incoming): string | undefined {
  if (isSession(incoming)) return "retrieve-desk-session";
  return isEventStream(incoming) ? "stream-desk-events" : findDeskRoute(incoming)?.route.operation;
}

/** Every operation of the desk's own API, by its operationId. */
export const deskOperations: readonly string[] = [
  "retrieve-desk-session",
  "stream-desk-events",
  ...deskRoutes.map(({ operation }) => operation),
];

/** Who is signed in. @throws Refusal 401 when nobody is */
export function personAt(life: DeskLife): Person {
  if (life.role === undefined) throw unauthenticated("Nobody is signed in");
  return { ...personOf(life.desk().world, life.role), role: life.role };
}

/**
 * Answers a call of the desk's own API as its server side does.
 * @param replayed true for a call out of the journal
 * @returns the answer, and whether anything has changed that a reload has to bring back
 * @throws Refusal for what comes before any operation: nobody is signed in, the call is not the application's, there is no such operation
 */
export function answerDesk(
  incoming: Incoming,
  life: DeskLife,
  settings: DeskSettings,
  requestId: string,
  replayed: boolean,
): { answer: Answer; journaled: boolean } {
  const person = personAt(life);
  const desk = life.desk();
  if (isSession(incoming)) {
    const session = deskSession({ ...settings, role: person.role, session: life.session, world: desk.world });
    return { answer: jsonAnswer(200, session), journaled: false };
  }
  if (incoming.method !== "GET" && !replayed && incoming.headers.get("desk-client") !== "web") {
    throw forbidden("The request did not come from the application");
  }
  const found = findDeskRoute(incoming);
  if (found === undefined) throw notFound();
  if (incoming.method !== "GET" && !replayed) refuseOtherPerson(incoming.headers, person, found.route.namesPerson);
  const before = desk.revision;
  const answer = refusalsAnswered(() =>
    desk.world.perform(() =>
      found.route.handle({
        operation: found.route.operation,
        desk,
        life,
        person,
        path: found.path,
        url: { path: incoming.path, search: incoming.search },
        headers: incoming.headers,
        body: incoming.body,
        requestId,
        now: desk.world.clock.now(),
        replayed,
      }),
    ),
  );
  return { answer, journaled: desk.revision !== before };
}

const isSession = ({ method, path }: Incoming) => method === "GET" && path === "/desk/v1/session";

function findDeskRoute({ method, path }: Incoming): { route: DeskRoute; path: Record<string, string> } | undefined {
  for (const route of deskRoutes) {
    const params = route.method === method ? matchPath(route, path) : undefined;
    if (params !== undefined) return { route, path: params };
  }
  return undefined;
}
