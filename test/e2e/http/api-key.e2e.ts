import type { Response } from "@playwright/test";
import { referenceIdOf } from "@mocks/seed/catalogue";
import { expect, test } from "../support/test";

test("the API key is in nothing that the development server hands out", async ({ page, open, actor, simulator }, info) => {
  // the project's metadata is what playwright.config.ts wrote there
  const { apiKey } = info.project.metadata as { apiKey: string };
  const secret = apiKey.split("_").at(-1) ?? "";
  expect(secret.length).toBeGreaterThan(10);
  const served: Response[] = [];
  page.on("response", (response) => served.push(response));

  await open("/");
  const { id } = await simulator.inquiryOf(referenceIdOf("oscar-lund"));
  await open("/inquiries");
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await open(`/inquiries/${id}`);
  await expect(page.getByRole("region", { name: "Access" })).toBeVisible();
  await actor.press("L");
  await actor.press("Enter");
  await expect(page.getByText("The link is in your clipboard.")).toBeVisible();

  expect(served.filter((response) => response.url().includes("/api/v1/")).length).toBeGreaterThan(3);
  for (const response of served) {
    const sent = [JSON.stringify(await response.request().allHeaders()), JSON.stringify(await response.allHeaders())];
    // a redirect has no body, and that of an event stream never ends
    const isOpen = (response.headers()["content-type"] ?? "").startsWith("text/event-stream");
    const body = isOpen || (response.status() >= 300 && response.status() < 400) ? "" : await response.body().then(String, () => "");
    for (const text of [...sent, body, response.url()]) expect(text.includes(secret), response.url()).toBe(false);
  }
});

test("another site cannot make the development server use the key", async ({ page, baseURL }) => {
  // with the cookie of somebody who is signed in
  const asked = await page.request.get(`${baseURL}/api/v1/inquiries`, {
    headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
  });
  expect(asked.status()).toBe(403);
  for (const path of ["/desk/v1/decisions", "/desk/v1/restorations", "/api/v1/accounts/act_1/add-tag"]) {
    const posted = await page.request.post(`${baseURL}${path}`, { headers: { origin: "https://elsewhere.example" } });
    expect(posted.status(), path).toBe(403);
  }
  expect((await page.request.get(`${baseURL}/api/v1/inquiries`)).status()).toBe(200);
});

test("a page that reaches the development server under another name cannot either, nor sign in", async ({ page, baseURL }) => {
  // what a rebound name looks like: its own origin, on this machine's address
  const host = `elsewhere.example:${new URL(baseURL ?? "").port}`;
  for (const path of ["/desk/v1/session", "/api/v1/inquiries", "/"]) {
    const asked = await page.request.get(`${baseURL}${path}`, { headers: { host, "sec-fetch-site": "same-origin" } });
    expect(asked.status(), path).toBe(403);
  }
  const signedIn = await page.request.post(`${baseURL}/auth/development`, {
    headers: { host, origin: "null", "sec-fetch-site": "same-origin" },
    form: { person: "ines.valverde@hollisgrey.example" },
    maxRedirects: 0,
  });
  expect(signedIn.status()).toBe(403);
});
