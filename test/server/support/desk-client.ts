import { Hono } from "hono";
import { expect } from "vitest";
import type { Role } from "@/domain/viewer";
import type { DeskEnv, SignedIn } from "@server/http/context";
import { errorAnswer } from "@server/http/error-answer";
import type { Push, Pushes } from "@server/push/push";
import { type DeskAnswer, readDeskAnswer } from "@test/contract/desk-validator";

/** Somebody signed in, told apart by name. */
export function person(name: string, role: Role): SignedIn {
  return { sessionId: `session-${name}`, role, user: { id: `user-${name}`, name, emailAddress: `${name}@desk.example` } };
}

export type DeskCall = (method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<DeskAnswer>;

/** Calls routes as this person, behind nothing but the error handler, and holds every answer against the contract. */
export function deskClient(routes: Hono<DeskEnv>, as: SignedIn): DeskCall {
  const app = new Hono<DeskEnv>();
  app.use(async (c, next) => {
    c.set("requestId", "dr_test");
    c.set("person", as);
    await next();
  });
  app.route("/", routes);
  app.onError(errorAnswer);
  return async (method, path, body, headers = {}) => {
    const json =
      body === undefined ? { headers } : { body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } };
    const answer = await readDeskAnswer(method, path, await app.request(`https://desk.example${path}`, { method, ...json }));
    expect(answer.problems).toEqual([]);
    return answer;
  };
}

/** Pushes that only remember. */
export function recordedPushes(): Pushes & { readonly all: Push[]; ofType(type: string): string[] } {
  const all: Push[] = [];
  return {
    all,
    publish: async (push) => void all.push(push),
    ofType: (type) => all.filter(({ change }) => change.type === type).map(({ change }) => change.id),
  };
}

/** The details of the first error of an answer. */
export function detailsOf({ body }: DeskAnswer): string {
  return (body as { errors: { details: string }[] }).errors[0]?.details ?? "";
}
