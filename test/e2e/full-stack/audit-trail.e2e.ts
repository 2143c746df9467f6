import { referenceIdOf } from "@mocks/seed/catalogue";
import { expect, test } from "../support/test";

test("a decision, a resume and a link stand in the audit log, with who, before and after", async ({ page, open, actor, simulator }) => {
  const { id: decided } = await simulator.inquiryOf(referenceIdOf("emily-clarke"));
  const { id: restored } = await simulator.inquiryOf(referenceIdOf("oscar-lund"));
  await open(`/inquiries/${decided}`);
  await expect(page.getByRole("button", { name: "Decline", exact: true })).toBeVisible();
  await actor.press("D");
  await actor.press("C");
  await actor.type("The documents are of two people.");
  await actor.press("ControlOrMeta+Enter");
  await expect(page.getByText("Persona has confirmed it.")).toBeVisible();
  await open(`/inquiries/${restored}`);
  await expect(page.getByRole("region", { name: "Access" })).toBeVisible();
  await actor.press("L");
  await actor.press("Enter");
  await expect(page.getByText("The link is in your clipboard.")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  await open(`/audit?subject=${decided}`);
  const decision = page.getByRole("row").filter({ hasText: "Inés Valverde" }).first();
  await expect(decision).toContainText("Needs review");
  await expect(decision).toContainText("Declined");
  await open(`/audit?subject=${restored}`);
  await expect(
    page
      .getByRole("row")
      .filter({ hasText: /resumed/i })
      .first(),
  ).toContainText("Pending");
  await expect(page.getByRole("row").filter({ hasText: /link/i }).first()).toBeVisible();

  await open("/links");
  await expect(page.getByRole("row").filter({ hasText: "Inés Valverde" }).first()).toBeVisible();
  expect(link).toMatch(/^https:/);
  expect(await page.content()).not.toContain(link);
});

test("the comment that reaches Persona says who wrote it", async ({ page, open, actor, simulator }) => {
  const { id } = await simulator.inquiryOf(referenceIdOf("nadia-rahman"));
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/approve")) sent.push(request.postData() ?? "");
  });
  await open(`/inquiries/${id}`);
  await expect(page.getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  await actor.press("A");
  await actor.press("Enter");
  await expect(page.getByText("Persona has confirmed it.")).toBeVisible();
  // the browser does not sign: the server does, for whoever is signed in
  expect(sent.join("")).not.toContain("Inquiry Desk");
  const { data } = await simulator.call<{ data: { path: string; query: string }[] }>("GET", "requests");
  expect(data.some(({ path }) => path.endsWith(`/${id}/approve`))).toBe(true);
});
