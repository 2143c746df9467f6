import "./page-stub";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/**
 * The server under load, against the simulator with Persona's rate limit: people at work, and a flood of webhooks. Prints figures, and
 * fails when the desk did not keep what it promises. `npm run bench:server -- --only reviewers --reviewers 10 --seconds 20`
 */
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    reviewers: { type: "string", default: "50" },
    seconds: { type: "string", default: "120" },
    /** Seconds from one decision to the next, the shortest and the longest. */
    pace: { type: "string", default: "20-40" },
    instances: { type: "string", default: "2" },
    webhooks: { type: "string", default: "10000" },
    seed: { type: "string", default: "benchmark" },
    /** The server's bundle, to compare another one. */
    server: { type: "string", default: "dist-server/main.js" },
  },
});
const { only, seed, server: script } = values;
if (only !== undefined && only !== "reviewers" && only !== "webhooks") throw new Error("--only must be reviewers or webhooks");
const [, shortest, longest] = /^(\d+)-(\d+)$/.exec(values.pace) ?? [];
if (shortest === undefined || longest === undefined) throw new Error("--pace must be two numbers such as 20-40");

console.log(`${availableParallelism()} cores, Node ${process.version}`);
const outcomes: boolean[] = [];
if (only !== "webhooks") {
  const { benchReviewers } = await import("./reviewers");
  // built beside this program
  const personaScript = fileURLToPath(new URL("persona.js", import.meta.url));
  const [reviewers, seconds, instances] = [positive("reviewers"), positive("seconds"), positive("instances")];
  outcomes.push(
    await benchReviewers({ script, personaScript, seed, reviewers, seconds, instances, pace: [Number(shortest), Number(longest)] }),
  );
}
if (only !== "reviewers") {
  const { benchWebhooks } = await import("./webhooks");
  outcomes.push(await benchWebhooks({ script, seed, webhooks: positive("webhooks") }));
}
// a connection that somebody keeps open is no reason to stay
process.exit(outcomes.every(Boolean) ? 0 : 1);

function positive(name: "reviewers" | "seconds" | "instances" | "webhooks"): number {
  const number = Number(values[name]);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`--${name} must be a whole number above 0`);
}
