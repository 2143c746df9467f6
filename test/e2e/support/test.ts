import { test as base, expect, type Page } from "@playwright/test";
import { referenceIdOf } from "@mocks/seed/catalogue";
import type { DecisionAction } from "@/api/generated/desk/types.gen";
import { Actor } from "./actor";
import { decideAt, decideInDemo, decisionNow } from "./commands";
import { type FullStack, type FullStackPorts, signIn, startFullStack } from "./full-stack";
import { SimulatorControl } from "./simulator-control";

type Fixtures = {
  actor: Actor;
  simulator: SimulatorControl;
  /** Somebody else at the same desk, Maya Lindqvist. */
  colleague: {
    /** Decides at once, and waits until Persona has confirmed it. */
    decide: (inquiryId: string, action: DecisionAction) => Promise<void>;
  };
  /** Opens a path of the desk, whatever way this build writes its addresses. */
  open: (path: string, page?: Page) => Promise<void>;
  /** Starts the desk and opens the inquiry of a demo person. @returns its ID */
  openInquiryOf: (person: Parameters<typeof referenceIdOf>[0]) => Promise<string>;
  /** The desk's path in the address bar. */
  path: (page?: Page) => string;
  quietConsole: undefined;
  signedIn: boolean;
};

type WorkerFixtures = {
  /** The servers of a project that has them. */
  fullStack: FullStack | undefined;
};

type Metadata = {
  apiKey?: string;
  mockApi?: string;
  /** Whether signing in is picking who to be. */
  picksPerson?: boolean;
  fullStack?: FullStackPorts;
};

/** Signs in without opening a page, so that what a test measures is loaded for the first time. */
async function pickPerson(page: Page, origin: string, person = "ines.valverde@hollisgrey.example"): Promise<void> {
  const form = { person, to: "/" };
  const answer = await page.request.post("/auth/development", { form, headers: { origin }, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  fullStack: [
    // Playwright reads from the pattern which fixtures this one needs: none
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide, info) => {
      // the project's metadata is what playwright.config.ts wrote there
      const { fullStack: ports } = info.project.metadata as Metadata;
      const stack = ports === undefined ? undefined : await startFullStack(ports);
      await provide(stack);
      await stack?.stop();
    },
    { scope: "worker", auto: true, timeout: 120_000 },
  ],

  /** Whether the page is signed in ahead of the test, where people sign in at all. */
  signedIn: [true, { option: true }],

  page: async ({ page, fullStack, signedIn, baseURL }, provide, info) => {
    // the project's metadata is what playwright.config.ts wrote there
    const { picksPerson } = info.project.metadata as Metadata;
    if (fullStack && signedIn) await signIn(page, "Inés Valverde");
    if (picksPerson && signedIn) await pickPerson(page, baseURL ?? "");
    await provide(page);
  },

  actor: async ({ page }, provide) => provide(new Actor(page)),

  // for every test, whether it looks at the world or not: what one test did is not where the next begins
  simulator: [
    async ({ page, request }, provide, info) => {
      // the project's metadata is what playwright.config.ts wrote there
      const { apiKey, mockApi } = info.project.metadata as Metadata;
      const control = mockApi && apiKey ? new SimulatorControl(page, { request, origin: mockApi, apiKey }) : new SimulatorControl(page);
      // the server is one world for all tests of its project, which run one after another; the demo's world lives in the test's own browser context
      // with IDs of its own for each test: the desk remembers what it decided
      if (mockApi) await control.call("POST", "reset", { seed: `${info.testId} ${info.repeatEachIndex}` });
      await provide(control);
    },
    { auto: true },
  ],

  colleague: async ({ page, browser, simulator, fullStack, baseURL }, provide, info) => {
    // the project's metadata is what playwright.config.ts wrote there
    const { picksPerson } = info.project.metadata as Metadata;
    const url = baseURL ?? "";
    await provide({
      async decide(inquiryId, action) {
        const command = await decisionNow(simulator, inquiryId, action);
        if (!fullStack && !picksPerson) return decideInDemo(page, command);
        const elsewhere = await browser.newContext({ baseURL: url });
        const theirs = await elsewhere.newPage();
        if (fullStack) await signIn(theirs, "Maya Lindqvist");
        else await pickPerson(theirs, url, "maya.lindqvist@hollisgrey.example");
        await decideAt(elsewhere.request, url, command);
        await elsewhere.close();
      },
    });
  },

  open: async ({ page }, provide, info) => {
    const prefix = info.project.name === "demo" ? "/#" : "";
    await provide(async (path, target = page) => {
      await target.goto(prefix + path);
      // the frame that the HTML paints ahead of the script has no landmarks: once there is one, the app runs and the simulator answers
      await expect(
        target
          .getByRole("navigation", { name: "Sections" })
          .or(target.getByRole("button", { name: "Sections" }))
          .first(),
      ).toBeVisible();
    });
  },

  openInquiryOf: async ({ open, simulator }, provide) => {
    await provide(async (person) => {
      await open("/");
      const { id } = await simulator.inquiryOf(referenceIdOf(person));
      await open(`/inquiries/${id}`);
      return id;
    });
  },

  path: async ({ page }, provide) => {
    await provide((target = page) => {
      const url = new URL(target.url());
      return url.hash.startsWith("#/") ? url.hash.slice(1) : url.pathname + url.search;
    });
  },

  quietConsole: [
    async ({ context }, provide) => {
      const noise: string[] = [];
      context.on("console", (message) => {
        // a refused request is what some tests are about: they assert on the answer itself
        if (/^(error|warning)$/.test(message.type()) && !message.text().startsWith("Failed to load resource")) noise.push(message.text());
      });
      context.on("weberror", (error) => noise.push(String(error.error())));
      await provide(undefined);
      expect(noise, "the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
