// `npm run dev:persona`: the server itself, as a company runs it, behind Vite's development server with hot reload. The browser sees one
// address; what the pages ask of the server goes through Vite. The key stays on the server's side. A change of the server's code builds and
// starts it anew. PORT names another port than 5173; every variable of the server may be set, here or in `.env.local`.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createServer as createSocketServer } from "node:net";
import { fileURLToPath } from "node:url";
import { build, createServer, loadEnv } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = "node_modules/.cache/dev-persona";
const port = Number(process.env.PORT ?? 5173);
const origin = `http://127.0.0.1:${port}`;
/** What the server answers; everything else is the application's, which Vite serves. */
const serverPaths = "^/(api|desk|auth|partner|webhooks|healthz|readyz)(/|\\?|$)";

const given = loadEnv("development", root, "");
/** Secrets may be given as files. */
const isGiven = (name) => Boolean(given[name] || given[`${name}_FILE`]);
const serverPort = await freePort();
const env = {
  SIGN_IN: "development",
  METRICS_PORT: "off",
  LOG_LEVEL: "warn",
  DRAIN_SECONDS: "0",
  STOP_SECONDS: "1",
  ...(isGiven("DATABASE_URL") ? {} : { DATABASE_DIRECTORY: `${cache}/data` }),
  ...(["PERSONA_WEBHOOK_SECRET", "PERSONA_WEBHOOK_SECRETS"].some(isGiven)
    ? {}
    : { PERSONA_WEBHOOK_SECRETS: `wbhsec_${randomBytes(16).toString("hex")}` }),
  ...given,
  // what pages say they come from, and what cookies belong to, is the address in the browser
  PUBLIC_URL: origin,
  HOST: "127.0.0.1",
  PORT: String(serverPort),
};

let child;
let vite;
let stopping = false;

const watcher = await build({
  root,
  configFile: "vite.server.config.ts",
  mode: "development",
  logLevel: "warn",
  build: { outDir: `${cache}/server`, watch: {} },
});
/** One start after the other, whatever is saved meanwhile. */
let turn = Promise.resolve();
watcher.on("event", (event) => {
  if (event.code === "BUNDLE_END") turn = turn.then(restart).catch(giveUp);
  if (event.code === "BUNDLE_END" || event.code === "ERROR") event.result?.close();
  if (event.code === "ERROR") console.error(event.error.message);
});
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void stop(0));

async function restart() {
  await end(child);
  if (stopping) return;
  const started = await start();
  if (started && vite) {
    console.log("The server is built and started anew.");
  } else if (started) {
    await openVite();
  }
  // the server has said what is missing or wrong; a later start waits for the next change
  else if (!vite) {
    if (!isGiven("PERSONA_API_KEY") || given.PERSONA_API_KEY?.startsWith("persona_production_")) {
      console.error("npm run dev:persona lets you pick who to be, so it takes a sandbox key: see docs/developing.md.");
    }
    await stop(1);
  }
}

/** Leaves nothing of what was started behind when the rest can't be. */
async function giveUp(error) {
  console.error(error.message);
  await stop(1);
}

/** Starts the server that was built. Resolves with whether it came to listen. */
function start() {
  const server = spawn(process.execPath, [`${cache}/server/main.js`], { cwd: root, stdio: ["ignore", "pipe", "inherit"], env });
  child = server;
  return new Promise((resolve) => {
    server.once("exit", () => resolve(false));
    server.stdout.setEncoding("utf8");
    server.stdout.on("data", (text) => {
      if (/ is listening on /.test(text)) resolve(true);
      else process.stdout.write(text);
    });
  });
}

async function openVite() {
  vite = await createServer({
    root,
    server: {
      host: "127.0.0.1",
      port,
      // no other site's page reads what is served here; requests under another host name are refused by Vite itself
      cors: false,
      proxy: { [serverPaths]: { target: `http://127.0.0.1:${serverPort}` } },
    },
  });
  await vite.listen().catch((error) => {
    throw new Error(`${error.message}. PORT names another one.`);
  });
  console.log(`Inquiry Desk: ${origin}`);
}

/** Ends a server and waits until it is gone: the next one takes its port and its database. */
async function end(server) {
  if (server?.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => void server.once("exit", resolve));
  server.kill("SIGTERM");
  await gone;
}

async function stop(code) {
  if (stopping) return;
  stopping = true;
  await Promise.all([watcher.close(), vite?.close(), end(child)]);
  process.exit(code);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const socket = createSocketServer();
    socket.once("error", reject);
    socket.listen(0, "127.0.0.1", () => {
      const { port: free } = socket.address();
      socket.close(() => resolve(free));
    });
  });
}
