import { expect, it } from "vitest";
import type { Database } from "../db/database";
import { healthRoutes } from "./health";

const database = (query: () => Promise<unknown[]>): Database => {
  const unused = () => Promise.reject(new Error("not asked for"));
  // rows of any shape: nobody looks at them
  return { kind: "postgres", query: query as Database["query"], transaction: unused, listen: unused, close: unused };
};
const works = database(() => Promise.resolve([{}]));
const isDown = database(() => Promise.reject(new Error("connect ECONNREFUSED 10.0.0.7:5432")));

it.each([
  ["with a database that answers", works, false, 200],
  ["without its database", isDown, false, 503],
  ["once it is stopping", works, true, 503],
] as const)("is ready %s: %#", async (_when, db, stopping, status) => {
  const answer = await healthRoutes({ db, stopping: stopping ? AbortSignal.abort() : new AbortController().signal }).request("/readyz");
  expect(answer.status).toBe(status);
  expect(await answer.text()).not.toContain("10.0.0.7");
});

it("is healthy as long as it answers: a restart would not bring the database back", async () => {
  expect((await healthRoutes({ db: isDown, stopping: AbortSignal.abort() }).request("/healthz")).status).toBe(200);
});
