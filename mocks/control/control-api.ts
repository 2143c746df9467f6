import * as z from "zod/mini";
import type { DeskHealth } from "@/api/generated/desk/types.gen";
import { type Answer, jsonAnswer } from "../http/answer";
import { parseBody } from "../http/body";
import type { Faults } from "../http/faults";
import type { Incoming } from "../http/incoming";
import { refusalsAnswered } from "../http/errors";
import type { RequestLog } from "../http/request-log";
import { isRole } from "../desk/people";
import type { Life } from "../life";
import { scenarios } from "../scenarios";
import { badRequest, notFound } from "../world/core/refusal";
import { iso, second } from "../world/core/time";
import type { Environment, World } from "../world/core/world";
import { endUserStep } from "./end-user-steps";

/** What the control API reaches besides the world. */
export type Controls = {
  /** Undefined where no webhooks are sent. */
  readonly webhooks: WebhookControls | undefined;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly environment: Environment;
  /** Says what the desk's database can do from now on: pages show it, and everything goes on working. */
  health(health: DeskHealth): void;
  reset(origin: { seed?: string; scenario?: string }): Life;
};

/** How webhooks are to misbehave from now on; what is not named stays as it is. */
export type Misbehaviour = {
  /** How often each is sent. */
  readonly copies?: number | undefined;
  readonly shuffle?: boolean | undefined;
  /** Nothing is sent while it is true. */
  readonly pause?: boolean | undefined;
};

export type WebhookControls = {
  misbehave(how: Misbehaviour): void;
  counts(): Readonly<Record<string, number>>;
};

const misbehaviourBody = z.strictObject({
  duplicate: z.optional(z.boolean()),
  shuffle: z.optional(z.boolean()),
  pause: z.optional(z.boolean()),
});
const faultBody = z.strictObject({
  operation: z.optional(z.string()),
  status: z.optional(z.union([z.int().check(z.minimum(400), z.maximum(599)), z.literal("network")])),
  times: z.optional(z.int().check(z.minimum(1))),
  delayMs: z.optional(z.int().check(z.minimum(0))),
  when: z.optional(z.enum(["before", "after"])),
});
/** With `life` the session ends by itself. */
const signInBody = z.strictObject({
  role: z.nullable(z.string()),
  life: z.optional(z.strictObject({ idleSeconds: z.number(), absoluteSeconds: z.number(), warnSeconds: z.int() })),
});
const healthBody = z.strictObject({
  database: z._default(z.enum(["ok", "unreachable", "takes-no-changes"]), "ok"),
  audit: z._default(z.enum(["ok", "cannot-be-written"]), "ok"),
  liveUpdates: z._default(z.enum(["ok", "off"]), "ok"),
});
const advanceBody = z.strictObject({ seconds: z.number().check(z.minimum(0)) });
const resetBody = z.strictObject({ seed: z.optional(z.string()), scenario: z.optional(z.enum(scenarios)) });

/** Requests that change the world or who is signed in, and so belong into the journal. */
export const isJournaled = ({ method, path }: Pick<Incoming, "method" | "path">): boolean =>
  method === "POST" && /^\/simulator\/v1\/(clock\/advance$|sign-in$|end-user\/)/.test(path);

/** The simulator's own API, outside Persona's paths: for tests and for the demo. Everything answers JSON. */
export function answerControl(incoming: Incoming, life: Life, controls: Controls): Answer {
  const { method, path, body } = incoming;
  const action = `${method} ${path.slice("/simulator/v1/".length)}`;
  return refusalsAnswered(() => {
    switch (action) {
      case "GET clock":
        return clockAnswer(life.clock.now());
      case "POST clock/advance": {
        // The request itself stands at one instant, so the clock shows its new time only afterwards.
        const ms = parseBody(body, advanceBody).seconds * second;
        life.clock.advance(ms);
        return clockAnswer(life.clock.now() + ms);
      }
      case "GET requests":
        return jsonAnswer(200, { data: controls.requests.entries() });
      case "DELETE requests":
        controls.requests.clear();
        return jsonAnswer(200, { data: [] });
      case "POST faults":
        controls.faults.add(parseBody(body, faultBody));
        return jsonAnswer(201, {});
      case "DELETE faults":
        controls.faults.clear();
        return jsonAnswer(200, {});
      case "POST health": {
        const health = parseBody(body, healthBody);
        controls.health(health);
        return jsonAnswer(200, health);
      }
      case "POST sign-in": {
        const { role, life: limits } = parseBody(body, signInBody);
        if (role !== null && !isRole(role)) throw badRequest("role is not one of the desk");
        life.signIn(role ?? undefined, limits);
        return jsonAnswer(200, { role });
      }
      case "GET webhooks":
        return jsonAnswer(200, webhooksOf(controls).counts());
      case "POST webhooks": {
        const { duplicate, shuffle, pause } = parseBody(body, misbehaviourBody);
        webhooksOf(controls).misbehave({ copies: duplicate === undefined ? undefined : duplicate ? 2 : 1, shuffle, pause });
        return jsonAnswer(200, webhooksOf(controls).counts());
      }
      case "POST reset":
        return clockAnswer(controls.reset(parseBody(body, resetBody)).clock.now());
      default:
        if (!action.startsWith("POST end-user/")) throw notFound();
        return jsonAnswer(200, endUserStep(worldOf(incoming, life, controls), action.slice("POST end-user/".length), body));
    }
  });
}

function webhooksOf({ webhooks }: Controls): WebhookControls {
  if (webhooks === undefined) throw notFound();
  return webhooks;
}

/** `?environment=sandbox` names another environment than the usual one. */
function worldOf({ search }: Incoming, life: Life, controls: Controls): World {
  const environment = search.get("environment") ?? controls.environment;
  if (environment !== "production" && environment !== "sandbox") throw badRequest("environment must be one of production, sandbox");
  return life.api(environment).world;
}

const clockAnswer = (now: number): Answer => jsonAnswer(200, { now: iso(now) });
