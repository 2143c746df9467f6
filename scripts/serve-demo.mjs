// `npm run serve:demo`: the server as a company runs it, with the simulator as Persona over HTTP, a database in memory, and a sign-in
// that lets one pick a demo user. Nothing to install, nothing to configure. PORT names another port than 8080; `-- --built` starts what was
// built before.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";

const port = Number(process.env.PORT ?? 8080);
const url = `http://127.0.0.1:${port}`;
const webhookSecret = `wbhsec_${randomBytes(16).toString("hex")}`;

/** Builds one part, silent when it is fine. */
function build(args) {
  const { status } = spawnSync("npx", ["--no-install", "vite", "build", "--logLevel", "warn", ...args], {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production" },
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}

const children = [];
let stopping = false;

/** Stops everything once one part ends, or the terminal says so. */
function stop(code) {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) child.kill("SIGTERM");
}

/** Starts a program of this project; resolves with the first match in what it prints. */
function start(script, args, env, pattern) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...env } });
  children.push(child);
  child.once("exit", (code) => stop(code ?? 0));
  return new Promise((resolve) => {
    let printed = "";
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (text) => {
      printed = (printed + text).slice(-4096);
      const match = pattern.exec(printed);
      if (match) resolve(match[1] ?? match[0]);
    });
  });
}

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop(0));

if (!process.argv.includes("--built")) {
  console.log("Building …");
  build([]);
  build(["--config", "vite.server.config.ts"]);
  build(["--config", "vite.mock-api.config.ts"]);
}

const personaUrl = await start(
  "dist-mock-api/server.js",
  ["--port", "0", "--whole-sandbox", "--webhook-url", `${url}/webhooks/persona`, "--webhook-secret", webhookSecret],
  {},
  /(http:\/\/127\.0\.0\.1:\d+)\/api\/v1/,
);
await start(
  "dist-server/main.js",
  [],
  {
    NODE_ENV: "production",
    PUBLIC_URL: url,
    PORT: String(port),
    METRICS_PORT: "off",
    SIGN_IN: "development",
    DATABASE_DIRECTORY: "memory",
    DESK_ENVIRONMENT: "demo",
    ORGANIZATION_NAME: "Hollis & Grey",
    PERSONA_API_URL: `${personaUrl}/api/v1`,
    PERSONA_API_KEY: "persona_sandbox_simulated",
    PERSONA_FILE_ORIGINS: personaUrl,
    PERSONA_WEBHOOK_SECRETS: webhookSecret,
    LOG_LEVEL: "warn",
    DRAIN_SECONDS: "0",
  },
  /listening/i,
);
console.log(`Inquiry Desk: ${url}`);
