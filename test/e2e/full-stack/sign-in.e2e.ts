import { referenceIdOf } from "@mocks/seed/catalogue";
import { commandHeaders, decisionNow } from "../support/commands";
import { signIn } from "../support/full-stack";
import { expect, test } from "../support/test";

test.use({ signedIn: false });

test("signing in by the company's identity provider leads to the very page that was asked for", async ({ page, simulator, path }) => {
  const { id } = await simulator.inquiryOf(referenceIdOf("somchai-srisuk"));
  await page.goto(`/inquiries/${id}?panel=json`);
  await page.getByRole("link", { name: /sign in/i }).click();
  await page.getByRole("button", { name: "Maya Lindqvist" }).click();

  await expect(page.getByRole("region", { name: "Verdict" })).toContainText("Needs review");
  expect(path()).toBe(`/inquiries/${id}?panel=json`);
  await page
    .getByRole("button", { name: /signed-in user|Maya Lindqvist/i })
    .first()
    .click();
  await expect(page.getByText("Reviewer").first()).toBeVisible();
});

test("the session's cookie cannot be read by a script, and nothing of it is stored elsewhere", async ({ page, context }) => {
  await signIn(page, "Maya Lindqvist");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const cookie = (await context.cookies()).find(({ name }) => name === "desk");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  const readable = await page.evaluate(() =>
    JSON.stringify([document.cookie, Object.entries(localStorage), Object.entries(sessionStorage), location.href]),
  );
  expect(readable).not.toContain(cookie?.value ?? "no cookie");
});

test("signing out ends the session here and now", async ({ page, context }) => {
  await signIn(page, "Maya Lindqvist", "/inquiries");
  await expect(page.getByRole("heading", { name: "Inquiries", level: 1 })).toBeVisible();
  const before = await context.cookies();
  await page.getByRole("button", { name: /Maya Lindqvist/ }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  // the identity provider asks whether its own session should end as well
  await page.waitForURL(/\/session\/end/);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/\/auth\/signed-out/);

  // a copy of the cookie opens nothing
  await context.addCookies(before);
  expect((await page.request.get("/desk/v1/session")).status()).toBe(401);
});

test("somebody without a role is told so, and gets no session", async ({ page }) => {
  await signIn(page, "Sam Passerby");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(/role/i).first()).toBeVisible();
  expect((await page.request.get("/desk/v1/session")).status()).toBe(401);
});

test("an auditor sees who did what, and can do nothing", async ({ page, simulator, open }) => {
  const { id } = await simulator.inquiryOf(referenceIdOf("somchai-srisuk"));
  await signIn(page, "Victor Sandoval");
  await open("/audit");
  await expect(page.getByRole("table").getByText("Victor Sandoval").first()).toBeVisible();
  const refused = await page.request.post("/desk/v1/decisions", {
    headers: await commandHeaders(page.request, new URL(page.url()).origin),
    data: await decisionNow(simulator, id, "approve"),
  });
  expect(refused.status()).toBe(403);
  await page.reload();
  await expect(
    page
      .getByRole("table")
      .getByText(/refused/i)
      .first(),
  ).toBeVisible();
});
