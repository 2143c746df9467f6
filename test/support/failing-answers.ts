import { http } from "msw";
import { onTestFinished } from "vitest";
import { isRecord } from "@/lib/read";
import { server, simulator } from "@mocks/doors/node";

const json = { "content-type": "application/json" };

/** The ways in which an answer fails to tell anything: refused, not there, too many calls, broken, cut on its way, no JSON at all. */
export const failures = {
  "403": () => Response.json({ errors: [{ title: "Forbidden" }] }, { status: 403 }),
  "404": () => Response.json({ errors: [{ title: "Record not found" }] }, { status: 404 }),
  "429": () => Response.json({ errors: [{ title: "Rate limit exceeded" }] }, { status: 429, headers: { "retry-after": "17" } }),
  "500": () => Response.json({ errors: [{ title: "Internal server error" }] }, { status: 500 }),
  "cut on its way": () => new Response('{"data":[{"type":"inquiry","id":"inq_', { headers: json }),
  "no JSON": () => new Response("<!doctype html><title>Gateway</title>", { headers: { "content-type": "text/html" } }),
} as const;
export type FailureKind = keyof typeof failures;
// the keys of an object literal are all there is in it
export const failureKinds = Object.keys(failures) as FailureKind[];

/** For the rest of the test, every answer from a path fails in one way. Whatever the method. @param path as msw reads it, e.g. the path of events below any host */
export function failAnswers(path: string, kind: FailureKind): { asked: () => number } {
  let asked = 0;
  server.use(
    http.all(path, () => {
      asked += 1;
      return failures[kind]();
    }),
  );
  onTestFinished(() => server.resetHandlers());
  return { asked: () => asked };
}

/** For the rest of the test, answers from a path say something else. @param change takes the body of an answer and gives a new one */
export function changeAnswers(path: string, change: (body: Record<string, unknown>) => unknown): void {
  server.use(
    http.get(path, async ({ request }) => {
      const answer = await simulator().handle(request);
      const body: unknown = await answer?.json();
      if (!answer?.ok || !isRecord(body)) throw new Error(`${request.url} was answered with ${answer?.status}`);
      return Response.json(change(body), { headers: answer.headers });
    }),
  );
  onTestFinished(() => server.resetHandlers());
}

/**
 * From now on answers from a path are on their way, until they may come: however slow the machine is, none is there before.
 * @returns lets them come, those asked for later at once
 */
export function holdAnswers(path: string): () => void {
  let arrive: () => void = () => undefined;
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  // answers nothing itself: the simulator does
  server.use(http.get(path, () => arrival));
  onTestFinished(() => {
    arrive();
    server.resetHandlers();
  });
  return () => arrive();
}
