import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/ensure-chromium.mjs";
import { portsOfRun } from "./test/e2e/support/ports.ts";

const executablePath = findChromium();
if (!executablePath) throw new Error("No Chrome or Chromium found. `npm test` installs one, or set CHROMIUM_PATH.");

const at = (port: number | undefined) => `http://127.0.0.1:${port}`;
const [demo, persona, mockApi, production, mockApiOfProduction, mockApiOfFullStack, servedDemo, ...desks] = await portsOfRun();
const demoUrl = at(demo);
const personaUrl = at(persona);
const mockApiUrl = at(mockApi);
const productionUrl = at(production);
const mockApiOfProductionUrl = at(mockApiOfProduction);

/** Any ending will do for the simulator; a journey looks for it in everything the development server hands out. */
const productionKey = "persona_production_8d1f0c5e-never-in-the-browser";
/** Where people pick who to be, which the server refuses with a production key. */
const sandboxKey = "persona_sandbox_8d1f0c5e-never-in-the-browser";
const webhookSecret = "wbhsec_of_development";
/** Tests do in a minute what many people do; how calls are rationed has tests of its own. */
const callsPerMinute = "6000";
/** A server on which people pick who to be, for as long as the tests run. */
const development = (mockApi: string) => ({
  PERSONA_API_URL: `${mockApi}/api/v1`,
  PERSONA_API_KEY: sandboxKey,
  PERSONA_FILE_ORIGINS: mockApi,
  PERSONA_WEBHOOK_SECRETS: webhookSecret,
  PERSONA_CALLS_PER_MINUTE: callsPerMinute,
  SIGN_IN: "development",
  DATABASE_DIRECTORY: "memory",
  LOG_LEVEL: "warn",
});

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "**/*.e2e.ts",
  outputDir: "test-results",
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  forbidOnly: true,
  // more than a small machine has cores: much of a journey is waiting, for a hold to end or a server to answer
  workers: 3,
  // upper bounds for a slow machine, not pauses
  timeout: 90_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    // the words and the elements of a failure; moving pictures of every test cost more than half of what the browser does otherwise
    trace: { mode: "retain-on-failure", screenshots: false },
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "demo", use: { baseURL: demoUrl }, testIgnore: ["**/{http,production,full-stack}/*.e2e.ts"] },
    // one server, one world: its tests take turns
    {
      name: "http",
      workers: 1,
      fullyParallel: false,
      use: { baseURL: personaUrl },
      testMatch: ["**/journeys/*.e2e.ts", "**/http/*.e2e.ts"],
      metadata: { apiKey: sandboxKey, mockApi: mockApiUrl, picksPerson: true },
    },
    {
      name: "production",
      workers: 1,
      fullyParallel: false,
      use: { baseURL: productionUrl },
      testMatch: "**/production/*.e2e.ts",
      metadata: { apiKey: sandboxKey, mockApi: mockApiOfProductionUrl, picksPerson: true },
    },
    // the server itself with everything around it, started by the fixture `fullStack`
    {
      name: "full-stack",
      workers: 1,
      fullyParallel: false,
      use: { baseURL: at(desks[0]) },
      testMatch: ["**/journeys/*.e2e.ts", "**/full-stack/*.e2e.ts"],
      metadata: {
        apiKey: productionKey,
        mockApi: at(mockApiOfFullStack),
        servedDemo,
        // instances of the server on one database; browsers meet the first unless a test says otherwise
        fullStack: { mockApi: mockApiOfFullStack, desks, apiKey: productionKey },
      },
    },
  ],
  webServer: [
    {
      command: `npm run --silent build:demo && npx vite preview --mode demo --outDir dist-demo --port ${demo}`,
      url: demoUrl,
      reuseExistingServer: false,
      timeout: 120_000,
    },
    {
      command: `npm run --silent mock-api -- --port ${mockApi} --whole-sandbox --rate-limit ${callsPerMinute} --webhook-url ${personaUrl}/webhooks/persona --webhook-secret ${webhookSecret}`,
      url: `${mockApiUrl}/simulator/v1/requests`,
      reuseExistingServer: false,
      timeout: 120_000,
    },
    {
      command: "npm run --silent dev:persona",
      url: personaUrl,
      reuseExistingServer: false,
      timeout: 120_000,
      env: { ...development(mockApiUrl), PORT: String(persona) },
    },
    {
      command: `node dist-mock-api/server.js --port ${mockApiOfProduction} --whole-sandbox --rate-limit ${callsPerMinute}`,
      url: `${mockApiOfProductionUrl}/simulator/v1/requests`,
      reuseExistingServer: false,
    },
    {
      command: "npm run --silent serve",
      url: productionUrl,
      reuseExistingServer: false,
      timeout: 120_000,
      env: { ...development(mockApiOfProductionUrl), PUBLIC_URL: productionUrl, PORT: String(production), METRICS_PORT: "off" },
    },
  ],
});
