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
  await expect(page.getByRole("button", { name: /resume and copy/i })).toBeFocused();
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

test("another site cannot make the development server use the key", async ({ request, baseURL }) => {
  const asked = await request.get(`${baseURL}/api/v1/inquiries`, {
    headers: { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" },
  });
  expect(asked.status()).toBe(403);
  const posted = await request.post(`${baseURL}/api/v1/inquiries/inq_1/approve`, { headers: { origin: "https://elsewhere.example" } });
  expect(posted.status()).toBe(403);
});

test("a page that reaches the development server under another name cannot either", async ({ request, baseURL }) => {
  // what a rebound name looks like: its own origin, on this machine's address
  const host = `elsewhere.example:${new URL(baseURL ?? "").port}`;
  const asked = await request.get(`${baseURL}/desk/v1/session`, {
    headers: { host, origin: `http://${host}`, "sec-fetch-site": "same-origin" },
  });
  expect(asked.status()).toBe(403);
});
