import { parseArgs } from "node:util";
import { startMockApi } from "./http-server";
import { scenarioOf } from "../scenarios";

/**
 * The simulator as a server for this machine alone:
 * `npm run mock-api -- --port 4010 --scenario large --webhook-url http://127.0.0.1:8080/webhooks/persona --webhook-secret whsec_1`.
 */
const { values } = parseArgs({
  options: {
    /** 0 takes any that is free. */
    port: { type: "string", default: "4010" },
    scenario: { type: "string", default: "default" },
    seed: { type: "string" },
    clock: { type: "string", default: "real" },
    /** Where files are said to be; ends with a slash. */
    "files-base": { type: "string" },
    /** Calls a minute. */
    "rate-limit": { type: "string", default: "300" },
    "webhook-url": { type: "string" },
    /** Twice while one is being replaced. */
    "webhook-secret": { type: "string", multiple: true },
    /** Seconds before each further attempt, comma-separated; Persona's when left out. */
    "webhook-retries": { type: "string" },
    /** Lets a Sandbox key list templates and user audit logs, which Persona does in Production only. */
    "whole-sandbox": { type: "boolean", default: false },
    quiet: { type: "boolean", default: false },
  },
});
const { clock, seed, "files-base": filesBase, "webhook-url": webhookUrl, "webhook-secret": secrets, "webhook-retries": retries } = values;
const port = wholeNumber("port", values.port, 0, 65_535);
if (clock !== "real" && clock !== "manual") throw new Error(`--clock must be real or manual, not ${clock}`);
if (webhookUrl !== undefined && secrets === undefined) throw new Error("--webhook-url needs a --webhook-secret");
if (filesBase !== undefined && !(URL.canParse(filesBase) && filesBase.endsWith("/"))) {
  throw new Error("--files-base must be an absolute address that ends with a slash");
}

const api = await startMockApi({
  port,
  clock,
  seed,
  sandboxLimits: !values["whole-sandbox"],
  filesBase,
  scenario: scenarioOf(values.scenario),
  rateLimit: wholeNumber("rate-limit", values["rate-limit"], 1, 1_000_000),
  ...(webhookUrl !== undefined && {
    webhooks: {
      url: webhookUrl,
      secrets: secrets ?? [],
      retryAfterMs: retries?.split(",").map((text) => wholeNumber("webhook-retries", text, 1, 1_000_000) * 1000),
    },
  }),
});
if (!values.quiet) console.log(`Simulated Persona API: ${api.url}/api/v1 (any key persona_sandbox_… or persona_production_…)`);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void api.close());

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (text !== "" && Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`--${name} must be a number from ${least} to ${most}, not ${text}`);
}
