import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "vite";
import { beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { describeOnDatabase } from "@test/server/support/databases";
import { startTcpProxy, targetOf } from "@test/server/support/tcp-proxy";
import { projectRoot } from "@test/support/source-files";

// below node_modules, so that it finds the packages
const folder = join(projectRoot, "node_modules/.cache/inquiry-desk/server-process");

/** A port that somebody has. */
async function takenPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  // listening on TCP, so it is no pipe's name
  return (server.address() as AddressInfo).port;
}

/** A failure of the program that nothing handles, whenever the process is sent this signal. */
const failing = "data:text/javascript,process.on('SIGUSR2',()=>{Promise.reject(new TypeError('mara@hollisgrey.example'))})";

/** Starts the server as a company does: a process of its own. */
function startProcess(databaseUrl: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", failing, join(folder, "dist-server/main.js")], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      PUBLIC_URL: "http://localhost:8080",
      SIGN_IN: "development",
      PORT: "0",
      METRICS_PORT: "off",
      PERSONA_API_URL: "http://127.0.0.1:9/api/v1",
      PERSONA_API_KEY: "persona_sandbox_1",
      PERSONA_WEBHOOK_SECRETS: "wbhsec_1",
      DATABASE_URL: databaseUrl,
      ...env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ended = once(child, "exit") as Promise<[code: number | null]>;
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return {
    ended: ended.then(([code]) => code),
    output: () => output,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Where it answers, once it does. */
    url: () =>
      vi.waitFor(
        () => {
          const [, port] = /listening on 127\.0\.0\.1:(\d+)/.exec(output) ?? [];
          if (port === undefined) throw new Error(`It does not listen: ${output}`);
          return `http://127.0.0.1:${port}`;
        },
        { timeout: 20_000 },
      ),
  };
}

beforeAll(async () => {
  await build({
    configFile: join(projectRoot, "vite.server.config.ts"),
    logLevel: "error",
    build: { outDir: join(folder, "dist-server") },
  });
  mkdirSync(join(folder, "dist"), { recursive: true });
  writeFileSync(join(folder, "dist/index.html"), "<!doctype html><title>Desk</title>");
});

describeOnDatabase("postgres", "the process", (fresh) => {
  it.each(["PORT", "METRICS_PORT"])("ends at once when %s is taken", async (name) => {
    const { url = "" } = await fresh();
    const server = startProcess(url, { [name]: String(await takenPort()) });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain("EADDRINUSE");
    expect(server.output()).not.toContain("Inquiry Desk is listening");
  });

  it("ends at once when its database is not there", async () => {
    const server = startProcess("postgres://desk:hidden@127.0.0.1:9/desk");
    expect(await server.ended).toBe(1);
    expect(server.output()).toMatch(/The database cannot be reached/);
    expect(server.output()).not.toContain("hidden");
  });

  it("goes on answering for a while after SIGTERM, not ready", async () => {
    const { url: databaseUrl = "" } = await fresh();
    const server = startProcess(databaseUrl, { DRAIN_SECONDS: "120" });
    const url = await server.url();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    server.kill("SIGTERM");
    const body = await vi.waitFor(async () => {
      const answer = await fetch(`${url}/readyz`);
      expect(answer.status).toBe(503);
      return answer.text();
    });
    expect(body).toBe("stopping\n");
    expect((await fetch(`${url}/healthz`)).headers.get("connection")).toBe("close");
  });

  it("says once that its database is away, and once that it works again", async () => {
    const { url: databaseUrl = "" } = await fresh();
    const network = await startTcpProxy(targetOf(databaseUrl));
    onTestFinished(() => network.close());
    const server = startProcess(network.through(databaseUrl));
    const url = await server.url();
    const asked = network.asked;
    network.set("refuse");
    network.cut();
    // it looks every few seconds
    const ready = async () => (await fetch(`${url}/readyz`)).text();
    await vi.waitFor(async () => expect(await ready()).toBe("database unreachable\n"), { timeout: 15_000 });
    // whatever goes on in the background has tried by then, again and again
    await vi.waitUntil(() => network.asked >= asked + 15, 25_000);
    network.set("pass");
    await vi.waitFor(async () => expect((await fetch(`${url}/readyz`)).status).toBe(200), { timeout: 15_000 });
    // of idle connections each is told of by itself
    const told = [...server.output().matchAll(/"msg":"(?!an idle)([^"]+)"/g)].map(([, message]) => message);
    expect(told).toEqual(expect.arrayContaining(["the database does not answer", "the database works again"]));
    expect(told).toHaveLength(new Set(told).size);
  });

  it("shows its metrics to nobody who comes for the application", async () => {
    const { url: databaseUrl = "" } = await fresh();
    const url = await startProcess(databaseUrl).url();
    expect(await (await fetch(`${url}/inquiries`)).text()).toContain("<title>Desk</title>");
    const answer = await fetch(`${url}/metrics`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([404, "application/json"]);
  });

  it("logs lines of JSON with times in UTC", async () => {
    const { url = "" } = await fresh();
    const server = startProcess(url, { DRAIN_SECONDS: "0", TZ: "America/New_York" });
    await fetch(`${await server.url()}/auth/sign-in?to=/%0a{"level":60}`);
    server.kill("SIGTERM");
    await server.ended;
    const lines = server.output().trim().split("\n");
    const log = lines.filter((line) => !line.startsWith("Inquiry Desk is listening"));
    expect(log.length).toBeGreaterThan(2);
    for (const line of log) expect(JSON.parse(line)).toMatchObject({ time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) });
    expect(Math.abs(Date.parse(JSON.parse(log[0] ?? "").time) - Date.now())).toBeLessThan(600_000);
  });

  it("waits for no load balancer where none is told of", async () => {
    const { url = "" } = await fresh();
    const server = startProcess(url, { DRAIN_SECONDS: "0" });
    await server.url();
    server.kill("SIGTERM");
    expect(await server.ended).toBe(0);
    expect(server.output()).toContain('"msg":"stopped"');
  });

  it("stops in good order after a failure that nothing handled, and says what kind it was", async () => {
    const { url = "" } = await fresh();
    const server = startProcess(url, { DRAIN_SECONDS: "0" });
    await server.url();
    server.kill("SIGUSR2");
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain('"error":{"name":"TypeError"}');
    expect(server.output()).toContain('"msg":"stopped"');
    expect(server.output()).not.toContain("mara@");
  });
});
