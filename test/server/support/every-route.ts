import type { Hono } from "hono";
import type { DeskEnv } from "@server/http/context";
import { operations } from "@server/persona/operations.gen";

export type Route = {
  readonly method: string;
  /** With values in the place of parameters. */
  readonly path: string;
};

/** Stands where a pattern takes anything. */
const samples: Readonly<Record<string, string>> = {
  inquiryId: "inq_1",
  settingKey: "sla",
  referenceId: "usr_1",
};

/**
 * Every route that an app answers: out of its own table, so that a new one is there by itself, and every operation of Persona's behind
 * the proxy. What is for any method, such as the answer to unknown addresses, is there as a POST.
 */
export function everyRoute(app: Hono<DeskEnv>): Route[] {
  const own = app.routes
    .filter(({ path }) => path !== "*" && path !== "/*")
    .map(({ method, path }) => ({
      method: method === "ALL" ? "POST" : method,
      path: path.replace("*", "nothing").replaceAll(/:(\w+)/g, (_, name: string) => samples[name] ?? "1"),
    }));
  const personas = operations.map(({ method, path }) => ({ method, path: `/api/v1${path.replaceAll(/\{\w+\}/g, "inq_1")}` }));
  const seen = new Set<string>();
  return [...own, ...personas].filter(({ method, path }) => {
    const route = `${method} ${path}`;
    return !seen.has(route) && seen.add(route);
  });
}
