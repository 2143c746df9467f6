import { brotliCompressSync } from "node:zlib";
import { referenceIdOf } from "@mocks/seed/catalogue";
import { afterTheHold } from "../support/commands";
import { expect, test } from "../support/test";

const kilobyte = 1024;
const firstLoadBudget = 130 * kilobyte;

type Logged = { method: string; path: string; query: string; startedAt: number; answeredAt?: number };

test("the list of inquiries is usable within the budget, in a real browser without a service worker", async ({ page, open }) => {
  const scripts = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    if (response.request().resourceType() !== "script") return;
    scripts.set(
      response.url(),
      response.body().then((body) => brotliCompressSync(body).length),
    );
  });
  // Asked inside the page, so that what it loads at rest, a moment later, is not taken for what the list needed. What it loads when a slow
  // answer has let some time pass it would load without any list: that time does not pass here.
  await page.addInitScript(() => {
    const setTimeout = window.setTimeout.bind(window);
    const later = (then: TimerHandler, ms = 0, ...rest: unknown[]) => setTimeout(then, ms < 1_000 ? ms : 3_600_000, ...rest);
    window.setTimeout = Object.assign(later, setTimeout);
    const look = () => {
      if (document.querySelector("table[aria-busy=false] a") === null) return void requestAnimationFrame(look);
      const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
      document.documentElement.dataset["loadedUntilUsable"] = JSON.stringify(loaded);
    };
    look();
  });

  await open("/inquiries");
  await expect(page.locator("table[aria-busy=false] [data-row-link]").first()).toBeVisible();

  const loaded = await page.evaluate(() => JSON.parse(document.documentElement.dataset["loadedUntilUsable"] ?? "[]") as string[]);
  const sizes = await Promise.all(loaded.flatMap((url) => scripts.get(url) ?? []));
  expect(sizes.length).toBeGreaterThan(2);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(firstLoadBudget);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test("a deep link asks for everything at once and for nothing twice", async ({ page, open, simulator }) => {
  const { id } = await simulator.inquiryOf(referenceIdOf("nadia-rahman"));
  const logged = async () => (await simulator.call<{ data: Logged[] }>("GET", "requests")).data;
  const before = (await logged()).length;
  await open(`/inquiries/${id}`);
  await expect(page.getByRole("button", { name: "Approve", exact: true })).toBeVisible();

  const asked = (await logged()).slice(before).filter(({ path }) => path.startsWith("/api/v1/"));
  expect(asked.length).toBeGreaterThanOrEqual(2);
  expect(new Set(asked.map(({ method, path, query }) => `${method} ${path}?${query}`)).size).toBe(asked.length);
});

test("a decision and the way back in work within the content security policy", async ({ page, open, actor, simulator }) => {
  const { id } = await simulator.inquiryOf(referenceIdOf("oscar-lund"));
  await open(`/inquiries/${id}`);
  await expect(page.getByRole("button", { name: "Mark for review", exact: true })).toBeVisible();
  await actor.press("L");
  await actor.press("Enter");
  await expect(page.getByText("The link is in your clipboard.")).toBeVisible();
  await actor.press("D");
  await actor.press("8");
  await actor.press("C");
  await actor.type("Asked for it to be closed.");
  await actor.press("ControlOrMeta+Enter");

  await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Declined", afterTheHold);
  await page.reload();
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Declined");
});

for (const [name, path, answer] of [
  ["the list", () => "/inquiries", "**/desk/v1/inquiries?*"],
  ["an inquiry", (id: string) => `/inquiries/${id}`, "**/api/v1/inquiries/*"],
] as const) {
  test(`${name} is asked for before the app's code is here, and once`, async ({ page, open, simulator }) => {
    const { id } = await simulator.inquiryOf(referenceIdOf("nadia-rahman"));
    let asked = 0;
    const begun = new Promise<void>((resolve) => {
      page.on("request", (request) => {
        if (!/\/(?:api|desk)\/v1\/inquiries(?!\/counts)/.test(request.url())) return;
        asked += 1;
        resolve();
      });
    });
    // the code waits for the call: one that waited for the code would never be made
    await page.route("**/assets/app-*.js", async (route) => {
      await begun;
      await route.continue();
    });
    const answered = page.waitForResponse(answer);
    await open(path(id));
    await answered;
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("table[aria-busy=false] a, [aria-label=Verdict]").first()).toBeVisible();
    expect(asked).toBe(1);
  });
}

test("what the page of an address loads besides is asked for with the page", async ({ page, open, simulator }) => {
  const { id } = await simulator.inquiryOf(referenceIdOf("nadia-rahman"));
  const begun = page.waitForRequest("**/assets/_inquiryId-*.js");
  await page.route("**/assets/app-*.js", async (route) => {
    await begun;
    await route.continue();
  });
  await open(`/inquiries/${id}`);
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
});
