import { referenceIdOf } from "@mocks/seed/catalogue";
import { afterTheHold } from "../support/commands";
import { expect, test } from "../support/test";

test.describe("in development", () => {
  test.use({ signedIn: false });

  test("one picks who to be, and comes to the page that was asked for", async ({ page, path }) => {
    await page.goto("/audit");
    await page.getByRole("link", { name: /sign in/i }).click();
    await page.getByRole("button", { name: /Victor Sandoval/ }).click();
    await expect(page.getByRole("heading", { name: "Audit", level: 1 })).toBeVisible();
    expect(path()).toBe("/audit");
    await expect(page.getByRole("button", { name: /Victor Sandoval/ })).toBeVisible();
  });
});

test("what only the server has is there in development too: pushes onto an open screen, and the audit log", async ({
  page,
  context,
  open,
  actor,
  simulator,
}) => {
  const { id } = await simulator.inquiryOf(referenceIdOf("somchai-srisuk"));
  await open(`/inquiries/${id}`);
  const elsewhere = await context.newPage();
  const listening = elsewhere.waitForResponse((response) => response.url().endsWith("/desk/v1/events"));
  await open(`/inquiries/${id}`, elsewhere);
  const verdict = elsewhere.getByRole("region", { name: "Verdict" });
  await expect(verdict).toContainText("Needs review");
  await listening;

  await page.bringToFront();
  await expect(page.getByRole("button", { name: "Approve", exact: true })).toBeVisible();
  await actor.press("A");
  await actor.press("Enter");
  const theirs = elsewhere.getByRole("region", { name: "Decision", exact: true });
  await expect(theirs.getByText("Your approval is held.", { exact: true })).toBeVisible();
  await expect(page.getByRole("region", { name: "Decision", exact: true }).getByText(/Persona confirmed\.$/)).toBeVisible(afterTheHold);
  await expect(verdict).toContainText("Approved");

  await open(`/audit?subject=${id}`);
  await expect(page.getByRole("row").filter({ hasText: "Inés Valverde" }).first()).toContainText("Approved");
});
